package id.tangerangkota.layanan.survey.result;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

import id.tangerangkota.layanan.survey.CityPopulation;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many people there are to ask. */
@Component
public class Populations implements CityPopulation {

	private static final String CITY = "city";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Populations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Of the city. */
	long city() {
		return this.jdbc.sql("select people from survey.population where scope = ?")
			.param(CITY)
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public People people() {
		return this.jdbc.sql("select people, source from survey.population where scope = ?")
			.param(CITY)
			.query((row, number) -> new People(row.getLong("people"), row.getString("source")))
			.single();
	}

	/** The users of services whose number is known, by slug. */
	@Transactional(readOnly = true)
	public Map<String, Long> services() {
		Map<String, Long> people = new TreeMap<>();
		this.jdbc.sql("select scope, people from survey.population where scope <> ?").param(CITY).query((row) -> {
			people.put(row.getString("scope"), row.getLong("people"));
		});
		return people;
	}

	/** Sets how many people use a service. */
	@Transactional
	public void set(String slug, long people) {
		this.jdbc
			.sql("""
					insert into survey.population (scope, people, source, edited_at) values (:scope, :people, 'portal', :now)
					on conflict (scope) do update set people = excluded.people, source = excluded.source,
						edited_at = excluded.edited_at""")
			.param("scope", slug)
			.param("people", people)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.events.publishEvent(new PeopleCounted(slug, people));
	}

}
