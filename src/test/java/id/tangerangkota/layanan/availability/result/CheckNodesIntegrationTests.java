package id.tangerangkota.layanan.availability.result;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.availability.check.Checks;
import id.tangerangkota.layanan.availability.check.Slots;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.web.testing.CuttableRelay;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Processes that share the checks of the catalogue, with connections of their own. Their
 * time runs 20 times as fast as the database's: a minute is three seconds.
 */
@PortalTest
@Timeout(120)
class CheckNodesIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** Half a minute of theirs. */
	private static final Duration LEASE = Duration.ofMillis(1500);

	private final Clock clock = new FastClock();

	private final Sites sites = new Sites();

	private final List<Running> running = new ArrayList<>();

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationContext portal;

	private int counting;

	@BeforeEach
	void clean() {
		Process.clean(this.jdbc);
		Checks.followCatalogue(this.portal);
		this.counting = Checks.counting(this.portal);
	}

	@AfterEach
	void stop() {
		this.running.forEach(Running::close);
		Process.clean(this.jdbc);
	}

	private Running start(String name) {
		return start(name, this.database.getJdbcUrl(), 20_000);
	}

	private Running start(String name, String url, int buffer, ObservationListener... listeners) {
		HikariDataSource pool = pool(url);
		Running process = new Running(new Process(name, pool, this.clock, this.sites, LEASE, buffer, listeners), pool);
		this.running.add(process);
		return process;
	}

	private HikariDataSource pool(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername(this.database.getUsername());
		pool.setMaximumPoolSize(5);
		pool.setMinimumIdle(0);
		pool.setConnectionTimeout(500);
		return pool;
	}

	private void pass(Duration theirs) {
		Instant end = this.clock.instant().plus(theirs);
		await().atMost(PATIENCE).until(() -> !this.clock.instant().isBefore(end));
	}

	private Map<Integer, TreeSet<Instant>> looks() {
		Map<Integer, TreeSet<Instant>> looks = new TreeMap<>();
		this.jdbc.sql("select check_id, at from availability.result").query((row) -> {
			looks.computeIfAbsent(row.getInt("check_id"), (id) -> new TreeSet<>())
				.add(row.getTimestamp("at").toInstant());
		});
		return looks;
	}

	private void assertNeverTwiceInAnInterval() {
		looks().forEach((check, looks) -> {
			Slots slots = new Slots(check, MINUTE);
			Set<Instant> intervals = new HashSet<>();
			looks.forEach((at) -> assertThat(intervals.add(slots.last(at))).as("%s at %s", check, at).isTrue());
		});
	}

	/** What was looked at is stored a little later. */
	private void assertLooked(Instant from, Duration atLeastEvery) {
		Instant until = this.clock.instant();
		await().atMost(PATIENCE).untilAsserted(() -> assertLooked(from, until, atLeastEvery));
	}

	private void assertLooked(Instant from, Instant until, Duration atLeastEvery) {
		Map<Integer, TreeSet<Instant>> looks = looks();
		assertThat(looks).hasSize(this.counting);
		looks.forEach((check, slots) -> {
			Instant last = slots.floor(from);
			last = (last != null) ? last : from;
			for (Instant at : slots.tailSet(from)) {
				assertThat(Duration.between(last, at)).as("%s before %s", check, at).isLessThanOrEqualTo(atLeastEvery);
				last = at;
			}
			assertThat(Duration.between(last, until)).as("%s until %s", check, until).isLessThanOrEqualTo(atLeastEvery);
		});
	}

	@Test
	void shareAndGoOnWhenOneIsKilled() {
		Running first = start("first");
		await().atMost(PATIENCE).until(() -> first.shards() == Process.SHARDS);
		Running second = start("second");
		await().atMost(PATIENCE).until(() -> first.shards() == 2 && second.shards() == 2);
		pass(MINUTE);
		Instant killed = this.clock.instant();
		first.kill();
		await().atMost(PATIENCE).until(() -> second.shards() == Process.SHARDS);
		pass(MINUTE);
		assertLooked(killed.minus(MINUTE), MINUTE.multipliedBy(2));
		assertNeverTwiceInAnInterval();
	}

	@Test
	void goOnAtOnceWhenOneEnds() {
		Running first = start("first");
		Running second = start("second");
		await().atMost(PATIENCE).until(() -> first.shards() == 2 && second.shards() == 2);
		pass(MINUTE);
		Instant ended = this.clock.instant();
		first.process().node.end();
		// Sooner than any lease would run out.
		await().atMost(LEASE.dividedBy(2)).until(() -> second.shards() == Process.SHARDS);
		pass(MINUTE);
		assertLooked(ended.minusSeconds(50), MINUTE.plusSeconds(30));
		assertNeverTwiceInAnInterval();
	}

	@Test
	void checkOnWhileTheDatabaseIsAway() throws IOException {
		Matcher port = Pattern.compile(":(\\d+)/").matcher(this.database.getJdbcUrl());
		assertThat(port.find()).isTrue();
		try (CuttableRelay relay = new CuttableRelay(Integer.parseInt(port.group(1)))) {
			Running first = start("first", this.database.getJdbcUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/"),
					20_000);
			await().atMost(PATIENCE).until(() -> first.shards() == Process.SHARDS);
			pass(MINUTE);
			Instant away = this.clock.instant();
			relay.cut();
			int asked = this.sites.asked.size();
			pass(MINUTE);
			assertThat(this.sites.asked.size() - asked).isGreaterThan(this.counting / 2);
			relay.mend();
			pass(MINUTE);
			assertLooked(away.minusSeconds(30), MINUTE.plusSeconds(20));
			assertNeverTwiceInAnInterval();
			assertThat(first.process().meters.get("layanan.availability.lost").counters())
				.allSatisfy((lost) -> assertThat(lost.count()).isZero());
		}
	}

	/** It is there, says nothing, and no connection breaks. */
	@Test
	void checkOnWhileTheDatabaseDoesNotAnswer() throws IOException {
		Matcher port = Pattern.compile(":(\\d+)/").matcher(this.database.getJdbcUrl());
		assertThat(port.find()).isTrue();
		try (CuttableRelay relay = new CuttableRelay(Integer.parseInt(port.group(1)))) {
			Running first = start("first", this.database.getJdbcUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/"),
					20_000);
			await().atMost(PATIENCE).until(() -> first.shards() == Process.SHARDS);
			pass(MINUTE);
			relay.hush();
			pass(MINUTE);
			int asked = this.sites.asked.size();
			pass(MINUTE.multipliedBy(2));
			assertThat(this.sites.asked.size() - asked).isGreaterThan(this.counting);
			relay.mend();
			Instant back = this.clock.instant();
			pass(MINUTE);
			assertLooked(back, MINUTE.plusSeconds(20));
			assertNeverTwiceInAnInterval();
		}
	}

	/** Longer than there is room for: what happened meanwhile nobody knows. */
	@Test
	void sayWhatNobodyKnowsAfterTooLongWithoutTheDatabase() throws IOException {
		Matcher port = Pattern.compile(":(\\d+)/").matcher(this.database.getJdbcUrl());
		assertThat(port.find()).isTrue();
		Map<Integer, List<Instant>> blind = new ConcurrentHashMap<>();
		ObservationListener listener = (observations) -> observations.stream()
			.filter((observation) -> observation.outcome() == Outcome.BLIND)
			.forEach((observation) -> blind.computeIfAbsent(observation.check(), (id) -> new CopyOnWriteArrayList<>())
				.add(observation.at()));
		try (CuttableRelay relay = new CuttableRelay(Integer.parseInt(port.group(1)))) {
			Running first = start("first", this.database.getJdbcUrl().replaceFirst(":\\d+/", ":" + relay.port() + "/"),
					20, listener);
			await().atMost(PATIENCE).until(() -> first.shards() == Process.SHARDS);
			pass(MINUTE.plusSeconds(10));
			relay.cut();
			pass(MINUTE.multipliedBy(5));
			relay.mend();
			Instant back = this.clock.instant();
			pass(MINUTE.plusSeconds(30));
			await().atMost(PATIENCE)
				.until(() -> looks().values().stream().allMatch((looks) -> looks.higher(back) != null));
			assertThat(blind).hasSize(this.counting);
			looks().forEach((check, looks) -> assertThat(blind.get(check)).as("%s: %s", check, looks)
				.singleElement()
				.satisfies((since) -> {
					Instant before = looks.lower(since);
					Instant after = looks.ceiling(since);
					assertThat(before).isNotNull();
					assertThat(Duration.between(before, since)).isLessThanOrEqualTo(MINUTE.plusSeconds(20));
					assertThat(Duration.between(since, after)).isGreaterThan(MINUTE.multipliedBy(3));
				}));
		}
	}

	/** It stood still, another took over, and it wakes. */
	@Test
	void askAndStoreNothingWithAStaleLease() {
		SetClock sleeping = new SetClock(this.clock.instant());
		HikariDataSource pool = pool(this.database.getJdbcUrl());
		Sites quiet = new Sites();
		Process sleeper = new Process("sleeper", pool, sleeping, quiet, LEASE, 20_000);
		HeldShard held = sleeper.node.prepare(0);
		assertThat(held).isNotNull();
		Running other = start("other");
		await().atMost(PATIENCE).until(() -> other.shards() == Process.SHARDS);
		sleeping.set(this.clock.instant());
		assertThat(held.mayBegin(sleeping.instant())).isFalse();
		sleeper.node.beat();
		assertThat(held.done()).isDone();
		assertThat(sleeper.node.shards()).isEmpty();
		held.run().tick(sleeping.instant());
		assertThat(quiet.asked).isEmpty();
		pool.close();
	}

	/** Results of the future would stand in the way of those that come until then. */
	@Test
	void leaveAllToOthersWhileTheClockIsWrong() {
		HikariDataSource pool = pool(this.database.getJdbcUrl());
		SetClock set = new SetClock(this.clock.instant());
		Process process = new Process("wrong", pool, set, new Sites(), LEASE, 20_000);
		HeldShard held = process.node.prepare(0);
		assertThat(held).isNotNull();
		set.advance(CheckNode.BEAT);
		process.clockAgrees = false;
		process.node.beat();
		assertThat(held.done()).isDone();
		assertThat(process.node.shards()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from availability.worker").query(Integer.class).single()).isZero();
		assertThat(process.node.prepare(1)).isNull();
		Process right = new Process("right", pool, set, new Sites(), LEASE, 20_000);
		assertThat(right.node.prepare(0)).as("at once").isNotNull();
		process.clockAgrees = true;
		process.node.beat();
		assertThat(process.node.prepare(1)).isNotNull();
		pool.close();
	}

	/** So that a start after a standstill asks sites a shard at a time. */
	@Test
	void takeShardsOneByOneAfterTheirStart() {
		SetClock set = new SetClock(this.clock.instant());
		HikariDataSource pool = pool(this.database.getJdbcUrl());
		Process starting = new Process("starting", pool, set, new Sites(), LEASE, 20_000);
		assertThat(starting.node.prepare(0)).isNotNull();
		set.advance(CheckNode.BEAT.minusMillis(1));
		assertThat(starting.node.prepare(1)).isNull();
		set.advance(Duration.ofMillis(1));
		assertThat(starting.node.prepare(1)).isNotNull();
		// A machine learns the time when it has started.
		set.set(this.clock.instant().minus(Duration.ofHours(1)));
		assertThat(starting.node.prepare(2)).isNotNull();
		assertThat(starting.node.prepare(3)).isNull();
		set.advance(Duration.ofHours(1).plus(MINUTE));
		assertThat(starting.node.prepare(3)).isNotNull();
		starting.node.end();
		pool.close();
	}

	/** A process with what the portal gives it: jobs, a beat, an end. */
	private final class Running implements AutoCloseable {

		private final Process process;

		private final HikariDataSource pool;

		private final List<Thread> threads = new ArrayList<>();

		private volatile boolean going = true;

		Running(Process process, HikariDataSource pool) {
			this.process = process;
			this.pool = pool;
			this.threads.add(Thread.startVirtualThread(this::beat));
			for (int shard = 0; shard < Process.SHARDS; shard++) {
				int number = shard;
				this.threads.add(Thread.startVirtualThread(() -> serve(number)));
			}
		}

		Process process() {
			return this.process;
		}

		int shards() {
			return this.process.node.shards().size();
		}

		private void beat() {
			while (this.going) {
				this.process.node.beat();
				LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
			}
		}

		private void serve(int shard) {
			while (this.going) {
				try {
					this.process.node.serve(shard);
				}
				catch (InterruptedException ex) {
					return;
				}
				catch (RuntimeException ex) {
					// The scheduler tries again, too.
				}
				LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			}
		}

		/** From now on it does nothing, and says so to nobody. */
		void kill() {
			this.going = false;
			this.threads.forEach(Thread::interrupt);
			this.pool.close();
		}

		@Override
		public void close() {
			this.going = false;
			this.threads.forEach(Thread::interrupt);
			this.process.node.end();
			this.pool.close();
		}

	}

	private static final class FastClock extends Clock {

		private final long start = System.nanoTime();

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return Checks.NOON.plusNanos((System.nanoTime() - this.start) * 20);
		}

	}

}
