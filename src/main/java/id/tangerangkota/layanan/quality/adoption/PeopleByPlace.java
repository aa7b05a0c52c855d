package id.tangerangkota.layanan.quality.adoption;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people live in each kelurahan, of one source and year. */
@Component
public class PeopleByPlace {

	/** The tag of kept pages that show numbers of them. */
	public static final String PAGES = "people";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final PageChanges pages;

	PeopleByPlace(JdbcClient jdbc, ApplicationEventPublisher events, PageChanges pages) {
		this.jdbc = jdbc;
		this.events = events;
		this.pages = pages;
	}

	/**
	 * People by kelurahan, of those that are known.
	 *
	 * @param source who counted
	 */
	public record Counted(Map<RegionCode, Long> people, String source, int year) {

		public Counted {
			people = Map.copyOf(people);
		}

	}

	/** Nothing before somebody wrote it down. */
	@Transactional(readOnly = true)
	public Optional<Counted> counted() {
		Map<RegionCode, Long> people = new HashMap<>();
		this.jdbc.sql("select sub_district, people from quality.population").query((row) -> {
			people.put(new RegionCode(row.getString("sub_district")), row.getLong("people"));
		});
		return this.jdbc.sql("select source, year from quality.population limit 1")
			.query((row, number) -> new Counted(people, row.getString("source"), row.getInt("year")))
			.optional();
	}

	/** Puts a count in the place of the one before. */
	@Transactional
	public void replace(Counted counted) {
		this.jdbc.sql("delete from quality.population").update();
		counted.people()
			.forEach((place, people) -> this.jdbc.sql("""
					insert into quality.population (sub_district, people, source, year)
					values (:place, :people, :source, :year)""")
				.param("place", place.value())
				.param("people", people)
				.param("source", counted.source())
				.param("year", counted.year())
				.update());
		this.events.publishEvent(new PopulationAct(counted.people().size(), counted.year()));
		this.pages.changed(PAGES);
	}

}
