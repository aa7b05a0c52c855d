package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Looking;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one process of the portal has to check with, without the rest of it. */
class Process {

	static final int SHARDS = 4;

	private static final String DIFFERENCE = Rollups.RAW
			+ """
					select count(*) from (
						select slot as at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms,
							total_ms, buckets, counts, availability.percentile(buckets, counts, 0.5) as p50_ms,
							availability.percentile(buckets, counts, 0.95) as p95_ms
						from summed
					) raw full join (
						select * from availability.rollup_5m where at >= :from and at < :until
					) rolled using (at, check_id)
					where (raw.up, raw.slow, raw.down, raw.refused, raw.void, raw.dns_ms, raw.connect_ms, raw.tls_ms,
							raw.first_byte_ms, raw.total_ms, raw.p50_ms, raw.p95_ms, raw.buckets, raw.counts)
						is distinct from (rolled.up, rolled.slow, rolled.down, rolled.refused, rolled.void, rolled.dns_ms,
							rolled.connect_ms, rolled.tls_ms, rolled.first_byte_ms, rolled.total_ms, rolled.p50_ms, rolled.p95_ms,
							rolled.buckets, rolled.counts)
					""";

	final JdbcClient jdbc;

	final TransactionTemplate transaction;

	final CheckSettings settings;

	final CountedChecks checks;

	final ResultStore store;

	final Blindness blindness;

	final Partitions partitions;

	final Rollups rollups;

	final Leases leases;

	final CheckNode node;

	volatile boolean clockAgrees = true;

	final MeterRegistry meters = new SimpleMeterRegistry();

	Process(String name, DataSource database, Clock clock, Looking looking, ObservationListener... listeners) {
		this(name, database, clock, looking, Duration.ofSeconds(5), 20_000, listeners);
	}

	Process(String name, DataSource database, Clock clock, Looking looking, Duration lease, int buffer,
			ObservationListener... listeners) {
		this.jdbc = JdbcClient.create(database);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
		this.settings = new CheckSettings(true, List.of("https://a.example", "https://b.example", "https://c.example"),
				false, SHARDS, Duration.ofSeconds(5), Duration.ofDays(30), Duration.ofDays(730), Duration.ofDays(1),
				buffer);
		this.checks = Checks.counted(this.jdbc, this.settings, clock);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		for (int n = 0; n < listeners.length; n++) {
			beans.addBean("listener" + n, listeners[n]);
		}
		this.store = new ResultStore(this.jdbc, this.checks, beans.getBeanProvider(ObservationListener.class),
				this.transaction);
		this.blindness = new Blindness(this.jdbc, this.store, this.checks, this.settings, this.transaction, clock);
		this.partitions = new Partitions(this.jdbc, this.settings);
		this.rollups = new Rollups(this.jdbc, this.settings, this.transaction, clock);
		this.leases = new Leases(this.jdbc, name, lease);
		this.leases.create(SHARDS, clock.instant());
		this.partitions.keep(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
		Workers workers = new Workers(this.jdbc, name, lease);
		CheckMeters checkMeters = new CheckMeters(this.meters);
		this.node = new CheckNode(this.settings, this.leases, workers,
				new CheckNode.Parts(this.jdbc, this.checks, this.store, this.blindness, () -> this.clockAgrees),
				workers.machine(name), looking,
				new Canaries(this.settings.canaryTargets().stream().map((target) -> (HttpTarget) target).toList(),
						looking, checkMeters::voidRound, clock),
				checkMeters, clock);
	}

	/** How many sums of 5 minutes differ from their results. */
	long difference(Instant from, Instant until) {
		return this.jdbc.sql(DIFFERENCE)
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	/** Everything the tests of this package leave behind. */
	static void clean(JdbcClient jdbc) {
		jdbc.sql(
				"""
						truncate availability.result, availability.shard, availability.worker, availability.blind,
							availability.rollup_5m, availability.rollup_hour, availability.rollup_day, availability.rollup_stale""")
			.update();
		jdbc.sql("update availability.rollup_progress set closed_until = '-infinity', built_until = '-infinity'")
			.update();
	}

}
