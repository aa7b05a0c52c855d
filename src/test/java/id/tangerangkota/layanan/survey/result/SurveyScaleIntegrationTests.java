package id.tangerangkota.layanan.survey.result;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A year of answers about 206 services: {@code -Dsurvey.answers=1000000}. */
@Tag("speed")
@SpringBootTest
@EnabledIfSystemProperty(named = "survey.answers", matches = "\\d+")
class SurveyScaleIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(SurveyScaleIntegrationTests.class);

	private static final Days YEAR = new Days(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

	private static final int ROUNDS = 9;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private DayResults results;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void staysFastWithAMillionAnswers() throws Exception {
		int answers = Integer.getInteger("survey.answers");
		this.jdbc
			.sql("""
					insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, marks)
					select gen_random_uuid(), v.id, timestamptz '2025-01-01 00:00+07' + random() * interval '365 days',
						cast(lpad(to_hex(s), 32, '0') as uuid), 'opd-' || s % 43, 'SERVICE',
						(array['ACCOUNT', 'ANONYMOUS', 'COUNTER'])[1 + n % 3],
						case v.instrument when 'SHORT' then array[11 + n % 5]::smallint[]
							when 'SKM' then array(select (p * 10 + 1 + (n + p) % 4)::smallint from generate_series(1, 9) p)
							else array(select (p * 10 + 1 + (n * p) % 5)::smallint from generate_series(1 + n % 17, 6 + n % 17) p) end
					from (select n, 1 + cast(floor(206 * power(random(), 2)) as integer) as s from generate_series(1, :answers) n) a
					join survey.instrument_version v on v.state = 'OPEN'
						and v.instrument = (array['SHORT', 'SHORT', 'ESQUAL', 'ESQUAL', 'SKM'])[1 + n % 5]""")
			.param("answers", answers)
			.update();
		this.jdbc.sql("insert into survey.touched (service_id, day) select distinct service_id, day from survey.answer")
			.update();
		this.jdbc.sql("analyze survey.answer").update();
		long start = System.nanoTime();
		this.sums.catchUp();
		log.info("Summed up {} answers in {}", answers, since(start));
		this.jdbc.sql("analyze survey.sums").update();
		this.jdbc.sql(
				"insert into survey.touched (service_id, day) select distinct service_id, day from survey.answer where day = '2025-06-15'")
			.update();
		start = System.nanoTime();
		this.sums.catchUp();
		Duration day = since(start);
		log.info("One day of all services anew in {}", day);
		this.jdbc.sql(
				"select relname, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class where relname in ('sums', 'answer')")
			.query((row) -> {
				log.info("{}: {}", row.getString("relname"), row.getString("size"));
			});
		Duration city = median(() -> this.results.figures(Scope.city(), YEAR, Instrument.ESQUAL));
		log.info("City, year: {}", city);
		log.info("City, 15 January to 20 November: {}", median(() -> this.results.figures(Scope.city(),
				new Days(LocalDate.of(2025, 1, 15), LocalDate.of(2025, 11, 20)), Instrument.ESQUAL)));
		log.info("Agency, year: {}",
				median(() -> this.results.figures(Scope.agency("opd-1"), YEAR, Instrument.ESQUAL)));
		log.info("SKM by agency, year: {}", median(() -> this.results.skmByAgency(YEAR)));
		log.info("Services, year: {}", median(() -> this.results.byService(YEAR, Instrument.ESQUAL)));
		ServiceId first = this.results.byService(YEAR, Instrument.SHORT).keySet().iterator().next();
		log.info("Service, year: {}",
				median(() -> this.results.figures(Scope.service(first), YEAR, Instrument.ESQUAL)));
		Days quarter = new Days(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30));
		log.info("City, a quarter with items and parts: {}",
				median(() -> this.results.detailed(Scope.city(), quarter, Instrument.ESQUAL)));
		log.info("Service, a quarter with items and parts: {}",
				median(() -> this.results.detailed(Scope.service(first), quarter, Instrument.ESQUAL)));
		List<InstrumentFigures> figures = this.results.figures(Scope.city(), YEAR, Instrument.ESQUAL);
		assertThat(figures.getFirst().answers()).isEqualTo(this.jdbc.sql("""
				select count(*) from survey.answer a join survey.instrument_version v on v.id = a.version_id
				where v.instrument = 'ESQUAL' and a.day between '2025-01-01' and '2025-12-31'""")
			.query(Long.class)
			.single());
		assertThat(city).isLessThan(Duration.ofMillis(50));
		assertThat(day).isLessThan(Duration.ofSeconds(60));
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static Duration median(Callable<?> work) throws Exception {
		List<Duration> times = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			work.call();
			times.add(since(start));
		}
		Collections.sort(times);
		return times.get(ROUNDS / 2);
	}

}
