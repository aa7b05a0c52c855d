package id.tangerangkota.layanan.throttle;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.web.testing.SetClock;
import id.tangerangkota.layanan.web.testing.Statements;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/** Two nodes with a pool of connections each, on one database. */
@PortalTest
@Timeout(120)
class ThrottleIntegrationTests {

	private static final String NIK = "3671014107900001";

	private static final Limit FIVE = new Limit("test.five", 5, Duration.ofMinutes(15));

	private final SetClock clock = new SetClock(Instant.parse("2026-11-23T03:42:10Z"));

	private final List<HikariDataSource> pools = new ArrayList<>();

	@Autowired
	private BlindIndex index;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Throttle ofThePortal;

	private Throttle node;

	private Throttle other;

	@BeforeEach
	void startTwoNodes() {
		this.jdbc.sql("delete from throttle.bucket").update();
		this.node = node(this.clock);
		this.other = node(this.clock);
	}

	@AfterEach
	void stopThem() {
		this.pools.forEach(HikariDataSource::close);
	}

	@Test
	void letsThroughWhatTheBucketHoldsAndSaysHowLongToWait() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.node.take(FIVE, NIK)).isEmpty();
		}
		assertThat(this.node.take(FIVE, NIK)).contains(Duration.ofMinutes(3));
		assertThat(this.other.take(FIVE, NIK)).contains(Duration.ofMinutes(3));
		assertThat(this.node.take(FIVE, "3671014107900002")).isEmpty();
		assertThat(this.node.take(new Limit("test.other", 5, Duration.ofMinutes(15)), NIK)).isEmpty();
	}

	@Test
	void startsAnewWhenTheLimitIsChanged() {
		take(this.node, FIVE, 5);
		assertThat(this.node.take(FIVE, NIK)).isPresent();
		assertThat(this.node.take(new Limit("test.five", 6, Duration.ofMinutes(15)), NIK)).isEmpty();
	}

	/** Whoever waits as told is let through, and not a second earlier. */
	@Test
	void keepsItsWord() {
		Random random = new Random(15);
		for (int i = 0; i < 60; i++) {
			Limit limit = new Limit("test.word" + i, 1 + random.nextInt(7),
					Duration.ofMillis(500 + random.nextInt(4_000_000)));
			take(this.node, limit, limit.capacity());
			this.clock.advance(Duration.ofMillis(random.nextInt(400)));
			Optional<Duration> wait = this.node.take(limit, NIK);
			if (wait.isPresent()) {
				assertThat(wait.get()).isBetween(Duration.ofSeconds(1), limit.period().plusSeconds(1));
				this.clock.advance(wait.get().minusSeconds(1));
				if (wait.get().toSeconds() > 1) {
					assertThat(this.node.take(limit, NIK)).contains(Duration.ofSeconds(1));
				}
				this.clock.advance(Duration.ofSeconds(1));
				assertThat(this.node.take(limit, NIK)).as("%s after %s", limit, wait).isEmpty();
			}
		}
	}

	@Test
	void countsForBothNodesTogether() throws Exception {
		Limit limit = new Limit("test.shared", 40, Duration.ofHours(1));
		AtomicInteger allowed = new AtomicInteger();
		inParallel(8, (thread) -> {
			Throttle one = (thread % 2 == 0) ? this.node : this.other;
			for (int i = 0; i < 25; i++) {
				if (one.take(limit, NIK).isEmpty()) {
					allowed.incrementAndGet();
				}
			}
		});
		assertThat(allowed).hasValue(40);
	}

	/** The first tries of a new bucket are no way round it. */
	@Test
	void countsTriesThatCreateTheBucket() throws Exception {
		AtomicInteger allowed = new AtomicInteger();
		inParallel(8, (thread) -> {
			Throttle one = (thread % 2 == 0) ? this.node : this.other;
			for (int key = 0; key < 40; key++) {
				if (one.take(new Limit("test.new", 3, Duration.ofHours(1)), "key" + key).isEmpty()) {
					allowed.incrementAndGet();
				}
			}
		});
		assertThat(allowed).hasValue(120);
	}

	@Test
	void takesOfAllLimitsOrOfNone() {
		Limit two = new Limit("test.two", 2, Duration.ofHours(2));
		Map<Limit, String> both = new LinkedHashMap<>();
		both.put(FIVE, NIK);
		both.put(two, NIK);
		assertThat(this.node.take(both)).isEmpty();
		assertThat(this.other.take(both)).isEmpty();
		assertThat(this.node.take(both)).contains(Duration.ofHours(1));
		assertThat(this.node.take(both)).as("repeated").contains(Duration.ofHours(1));
		this.node.giveBack(both);
		assertThat(this.node.take(both)).as("given back").isEmpty();
		assertThat(take(this.node, FIVE, 5)).as("what the refused tries left").isEqualTo(3);
	}

	/** However many limits there are: every report and every sign-in asks. */
	@Test
	void asksTheDatabaseTwiceForAllLimits() {
		Map<Limit, String> limits = new LinkedHashMap<>();
		for (int i = 0; i < 4; i++) {
			limits.put(new Limit("test.one-of-" + i, 5, Duration.ofHours(1)), NIK);
		}
		assertThat(Statements.of(() -> this.node.take(limits))).as("new ones").hasSize(2);
		assertThat(Statements.of(() -> this.other.take(limits))).hasSize(2);
		assertThat(Statements.of(() -> this.node.giveBack(limits))).hasSize(2);
	}

	/** Whoever takes two in one order meets whoever takes them in the other. */
	@Test
	void countsSeveralLimitsForBothNodesTogether() throws Exception {
		Limit scarce = new Limit("test.scarce", 40, Duration.ofHours(1));
		Limit ample = new Limit("test.ample", 1000, Duration.ofHours(1));
		AtomicInteger allowed = new AtomicInteger();
		inParallel(8, (thread) -> {
			Throttle one = (thread % 2 == 0) ? this.node : this.other;
			Map<Limit, String> limits = new LinkedHashMap<>();
			limits.put((thread % 4 < 2) ? scarce : ample, NIK);
			limits.put((thread % 4 < 2) ? ample : scarce, NIK);
			for (int i = 0; i < 25; i++) {
				if (one.take(limits).isEmpty()) {
					allowed.incrementAndGet();
				}
			}
		});
		assertThat(allowed).hasValue(40);
		assertThat(take(this.node, ample, 1000)).as("none is taken for a try that was refused").isEqualTo(960);
	}

	/** As far as readiness lets clocks go apart. */
	@Test
	void bearsClocksThatDiffer() {
		SetClock ahead = new SetClock(Instant.parse("2026-11-23T03:42:10Z"));
		ahead.advance(Duration.ofSeconds(5));
		Throttle early = node(ahead);
		Limit limit = new Limit("test.skew", 10, Duration.ofSeconds(100));
		int allowed = 0;
		for (int second = 0; second < 300; second++) {
			for (Throttle one : List.of(this.node, early, this.other)) {
				allowed += one.take(limit, NIK).isEmpty() ? 1 : 0;
			}
			this.clock.advance(Duration.ofSeconds(1));
			ahead.advance(Duration.ofSeconds(1));
		}
		// What it holds, what came in 299 s, and less than one try for the 5 s.
		assertThat(allowed).isBetween(10 + 29, 10 + 29 + 1);
	}

	@Test
	void forgetsAfterASuccess() {
		take(this.node, FIVE, 5);
		assertThat(this.node.take(FIVE, NIK)).isPresent();
		this.node.forget(FIVE, NIK);
		assertThat(take(this.node, FIVE, 5)).isEqualTo(5);
		assertThat(this.node.take(FIVE, NIK)).isPresent();
		assertThat(this.other.take(FIVE, NIK)).isPresent();
		this.other.forget(FIVE, NIK);
		// This node repeats its own refusal for a second.
		assertThat(this.node.take(FIVE, NIK)).isPresent();
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.node.take(FIVE, NIK)).isEmpty();
	}

	/** One and no more, into an empty, a half full and a full bucket. */
	@Test
	void givesBackWhatWasTaken() {
		take(this.node, FIVE, 5);
		assertThat(this.node.take(FIVE, NIK)).isPresent();
		this.node.giveBack(FIVE, NIK);
		assertThat(take(this.node, FIVE, 5)).isOne();
		this.clock.advance(Duration.ofHours(1));
		this.node.giveBack(FIVE, NIK);
		this.other.giveBack(FIVE, NIK);
		assertThat(take(this.node, FIVE, 10)).isEqualTo(5);
		this.node.giveBack(FIVE, "nobody tried");
		assertThat(this.node.take(FIVE, NIK)).isPresent();
	}

	/** A flood on an empty bucket costs the database one question a second. */
	@Test
	void repeatsARefusalWithoutAskingTheDatabase() {
		take(this.node, FIVE, 5);
		assertThat(this.node.take(FIVE, NIK)).contains(Duration.ofSeconds(180));
		this.pools.forEach(HikariDataSource::close);
		this.clock.advance(Duration.ofMillis(999));
		assertThat(this.node.take(FIVE, NIK)).contains(Duration.ofSeconds(180));
		this.clock.advance(Duration.ofMillis(1));
		assertThatException().isThrownBy(() -> this.node.take(FIVE, NIK));
	}

	@Test
	void storesNobody() {
		take(this.node, FIVE, 3);
		List<byte[]> states = this.jdbc.sql("select state from throttle.bucket")
			.query((row, n) -> row.getBytes(1))
			.list();
		assertThat(states).hasSize(1)
			.allSatisfy((state) -> assertThat(new String(state, StandardCharsets.ISO_8859_1)).doesNotContain(NIK)
				.doesNotContain(FIVE.name()));
	}

	@Test
	void remembersNothingLongerThanItMust() {
		take(this.node, FIVE, 2);
		assertThat(this.node.purge()).isZero();
		this.clock.advance(Duration.ofMinutes(6).minusSeconds(1));
		assertThat(this.other.purge()).isZero();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(this.other.purge()).isOne();
		assertThat(rows()).isZero();
		assertThat(take(this.node, FIVE, 5)).isEqualTo(5);
	}

	@Test
	void isPurgedByAJob(@Autowired @Qualifier("throttlePurge") RecurringTask<Void> job) {
		this.jdbc.sql("insert into throttle.bucket values (1, '', timestamptz '2026-01-01 00:00Z')").update();
		job.execute(new TaskInstance<>(job.getName(), RecurringTask.INSTANCE), mock(ExecutionContext.class));
		assertThat(rows()).isZero();
	}

	@Test
	void purgesManyRows() {
		this.jdbc
			.sql("""
					insert into throttle.bucket select n, '', timestamptz '2026-11-23 03:00Z' from generate_series(1, 1200) n""")
			.update();
		take(this.node, FIVE, 1);
		assertThat(this.node.purge()).isEqualTo(1200);
		assertThat(rows()).isOne();
	}

	/** A bucket that is full and taken from at once is not lost. */
	@Test
	void purgesWhilePeopleTry() throws Exception {
		Limit limit = new Limit("test.purge", 1, Duration.ofSeconds(1));
		AtomicBoolean going = new AtomicBoolean(true);
		try (ExecutorService purger = Executors.newSingleThreadExecutor()) {
			Future<?> purge = purger.submit(() -> {
				while (going.get()) {
					this.other.purge();
				}
			});
			try {
				for (int round = 0; round < 40; round++) {
					AtomicInteger allowed = new AtomicInteger();
					inParallel(4, (thread) -> {
						Throttle one = (thread % 2 == 0) ? this.node : this.other;
						allowed.addAndGet(one.take(limit, NIK).isEmpty() ? 1 : 0);
					});
					assertThat(allowed).hasValue(1);
					this.clock.advance(Duration.ofSeconds(2));
				}
			}
			finally {
				// Or a failure would wait for the purger for ever.
				going.set(false);
			}
			purge.get();
		}
	}

	@Test
	void failsWithoutItsDatabase() {
		this.pools.forEach(HikariDataSource::close);
		assertThatException().isThrownBy(() -> this.node.take(FIVE, NIK)).withRootCauseInstanceOf(SQLException.class);
	}

	@Test
	void refusesToWorkInATransaction() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.ofThePortal.take(FIVE, NIK)))
			.withMessage("Tries are taken outside of transactions");
		assertThat(this.ofThePortal.take(FIVE, NIK)).isEmpty();
	}

	@Test
	void givesEveryConnectionBack() {
		for (int i = 0; i < 30; i++) {
			this.node.take(FIVE, "key" + i);
			this.node.giveBack(FIVE, "key" + i);
			this.node.forget(FIVE, "key" + i);
			this.node.purge();
		}
		assertThat(this.pools.get(0).getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	private int take(Throttle throttle, Limit limit, int times) {
		int allowed = 0;
		for (int i = 0; i < times; i++) {
			allowed += throttle.take(limit, NIK).isEmpty() ? 1 : 0;
		}
		return allowed;
	}

	private int rows() {
		return this.jdbc.sql("select count(*) from throttle.bucket").query(Integer.class).single();
	}

	private Throttle node(Clock time) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(this.database.getJdbcUrl());
		pool.setUsername(this.database.getUsername());
		pool.setMaximumPoolSize(4);
		pool.setMinimumIdle(0);
		pool.setConnectionTimeout(10_000);
		this.pools.add(pool);
		return new Throttle(this.index, new Buckets(JdbcClient.create(pool), time), new RefusedTries((event) -> {
		}, new SimpleMeterRegistry(), time), time);
	}

	private static void inParallel(int threads, IntConsumer work) throws Exception {
		try (ExecutorService people = Executors.newFixedThreadPool(threads)) {
			List<Callable<Void>> tasks = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				int number = thread;
				tasks.add(() -> {
					work.accept(number);
					return null;
				});
			}
			for (Future<Void> done : people.invokeAll(tasks)) {
				done.get();
			}
		}
	}

}
