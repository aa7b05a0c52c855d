package id.tangerangkota.layanan.availability.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@PortalTest
class ResultStoreIntegrationTests {

	private static final LocalDate TODAY = LocalDate.ofInstant(Checks.NOON, ZoneOffset.UTC);

	private final SetClock clock = new SetClock(Checks.NOON);

	private final List<List<Observation>> heard = new ArrayList<>();

	private boolean failing;

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
		dropDays();
		this.process = new Process("one", this.database, this.clock, new Sites(), (observations) -> {
			this.heard.add(observations);
			if (this.failing) {
				throw new IllegalStateException("listener");
			}
		});
		this.lease = this.process.leases.acquire(0, false).orElseThrow();
	}

	@AfterEach
	void clean() {
		Process.clean(this.jdbc);
	}

	private int store(Finding... findings) {
		return this.process.store.store(this.lease, (short) 1, List.of(findings));
	}

	private static Finding up(int check, int second) {
		Instant at = Checks.NOON.plusSeconds(second);
		return Finding.of(check, at, Checks.up(at, 120));
	}

	private long rows() {
		return this.jdbc.sql("select count(*) from availability.result").query(Long.class).single();
	}

	@Test
	void keepsEverythingOfAResult() {
		store(up(4, 1));
		assertThat(this.jdbc
			.sql("""
					select at = timestamptz '2026-11-26 05:00:01Z' as at, check_id, outcome, cause, status, dns_ms, connect_ms,
						tls_ms, first_byte_ms, total_ms, date '1970-01-01' + certificate_day = date '2027-01-31' as certificate,
						node, host(address) as address
					from availability.result""")
			.query()
			.singleRow())
			.isEqualTo(Map.ofEntries(Map.entry("at", true), Map.entry("check_id", 4), Map.entry("outcome", 1),
					Map.entry("cause", 0), Map.entry("status", 200), Map.entry("dns_ms", 1), Map.entry("connect_ms", 2),
					Map.entry("tls_ms", 3), Map.entry("first_byte_ms", 4), Map.entry("total_ms", 120),
					Map.entry("certificate", true), Map.entry("node", 1), Map.entry("address", "103.7.1.2")));
		assertThat(this.heard).singleElement()
			.isEqualTo(List.of(new Observation(4, Checks.NOON.plusSeconds(1), Outcome.UP, null, 200, 120,
					Checks.up(Checks.NOON, 120).certificate(), "103.7.1.2")));
	}

	/** When the day ends in the city, Greenwich has seven hours left of it. */
	@Test
	void keepsTheCitysDayOnWhichACertificateEnds() {
		Result up = Checks.up(Checks.NOON, 120);
		CertificateFinding ends = new CertificateFinding("ab", Instant.parse("2027-01-31T16:59:59Z"), Verdict.VALID);
		CertificateFinding endsNextDay = new CertificateFinding("ab", Instant.parse("2027-01-31T17:00:00Z"),
				Verdict.VALID);
		store(Finding.of(4, Checks.NOON, with(up, ends)), Finding.of(5, Checks.NOON, with(up, endsNextDay)));
		assertThat(this.jdbc.sql("""
				select cast(date '1970-01-01' + certificate_day as text) from availability.result order by check_id""")
			.query(String.class)
			.list()).containsExactly("2027-01-31", "2027-02-01");
	}

	private static Result with(Result result, CertificateFinding certificate) {
		return new Result(result.planned(), result.lagMillis(), result.outcome(), result.cause(), result.status(),
				result.phases(), certificate, result.address(), result.title());
	}

	@Test
	void keepsWhatDidNotComeToAnything() {
		store(Finding.of(4, Checks.NOON, Checks.down(Checks.NOON)));
		assertThat(this.jdbc
			.sql("select outcome, cause, tls_ms, total_ms, certificate_day, address from availability.result")
			.query()
			.singleRow()).containsEntry("outcome", 3)
			.containsEntry("cause", 5)
			.containsEntry("tls_ms", 0)
			.containsEntry("total_ms", 5000)
			.containsEntry("certificate_day", 0)
			.containsEntry("address", null);
		assertThat(this.heard.getFirst()).singleElement().satisfies((observation) -> {
			assertThat(observation.cause()).isEqualTo(Cause.TIMEOUT);
			assertThat(observation.certificate()).isNull();
			assertThat(observation.address()).isNull();
		});
	}

	/** As one of two nodes that planned the same slot, and as a batch sent again. */
	@Test
	void dropsDuplicatesBeforeAnybodyHears() {
		assertThat(store(up(4, 1), up(4, 2), up(4, 1))).isEqualTo(2);
		assertThat(store(up(4, 1), up(4, 2))).isZero();
		assertThat(store(up(4, 2), up(4, 3), up(8, 2))).isEqualTo(2);
		assertThat(rows()).isEqualTo(4);
		assertThat(this.heard).hasSize(2);
		assertThat(this.heard.get(1)).extracting(Observation::check).containsExactly(8, 4);
	}

	@Test
	void tellsInTheOrderOfTime() {
		store(up(4, 9), up(8, 1), up(4, 3), up(12, 5));
		assertThat(this.heard.getFirst()).extracting(Observation::at).isSorted();
	}

	@Test
	void storesNothingWhenAListenerFails() {
		this.failing = true;
		assertThatIllegalStateException().isThrownBy(() -> store(up(4, 1)));
		assertThat(rows()).isZero();
		this.failing = false;
		assertThat(store(up(4, 1))).isEqualTo(1);
		assertThat(this.heard).hasSize(2);
	}

	@Test
	void refusesWhoHasAStaleLease() {
		this.jdbc.sql("update availability.shard set leased_until = '-infinity'").update();
		Lease newer = new Leases(this.jdbc, "two", Duration.ofSeconds(5)).acquire(0, false).orElseThrow();
		assertThat(newer.fence()).isGreaterThan(this.lease.fence());
		assertThatExceptionOfType(StaleLease.class).isThrownBy(() -> store(up(4, 1)));
		assertThat(rows()).isZero();
		assertThat(this.process.leases.renew(this.lease, Checks.NOON)).isFalse();
	}

	@Test
	void tellsOfBlindnessWithoutStoringIt() {
		assertThat(store(Finding.blind(4, Checks.NOON.minusSeconds(600)), up(4, 1))).isEqualTo(2);
		assertThat(rows()).isEqualTo(1);
		assertThat(this.heard.getFirst()).extracting(Observation::outcome).containsExactly(Outcome.BLIND, Outcome.UP);
	}

	@Test
	void readsTheLastResults() {
		store(up(4, 1), up(4, 61), Finding.of(4, Checks.NOON.plusSeconds(121), Checks.down(Checks.NOON)));
		// The reader's own clock is the portal's.
		assertThat(this.results.after(4, Checks.NOON.plusSeconds(60))).get()
			.satisfies((result) -> assertThat(result.at()).isEqualTo(Checks.NOON.plusSeconds(61)));
		assertThat(this.results.after(4, Checks.NOON.plusSeconds(200))).isEmpty();
	}

	@Test
	void makesAndDropsPartitions() {
		assertThat(partitions()).containsExactly("result_20261125", "result_20261126", "result_20261127",
				"result_20261128", "result_20261129");
		store(up(4, 1));
		this.process.partitions.keep(TODAY.plusDays(3));
		this.process.partitions.keep(TODAY.plusDays(3));
		assertThat(partitions()).contains("result_20261126", "result_20261202").hasSize(8);
		this.process.partitions.keep(TODAY.plusDays(30));
		assertThat(rows()).isEqualTo(1);
		this.process.partitions.keep(TODAY.plusDays(31));
		assertThat(partitions()).doesNotContain("result_20261126");
		assertThat(rows()).isZero();
	}

	/** Backups read all of it for as long as they last, every night. */
	@Test
	void makesPartitionsWhileABackupReads() throws SQLException {
		try (Connection backup = this.database.getConnection(); Statement reading = backup.createStatement()) {
			backup.setAutoCommit(false);
			reading.execute("lock table availability.result in access share mode");
			this.process.partitions.keep(TODAY.plusDays(32));
			assertThat(partitions()).as("made, and nothing dropped").contains("result_20261126", "result_20261231");
			backup.rollback();
		}
		this.process.partitions.keep(TODAY.plusDays(32));
		assertThat(partitions()).doesNotContain("result_20261126");
	}

	/** Whatever the node believes the day to be. */
	@Test
	void keepsThePartitionsOfTheDatabasesDay() {
		this.clock.advance(Duration.ofDays(3650));
		this.process.partitions.keep();
		assertThat(partitions())
			.contains(this.jdbc.sql("select 'result_' || to_char(now() at time zone 'UTC', 'YYYYMMDD')")
				.query(String.class)
				.single());
	}

	private void dropDays() {
		partitions().forEach((name) -> this.jdbc.sql("drop table availability." + name).update());
	}

	private List<String> partitions() {
		return this.jdbc.sql("""
				select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
				where i.inhparent = 'availability.result'::regclass order by 1""").query(String.class).list();
	}

}
