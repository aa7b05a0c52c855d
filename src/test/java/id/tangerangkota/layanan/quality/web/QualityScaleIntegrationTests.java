package id.tangerangkota.layanan.quality.web;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.survey.result.SumKeeper;
import id.tangerangkota.layanan.web.testing.Statements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The city view over every indicator of every service on every day, and answers: a year
 * and a million of them with {@code -Dquality.days=365 -Dquality.answers=1000000}.
 */
@PortalTest
class QualityScaleIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(QualityScaleIntegrationTests.class);

	private static final int DAYS = Integer.getInteger("quality.days", 3);

	private static final int ANSWERS = Integer.getInteger("quality.answers", 500);

	/** So many that time is worth a promise. */
	private static final int YEAR = 365;

	private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

	private static final int ROUNDS = 9;

	/** A portal that has run for a while has compiled its code. */
	private static final int WARM_UP = (DAYS >= YEAR) ? 40 : 0;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scorecard scorecard;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private SumKeeper sums;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void leaveNothing() {
		this.jdbc.sql("truncate quality.fact, quality.month, quality.day").update();
	}

	@Test
	void showsTheCityFastAndByTheSameNumberOfQueries() {
		count();
		answer();
		String city = "/admin/mutu?rentang=tahun&pada=" + LAST;
		String service = "/admin/mutu?rentang=tahun&pada=" + LAST + "&layanan=";
		int queries = queries(city);
		int ofService = queries(service + "disdukcapil");
		for (int round = 0; round < WARM_UP; round++) {
			open(city);
		}
		Duration page = median(() -> open(city));
		Duration one = median(() -> open(service + "disdukcapil"));
		Duration heat = median(() -> open("/admin/mutu/peta?rentang=tahun&pada=" + LAST));
		Duration agencies = median(() -> open("/admin/mutu/peta?tingkat=opd&rentang=tahun&pada=" + LAST));
		log.info("{} days, {} answers: city {} ({} queries), service {} ({} queries), heat map {}, agencies {}", DAYS,
				ANSWERS, page, queries, one, ofService, heat, agencies);
		assertThat(queries).isLessThan(40);
		assertThat(ofService).isLessThan(40);
		assertThat(queries(service + "spmb")).as("whichever it is").isEqualTo(ofService);
		if (DAYS >= YEAR) {
			assertThat(page).isLessThan(Duration.ofMillis(150));
		}
	}

	@Test
	void addsUpToTheSameForAllServicesAsForTheCity() {
		count();
		Period period = new Period(LAST.minusDays(DAYS - 1L), LAST);
		// Of services only what is counted for services is shown.
		Set<String> shared = this.indicators.stream()
			.filter((indicator) -> indicator.reach() == Level.SERVICE)
			.map(Indicator::id)
			.collect(Collectors.toSet());
		Map<Subject, Scorecard.Card> services = this.scorecard.all(Level.SERVICE, period);
		long all = services.values()
			.stream()
			.flatMap((card) -> card.indicators().stream())
			.filter((one) -> shared.contains(one.indicator()))
			.mapToLong((one) -> one.sum().denominator())
			.sum();
		assertThat(all).isPositive()
			.isEqualTo(this.scorecard.card(Subject.CITY, period)
				.indicators()
				.stream()
				.filter((one) -> shared.contains(one.indicator()))
				.mapToLong((one) -> one.sum().denominator())
				.sum());
	}

	private int queries(String path) {
		return Statements.of(() -> open(path)).size();
	}

	private void open(String path) {
		assertThat(this.mvc.get().uri(path).with(administrator()).exchange()).hasStatusOk();
	}

	private static RequestPostProcessor administrator() {
		return SecurityMockMvcRequestPostProcessors.authentication(
				new TestingAuthenticationToken(Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null), null,
						Role.ADMINISTRATOR.authority()));
	}

	/** Indexes are made afterwards: millions of rows would take them an hour. */
	private void count() {
		this.jdbc.sql("""
				truncate quality.fact, quality.month, quality.day;
				alter table quality.fact drop constraint fact_pk;
				drop index quality.fact_level_day_idx""").update();
		try {
			fill();
		}
		finally {
			this.jdbc.sql("""
					alter table quality.fact add constraint fact_pk primary key (indicator, level, subject, day);
					create index fact_level_day_idx on quality.fact (level, day, indicator)""").update();
		}
		this.jdbc.sql("analyze quality.fact, quality.month").update();
	}

	/** Twelve classes where an indicator reads classes. */
	private void fill() {
		Map<ServiceId, String> owners = this.catalog.owners();
		List<ServiceId> services = List.copyOf(owners.keySet());
		this.jdbc
			.sql("""
					insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, classes)
					select i, 'SERVICE', s.id, d, s.owner, 90, 100, case when i in ('response-time', 'outage-length', 'acknowledgement',
						'sign-in-time', 'sign-out-time', 'page-lcp', 'page-inp', 'page-cls', 'home-to-service') then '{5,5,10,20,30,10,5,5,5,3,1,1}'::bigint[] end
					from unnest(:indicators) i, unnest(:services, :owners) as s (id, owner),
						generate_series(0, :days - 1) n, lateral (select cast(:last as date) - n) as g (d)""")
			.param("indicators", this.indicators.stream().map(Indicator::id).toArray(String[]::new))
			.param("services", services.stream().map((id) -> id.value().toString()).toArray(String[]::new))
			.param("owners", services.stream().map(owners::get).toArray(String[]::new))
			.param("days", DAYS)
			.param("last", Date.valueOf(LAST))
			.update();
		this.jdbc
			.sql("""
					insert into quality.fact (indicator, level, subject, day, numerator, denominator, classes)
					select indicator, 'AGENCY', owner, day, sum(numerator), sum(denominator), case when bool_or(classes is not null)
						then '{5,5,10,20,30,10,5,5,5,3,1,1}'::bigint[] end
					from quality.fact where level = 'SERVICE' and owner is not null group by 1, 3, 4
					union all
					select indicator, 'CITY', '', day, sum(numerator), sum(denominator), case when bool_or(classes is not null)
						then '{5,5,10,20,30,10,5,5,5,3,1,1}'::bigint[] end
					from quality.fact where level = 'SERVICE' group by 1, 4""")
			.update();
		this.jdbc
			.sql("""
					insert into quality.month (indicator, level, subject, month, days, numerator, denominator, classes)
					select indicator, level, subject, date_trunc('month', day)::date, count(*), sum(numerator), sum(denominator),
						case when bool_or(classes is not null) then '{5,5,10,20,30,10,5,5,5,3,1,1}'::bigint[] end
					from quality.fact group by 1, 2, 3, 4""")
			.update();
		this.jdbc.sql("insert into quality.day select distinct day, indicator, null, 'test', now() from quality.fact")
			.update();
	}

	private void answer() {
		List<ServiceId> services = List.copyOf(this.catalog.owners().keySet());
		this.jdbc
			.sql("""
					insert into survey.answer (sheet_id, version_id, at, service_id, agency, occasion, stratum, marks)
					select gen_random_uuid(), v.id, timestamptz '2024-12-31 12:00+07' - random() * :days * interval '23 hours',
						(:services)[1 + n % :many], 'opd-' || n % :many % 43, 'SERVICE', (array['ACCOUNT', 'ANONYMOUS', 'COUNTER'])[1 + n % 3],
						case v.instrument when 'SHORT' then array[11 + n % 5]::smallint[]
							when 'SKM' then array(select (p * 10 + 1 + (n + p) % 4)::smallint from generate_series(1, 9) p)
							else array(select (p * 10 + 1 + (n * p) % 5)::smallint from generate_series(1 + n % 17, 6 + n % 17) p) end
					from generate_series(1, :answers) n
					join survey.instrument_version v on v.state = 'OPEN'
						and v.instrument = (array['SHORT', 'SHORT', 'ESQUAL', 'ESQUAL', 'SKM'])[1 + n % 5]""")
			.param("services", services.stream().map(ServiceId::value).toArray(UUID[]::new))
			// Ten about each, or none would count.
			.param("many", Math.clamp(ANSWERS / 100, 7, services.size()))
			.param("days", DAYS)
			.param("answers", ANSWERS)
			.update();
		this.jdbc.sql("""
				insert into survey.touched (service_id, day)
				select distinct service_id, day from survey.answer where day <= '2024-12-31'""").update();
		long start = System.nanoTime();
		this.sums.catchUp();
		log.info("Summed up {} answers in {}", ANSWERS, Duration.ofNanos(System.nanoTime() - start));
		this.jdbc.sql("analyze survey.sums").update();
	}

	private static Duration median(Runnable work) {
		List<Duration> times = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			long start = System.nanoTime();
			work.run();
			times.add(Duration.ofNanos(System.nanoTime() - start));
		}
		Collections.sort(times);
		return times.get(ROUNDS / 2);
	}

}
