package id.tangerangkota.layanan.availability.result;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.result.CheckResults.Resolution;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class RollupsIntegrationTests {

	private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

	private final SetClock clock = new SetClock(START);

	private final Random random = new Random(8);

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CheckResults results;

	private Process process;

	private Lease lease;

	@BeforeEach
	void take() {
		Process.clean(this.jdbc);
		this.process = new Process("one", this.database, this.clock, new Sites());
		this.lease = this.process.leases.acquire(0, false).orElseThrow();
	}

	@AfterEach
	void clean() {
		Process.clean(this.jdbc);
	}

	private void store(List<Finding> findings) {
		this.process.store.store(this.lease, (short) 1, findings);
	}

	/** Every shard has looked until then. */
	private void covered(Instant until) {
		this.clock.set(until);
		this.jdbc.sql("update availability.shard set covered_until = ?").param(Timestamp.from(until)).update();
	}

	private Finding any(int check, Instant at) {
		int total = 1 + this.random.nextInt(this.random.nextBoolean() ? 60 : 12_000);
		Phases phases = new Phases(this.random.nextInt(20), this.random.nextInt(50), this.random.nextInt(100),
				total / 2, total);
		return switch (this.random.nextInt(12)) {
			case 0 -> Finding.of(check, at, Checks.down(at));
			case 1 -> Finding.of(check, at,
					new Result(at, 0, Outcome.REFUSED, Cause.TURNED_AWAY, 403, phases, null, null, null));
			case 2 -> Finding.of(check, at, Checks.empty(at));
			case 3 -> Finding.of(check, at, new Result(at, 0, Outcome.SLOW, null, 200, phases, null, null, null));
			default -> Finding.of(check, at, new Result(at, 0, Outcome.UP, null, 200, phases, null, null, null));
		};
	}

	private void fill(Instant from, Instant until, int seconds) {
		List<Finding> findings = new ArrayList<>();
		for (Instant at = from; at.isBefore(until); at = at.plusSeconds(seconds)) {
			for (int check = 4; check <= 12; check += 4) {
				findings.add(any(check, at.plusMillis(this.random.nextInt(1000))));
			}
		}
		store(findings);
	}

	/**
	 * Of the slowest check of each service, in the latest five minutes that are summed
	 * up.
	 */
	@Test
	void tellHowLongServicesTookLast() {
		this.process.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			ServiceId service = new ServiceId(UUID.randomUUID());
			int one = define(service, "COUNTED");
			int slower = define(service, "CITED");
			int explored = define(service, "EXPLORED");
			int silent = define(new ServiceId(UUID.randomUUID()), "COUNTED");
			Instant last = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(6));
			summed(one, last, 300);
			summed(slower, last, 700);
			summed(explored, last, 9_000);
			summed(silent, last, null);
			summed(one, last.minus(Duration.ofMinutes(5)), 5_000);
			assertThat(this.results.latestP95()).containsExactly(Map.entry(service, 700));
			this.jdbc.sql("update availability.rollup_5m set at = at - interval '1 hour'").update();
			assertThat(this.results.latestP95()).as("of old").isEmpty();
		});
	}

	private int define(ServiceId service, String mode) {
		return this.jdbc
			.sql("""
					insert into availability.check_definition (service_id, platform, kind, target, method, statuses, redirects,
						timeout_ms, slow_ms, interval_s, failures, successes, slows, mode, changed)
					values (?, 'WEB', 'HTTP', 'https://a.example/', 'GET', '200-399', true, 5000, 3000, 60, 3, 2, 3, ?, 0)
					returning id""")
			.params(service.value(), mode)
			.query(Integer.class)
			.single();
	}

	private void summed(int check, Instant at, @Nullable Integer p95) {
		this.jdbc
			.sql("""
					insert into availability.rollup_5m (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms,
						first_byte_ms, total_ms, p95_ms, buckets, counts)
					values (?, ?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, '{}', '{}')""")
			.params(Timestamp.from(at), check, p95)
			.update();
	}

	/** Nothing is lost and nothing counted twice, whatever comes when. */
	@Test
	void neverDifferFromTheResults() {
		Instant end = START.plus(Duration.ofHours(9));
		fill(START, end, 60);
		covered(end.minusSeconds(100));
		this.process.rollups.build();
		assertThat(this.process.difference(START, end.minusSeconds(300))).isZero();
		assertThat(sum("rollup_5m")).isEqualTo(raw(end.minusSeconds(300)));
		// What was buffered while the database was away.
		List<Finding> late = new ArrayList<>();
		for (int n = 0; n < 200; n++) {
			late.add(any(4, START.plusSeconds(this.random.nextInt(8 * 3600)).plusMillis(this.random.nextInt(999))));
		}
		store(late);
		assertThat(this.process.difference(START, end.minusSeconds(300))).isPositive();
		this.process.rollups.build();
		assertThat(this.process.difference(START, end.minusSeconds(300))).isZero();
		this.process.rollups.build();
		assertThat(this.process.difference(START, end.minusSeconds(300))).isZero();
		assertThat(difference("hour", "rollup_hour")).isZero();
		assertThat(difference("day", "rollup_day")).isZero();
		// Seven hours in Jakarta are a day's end.
		assertThat(this.jdbc.sql("select count(distinct at) from availability.rollup_day").query(Long.class).single())
			.isEqualTo(1);
		assertThat(this.jdbc.sql("select count(distinct at) from availability.rollup_hour").query(Long.class).single())
			.isEqualTo(8);
	}

	/** 5 minutes are summed when all shards have looked, not before. */
	@Test
	void areBuiltOfClosedIntervalsOnly() {
		fill(START, START.plusSeconds(1200), 30);
		covered(START.plusSeconds(599));
		this.process.rollups.build();
		assertThat(slots()).isEqualTo(1);
		covered(START.plusSeconds(600));
		this.process.rollups.build();
		assertThat(slots()).isEqualTo(2);
		this.jdbc.sql("update availability.shard set covered_until = ? where id > 0")
			.param(Timestamp.from(START.plusSeconds(1200)))
			.update();
		this.clock.set(START.plusSeconds(1200));
		this.process.rollups.build();
		assertThat(slots()).isEqualTo(2);
		// Nobody looks at shard 0 any more; the others are not kept waiting.
		this.clock.set(START.plusSeconds(1800));
		this.process.rollups.build();
		assertThat(slots()).isEqualTo(4);
	}

	@Test
	void tellPercentilesAndPhases() {
		List<Finding> findings = new ArrayList<>();
		for (int n = 1; n <= 100; n++) {
			Instant at = START.plusSeconds(n);
			findings.add(Finding.of(4, at,
					new Result(at, 0, Outcome.UP, null, 200, new Phases(1, 2, 3, n, n * 10), null, null, null)));
		}
		store(findings);
		covered(START.plusSeconds(600));
		this.process.rollups.build();
		assertThat(this.results.series(4, START, START.plusSeconds(300), Resolution.FIVE_MINUTES)).singleElement()
			.satisfies((time) -> {
				assertThat(time.up()).isEqualTo(100);
				assertThat(time.p50()).isBetween(500, 531);
				assertThat(time.p95()).isBetween(950, 1010);
				assertThat(time.phases()).isEqualTo(new Phases(1, 2, 3, 51, 505));
			});
		assertThat(this.results.series(4, START, START.plusSeconds(300), Resolution.HOUR)).isEmpty();
	}

	/** The bound the database computes with holds for every time there is. */
	@Test
	void areNeverFarFromTheTruth() {
		assertThat(this.jdbc.sql("""
				select max(abs(availability.percentile(array[availability.time_bucket(ms)], array[1], 0.5) - ms)
					/ greatest(ms, 1)::numeric) < 0.0625 and min(availability.percentile(
					array[availability.time_bucket(ms)], array[1], 0.5) - ms) = 0
				from generate_series(0, 32767) ms""").query(Boolean.class).single()).isTrue();
		assertThat(
				this.jdbc.sql("select availability.percentile('{}', '{}', 0.5) is null").query(Boolean.class).single())
			.isTrue();
	}

	@Test
	void areDroppedAfterTwoYears() {
		fill(START, START.plusSeconds(7200), 60);
		covered(START.plusSeconds(7200));
		this.process.rollups.build();
		this.clock.set(START.plus(Duration.ofDays(731)));
		this.process.rollups.purge();
		assertThat(slots()).isZero();
		assertThat(sum("rollup_hour")).isZero();
	}

	private long slots() {
		return this.jdbc.sql("select count(distinct at) from availability.rollup_5m").query(Long.class).single();
	}

	private long sum(String table) {
		return this.jdbc.sql("select coalesce(sum(up + slow + down + refused + void), 0) from availability." + table)
			.query(Long.class)
			.single();
	}

	private long raw(Instant until) {
		return this.jdbc.sql("select count(*) from availability.result where at < ?")
			.param(Timestamp.from(until))
			.query(Long.class)
			.single();
	}

	/** Against the results themselves, for spans that are over. */
	private long difference(String unit, String table) {
		return this.jdbc
			.sql("""
					with raw as (
						select date_trunc(:unit, at, 'Asia/Jakarta') as at, check_id, count(*) as n,
							count(*) filter (where outcome = 3) as down,
							sum(total_ms) filter (where outcome in (1, 2)) as total
						from availability.result group by 1, 2
					)
					select count(*) from raw join availability.%s r using (at, check_id)
					where raw.n <> r.up + r.slow + r.down + r.refused + r.void or raw.down <> r.down
						or raw.total <> r.total_ms or r.up + r.slow <> (select sum(n) from unnest(r.counts) n)"""
				.formatted(table))
			.param("unit", unit)
			.query(Long.class)
			.single();
	}

}
