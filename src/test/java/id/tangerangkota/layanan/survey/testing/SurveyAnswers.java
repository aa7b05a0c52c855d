package id.tangerangkota.layanan.survey.testing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.result.SumKeeper;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** What many people say at once, added up. Import it as a bean. */
@TestComponent
public class SurveyAnswers {

	/** Items by instrument. */
	private static final Map<String, Integer> ITEMS = Map.of("ESQUAL", 22, "SKM", 9, "SHORT", 1);

	private final ServiceCatalog catalog;

	private final SumKeeper sums;

	private final JdbcTemplate jdbc;

	SurveyAnswers(ServiceCatalog catalog, SumKeeper sums, JdbcTemplate jdbc) {
		this.catalog = catalog;
		this.sums = sums;
		this.jdbc = jdbc;
	}

	/**
	 * Answers every item of an instrument about a service.
	 * @param first when the first of them answers, the others one {@code apart} after the
	 * other
	 * @param mark what a person says to an item, both counted from 1
	 */
	public void add(String instrument, String slug, int people, Instant first, Duration apart, IntBinaryOperator mark) {
		ServiceId service = this.catalog.service(slug).orElseThrow().id();
		String agency = this.catalog.owners().get(service);
		int items = Objects.requireNonNull(ITEMS.get(instrument));
		List<Object[]> rows = new ArrayList<>();
		for (int person = 1; person <= people; person++) {
			int who = person;
			rows.add(
					new Object[] { Timestamp.from(first.plus(apart.multipliedBy(person - 1L))), service.value(), agency,
							IntStream.rangeClosed(1, items)
								.mapToObj((item) -> (short) (item * 10 + mark.applyAsInt(who, item)))
								.toArray(Short[]::new),
							instrument });
		}
		this.jdbc.batchUpdate("""
				insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, marks)
				select gen_random_uuid(), v.id, a.at, a.service, a.agency, 'SERVICE', 'ANONYMOUS', a.marks
				from (values (cast(? as timestamptz), cast(? as uuid), ?, cast(? as smallint[]), ?))
					as a (at, service, agency, marks, instrument)
				join survey.instrument_version v on v.instrument = a.instrument and v.state = 'OPEN'""", rows);
		this.jdbc.update("""
				insert into survey.touched (service_id, day)
				select distinct service_id, day from survey.answer where service_id = ?""", service.value());
		this.sums.catchUp();
	}

}
