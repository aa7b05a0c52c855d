package id.tangerangkota.layanan.availability.result;

import java.io.Flushable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.availability.probe.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores every result of a benchmark as a node does, with its own writers and statements,
 * in an embedded PostgreSQL that is as durable as the portal's. Nobody listens, so no
 * states are made of them.
 */
public class StoredResults implements Consumer<Result>, Flushable {

	private static final String MODULE = "id.tangerangkota.layanan.availability.";

	private static final int SHARDS = 8;

	private static final int CHECKS = 105_884;

	/** So many wait for the database at most; then whoever brings more waits, too. */
	private static final int ROOM = 20_000;

	private final ResultWriter.Room room = new ResultWriter.Room(2 * ROOM);

	private final List<ResultWriter> writers = new ArrayList<>();

	private final AtomicInteger turn = new AtomicInteger();

	private final AtomicLong taken = new AtomicLong();

	private final AtomicLong stored = new AtomicLong();

	public StoredResults() throws IOException, ClassNotFoundException {
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.start();
		HikariDataSource database = new HikariDataSource();
		database.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
		Flyway.configure().dataSource(database).locations("classpath:db/migration/availability").load().migrate();
		JdbcClient jdbc = JdbcClient.create(database);
		Instant now = Clock.systemUTC().instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		jdbc.sql("select availability.make_partition(?)").param(today).query((row) -> {
		});
		Leases leases = new Leases(jdbc, "bench", Duration.ofDays(1));
		leases.create(SHARDS, now);
		ResultStore store = store(jdbc, database);
		CheckMeters meters = new CheckMeters(new SimpleMeterRegistry());
		for (int shard = 0; shard < SHARDS; shard++) {
			Lease lease = leases.acquire(shard, false).orElseThrow();
			ResultWriter writer = new ResultWriter(
					(batch) -> this.stored.addAndGet(store.store(lease, (short) 1, batch)), this.room, (finding) -> {
					}, meters);
			this.writers.add(writer);
			Thread.ofVirtual().start(writer);
		}
	}

	/** Put together by their constructors, which are no business of other packages. */
	private static ResultStore store(JdbcClient jdbc, HikariDataSource database) throws ClassNotFoundException {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.registerBean(JdbcClient.class, () -> jdbc);
		context.registerBean(TransactionTemplate.class,
				() -> new TransactionTemplate(new JdbcTransactionManager(database)));
		context.registerBean(Clock.class, Clock::systemUTC);
		context.registerBean(CheckSettings.class,
				() -> new CheckSettings(false, List.of(), false, SHARDS, Duration.ofSeconds(15), Duration.ofDays(30),
						Duration.ofDays(730), Duration.ofDays(1), ROOM));
		for (String part : List.of("check.CheckRows", "check.CheckChanges", "check.CountedChecks",
				"result.ResultStore")) {
			context.registerBean(Class.forName(MODULE + part));
		}
		context.refresh();
		return context.getBean(ResultStore.class);
	}

	@Override
	public void accept(Result result) {
		while (this.room.taken() > ROOM) {
			LockSupport.parkNanos(100_000);
		}
		int number = this.turn.getAndIncrement();
		// Of one check there is one result at a time, as slots see to it.
		Instant slot = Instant.ofEpochMilli(result.planned().toEpochMilli());
		this.taken.incrementAndGet();
		this.writers.get(Math.floorMod(number, SHARDS))
			.offer(List.of(Finding.of(Math.floorMod(number, CHECKS), slot, result)));
	}

	/** Waits until all are stored, and fails when that is not all that came. */
	@Override
	public void flush() {
		while (this.room.taken() > 0) {
			LockSupport.parkNanos(1_000_000);
		}
		if (this.stored.get() != this.taken.get()) {
			throw new IllegalStateException("Stored " + this.stored + " of " + this.taken + " results");
		}
	}

}
