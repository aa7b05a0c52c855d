package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much the database grows, and what storing and summing cost. Prints it for
 * {@code -Dscale.results=1000000}; in every build a few show that it still works.
 */
@PortalTest
class ResultGrowthIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(ResultGrowthIntegrationTests.class);

	private static final int CHECKS = 1_000;

	private static final Instant START = Instant.parse("2026-11-26T00:00:00Z");

	private final SetClock clock = new SetClock(START);

	private final Random random = new Random(3);

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void clean() {
		Process.clean(this.jdbc);
	}

	@Test
	void growsByARowForAResultAndAFifthOfThatForSums() {
		int results = Integer.getInteger("scale.results", 10_000);
		Process.clean(this.jdbc);
		Process process = new Process("one", this.database, this.clock, new Sites());
		Lease lease = process.leases.acquire(0, false).orElseThrow();
		int minutes = results / CHECKS;
		long wal = wal();
		long start = System.nanoTime();
		for (int minute = 0; minute < minutes; minute++) {
			process.store.store(lease, (short) 1, batch(minute));
		}
		report("storing", start, results, wal);
		this.jdbc
			.sql("update availability.shard set covered_until = timestamptz '2026-11-26 00:00Z' + ? * interval '1 min'")
			.param(minutes)
			.update();
		this.clock.advance(Duration.ofMinutes(minutes));
		wal = wal();
		start = System.nanoTime();
		process.rollups.build();
		report("summing", start, results, wal);
		assertThat(process.difference(START, this.clock.instant())).isZero();
		assertThat(count("availability.rollup_5m")).isEqualTo(results / 5);
		for (String table : List.of("result_20261126", "rollup_5m", "rollup_hour", "rollup_day")) {
			log.info("GROWTH {}: {} rows, table {} B a row, index {} B a row", table, count("availability." + table),
					size("pg_table_size", table), size("pg_indexes_size", table));
		}
	}

	private List<Finding> batch(int minute) {
		List<Finding> batch = new ArrayList<>();
		for (int check = 1; check <= CHECKS; check++) {
			Instant at = START.plusSeconds(60L * minute).plusMillis(check * 59L);
			int total = (int) Math.exp(4 + this.random.nextGaussian());
			Phases phases = new Phases(1, total / 6, total / 3, total / 2, total);
			Result up = Checks.up(at, total);
			batch.add(Finding.of(check, at,
					new Result(at, 0, Outcome.UP, null, 200, phases, up.certificate(), up.address(), null)));
		}
		return batch;
	}

	private void report(String what, long start, int results, long wal) {
		double seconds = (System.nanoTime() - start) / 1e9;
		log.info("GROWTH {} {} results: {} s, {} a second, {} B of WAL each", what, results,
				String.format(Locale.ROOT, "%.1f", seconds), Math.round(results / seconds), (wal() - wal) / results);
	}

	private long wal() {
		return this.jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
			.query(Long.class)
			.single();
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private long size(String function, String table) {
		return this.jdbc
			.sql("select %s('availability.%s') / greatest(1, (select count(*) from availability.%s))"
				.formatted(function, table, table))
			.query(Long.class)
			.single();
	}

}
