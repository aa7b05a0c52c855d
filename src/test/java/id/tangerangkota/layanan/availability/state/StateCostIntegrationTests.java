package id.tangerangkota.layanan.availability.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.check.CheckRules;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

/** What states cost while all is well, and what pages pay for a year of them. */
@Tag("speed")
@PortalTest
@RecordApplicationEvents
class StateCostIntegrationTests {

	private static final int BATCH = 1_000;

	private static final int SERVICES = 206;

	/**
	 * In comparison with what it takes to read a quarter of sums and no more, on whatever
	 * machine this is.
	 */
	private static final double LONGEST = 4;

	private static final String OURS = "00000000-0000-0000-00c0-%";

	private static final Logger log = LoggerFactory.getLogger(StateCostIntegrationTests.class);

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AvailabilityReport report;

	@AfterEach
	void removeTheYear() {
		this.jdbc.sql("delete from availability.check_state where service_id::text like ?").param(OURS).update();
		this.jdbc.sql("delete from availability.service_interval where service_id::text like ?").param(OURS).update();
		this.jdbc.sql("delete from availability.day_sum where service_id::text like ?").param(OURS).update();
	}

	@Test
	void readOnceForAThousandHealthyResults() {
		this.jdbc.sql("""
				insert into availability.check_state (check_id, service_id, platform, state, since)
				select -n, cast('00000000-0000-0000-00c0-' || lpad(n::text, 12, '0') as uuid), 'WEB', 'UP', now()
				from generate_series(1, 1000) as s (n)""").update();
		AtomicInteger statements = new AtomicInteger();
		CheckRules rules = mock();
		ServiceChains chains = mock();
		ServiceStates services = mock();
		StateKeeper keeper = new StateKeeper(new CheckStates(JdbcClient.create(counting(statements))), rules, chains,
				services);
		Instant at = Instant.now();
		List<Observation> healthy = IntStream.rangeClosed(1, BATCH).mapToObj((n) -> ScriptedChecks.up(-n, at)).toList();
		keeper.accept(healthy);
		assertThat(statements).hasValue(1);
		verifyNoInteractions(rules, chains, services);
		log.info("COST of {} healthy results: {} ms", BATCH, round(median(() -> keeper.accept(healthy))));
	}

	private DataSource counting(AtomicInteger statements) {
		return new DelegatingDataSource(this.dataSource) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				return (Connection) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
						new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
							if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
								statements.incrementAndGet();
							}
							try {
								return method.invoke(connection, arguments);
							}
							catch (java.lang.reflect.InvocationTargetException ex) {
								throw ex.getCause();
							}
						});
			}

		};
	}

	/** Every third day of every service has an outage of ten minutes. */
	@Test
	void answerForAYearInAFewMilliseconds() {
		LocalDate today = LocalDate.ofInstant(Instant.now(), AvailabilityReport.ZONE);
		Instant first = today.minusDays(365).atStartOfDay(AvailabilityReport.ZONE).toInstant();
		this.jdbc
			.sql("""
					with services as (select cast('00000000-0000-0000-00c0-' || lpad(n::text, 12, '0') as uuid) as id, n
						from generate_series(1, :services) as s (n)),
					edges as (select s.id, cast(:first as timestamptz) as at, 'UP' as state from services s
						union all
						select s.id, cast(:first as timestamptz) + make_interval(hours => d * 24 + s.n % 20 + 1), 'DOWN'
						from services s cross join generate_series(0, 364, 3) as e (d)
						union all
						select s.id, cast(:first as timestamptz) + make_interval(hours => d * 24 + s.n % 20 + 1, mins => 10), 'UP'
						from services s cross join generate_series(0, 364, 3) as e (d))
					insert into availability.service_interval (service_id, starts, ends, follows, state)
					select id, at, lead(at) over w, case when lag(at) over w is null then null else at end, state from edges
					window w as (partition by id order by at)""")
			.param("services", SERVICES)
			.param("first", first.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc
			.sql("""
					insert into availability.day_sum
					select cast('00000000-0000-0000-00c0-' || lpad(n::text, 12, '0') as uuid), cast(:today as date) - 365 + d,
						86400000000 - 600000000 * cast(d % 3 = 0 as int), 0, 600000000 * cast(d % 3 = 0 as int), 0, 0, 0
					from generate_series(1, :services) as s (n) cross join generate_series(0, 364) as e (d)""")
			.param("services", SERVICES)
			.param("today", today)
			.update();
		this.jdbc.sql("delete from availability.day_closed").update();
		this.jdbc.sql("insert into availability.day_closed values (?)").param(today.minusDays(1)).update();
		this.jdbc.sql("analyze availability.service_interval").update();
		this.jdbc.sql("analyze availability.day_sum").update();
		List<ServiceId> services = IntStream.rangeClosed(1, SERVICES)
			.mapToObj((n) -> new ServiceId(UUID.fromString("00000000-0000-0000-00c0-%012d".formatted(n))))
			.toList();
		assertThat(this.report.days(services, today.minusDays(89), today)).hasSize(SERVICES)
			.allSatisfy((service, days) -> assertThat(days).hasSize(90)
				.allSatisfy((day) -> assertThat(day.uptime().unmonitored()).isZero()));
		double days = median(() -> this.report.days(services, today.minusDays(89), today));
		double overview = median(this.report::overview);
		double now = median(() -> this.report.now(services));
		double year = median(() -> this.report.uptimes(services, first, Instant.now()));
		double one = median(() -> this.report.uptime(services.getFirst(), first, Instant.now()));
		double rows = median(() -> this.jdbc.sql("select * from availability.day_sum where day >= ?")
			.param(today.minusDays(89))
			.query()
			.listOfRows());
		log.info(
				"COST of a year of {} services: rows of 90 days {} ms, 90 days {} ms, overview {} ms, now {} ms, uptimes {} ms, one {} ms",
				SERVICES, round(rows), round(days), round(overview), round(now), round(year), round(one));
		assertThat(List.of(days, overview, now, one)).allMatch((took) -> took < LONGEST * rows);
	}

	private static double median(Runnable call) {
		List<Double> times = new ArrayList<>();
		for (int round = 0; round < 60; round++) {
			long start = System.nanoTime();
			call.run();
			double took = (System.nanoTime() - start) / 1e6;
			// The first rounds warm up machine and caches.
			if (round >= 20) {
				times.add(took);
			}
		}
		return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
	}

	private static String round(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}
