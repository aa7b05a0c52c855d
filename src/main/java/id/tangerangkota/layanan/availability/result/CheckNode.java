package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.CheckSettings;
import id.tangerangkota.layanan.availability.check.CountedChecks;
import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.postgres.SharedTime;

/**
 * One process among those that share the checks. It takes shards as jobs offer them, no
 * more than its fair part as long as others take theirs, keeps their leases, and hands
 * them over when others join or it ends.
 */
class CheckNode {

	/** How often it says that it is there and asks what changed. */
	static final Duration BEAT = Duration.ofSeconds(2);

	/** A process that has just started takes a shard every two seconds in this time. */
	private static final Duration WARMING_UP = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(CheckNode.class);

	private final CheckSettings settings;

	private final Leases leases;

	private final Workers workers;

	private final Parts parts;

	private final short machine;

	private final Looking looking;

	private final Canaries canaries;

	private final CheckMeters meters;

	private final Clock clock;

	private final ResultWriter.Room room;

	private final Instant started;

	private final Question question = new Question(this::ask);

	private final Map<Integer, HeldShard> held = new ConcurrentHashMap<>();

	private Instant lastTaken = Instant.MIN;

	private volatile int processes = 1;

	private volatile long version = -1;

	private volatile boolean ending;

	/** What a node needs of the database besides leases. */
	record Parts(JdbcClient jdbc, CountedChecks checks, ResultStore store, Blindness blindness, SharedTime time) {
	}

	CheckNode(CheckSettings settings, Leases leases, Workers workers, Parts parts, short machine, Looking looking,
			Canaries canaries, CheckMeters meters, Clock clock) {
		this.settings = settings;
		this.leases = leases;
		this.workers = workers;
		this.parts = parts;
		this.machine = machine;
		this.looking = looking;
		this.canaries = canaries;
		this.meters = meters;
		this.clock = clock;
		this.room = new ResultWriter.Room(settings.buffer());
		this.started = clock.instant();
		meters.watch(this.held::size, this.room::taken);
	}

	/**
	 * Looks at a shard, unless somebody else does.
	 * @throws InterruptedException when the job is to end
	 */
	void serve(int shard) throws InterruptedException {
		HeldShard mine = this.held.get(shard);
		if (mine == null) {
			mine = take(shard);
		}
		if (mine != null) {
			try {
				mine.done().get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(ex.getCause());
			}
		}
	}

	/** Numbers of the shards it looks at. */
	Collection<Integer> shards() {
		return List.copyOf(this.held.keySet());
	}

	@Nullable HeldShard take(int shard) {
		HeldShard mine = prepare(shard);
		if (mine != null) {
			mine.start();
		}
		return mine;
	}

	/** As {@link #take}, without any thread: time is told by whoever calls it. */
	synchronized @Nullable HeldShard prepare(int shard) {
		Instant now = this.clock.instant();
		boolean warmingUp = now.isBefore(this.started.plus(WARMING_UP)) && now.isBefore(this.lastTaken.plus(BEAT))
				&& !now.isBefore(this.lastTaken);
		if (this.ending || warmingUp || this.held.containsKey(shard) || !this.parts.time().agrees()) {
			return null;
		}
		// What nobody takes for long is better looked at unfairly.
		Lease lease = this.leases.acquire(shard, this.held.size() >= fairPart()).orElse(null);
		if (lease == null) {
			return null;
		}
		this.lastTaken = now;
		this.parts.blindness().tell(lease);
		HeldShard mine = begin(lease, now);
		this.held.put(shard, mine);
		log.info("Looking at shard {} from {} on", shard, lease.coveredUntil());
		return mine;
	}

	private HeldShard begin(Lease lease, Instant now) {
		long known = this.parts.checks().refresh();
		ShardResults results = new ShardResults();
		ShardRun run = new ShardRun(this.looking, this.canaries, results, this.clock, lease.coveredUntil());
		results.run = run;
		results.writer = new ResultWriter((batch) -> this.parts.store().store(lease, this.machine, batch), this.room,
				(finding) -> run.settled(finding.at()), this.meters);
		run.define(this.parts.checks().ofShard(lease.shard()), now);
		if (lease.coveredUntil().isAfter(now.minus(run.longestInterval().multipliedBy(CheckRule.UNSEEN_INTERVALS)))) {
			run.catchUp(stored(run.numbers(), lease.coveredUntil()), lease.coveredUntil(), now);
		}
		this.version = (this.version < 0) ? known : Math.min(this.version, known);
		return new HeldShard(lease, run, results.writer, this.settings.lease(), this.clock);
	}

	/**
	 * Of results that came after the mark: the process before told it every beat only.
	 */
	private Map<Integer, Instant> stored(Collection<Integer> checks, Instant after) {
		Map<Integer, Instant> stored = new HashMap<>();
		this.parts.jdbc()
			.sql("""
					select check_id, max(at) as at from availability.result
					where at > :after and check_id = any (:checks) group by check_id""")
			.param("after", after.atOffset(ZoneOffset.UTC))
			.param("checks", checks.toArray(Integer[]::new))
			.query((row) -> {
				stored.put(row.getInt("check_id"), row.getTimestamp("at").toInstant());
			});
		return stored;
	}

	/**
	 * Says that it is there, keeps its leases, hears of changes. With a clock that is
	 * wrong it leaves all to others: results of another time would stand in the way of
	 * right ones. A database that does not answer is as good as away: checks go on.
	 */
	void beat() {
		if (this.ending) {
			return;
		}
		// Leases must not look as if they had run out meanwhile.
		if (!this.question.isAnswered(this.settings.lease().dividedBy(3))) {
			this.held.values().forEach(HeldShard::renewed);
		}
	}

	private void ask() {
		if (!this.parts.time().agrees()) {
			leave();
			return;
		}
		List<HeldShard> mine = new ArrayList<>(this.held.values());
		try {
			this.processes = this.workers.beat();
			follow();
			for (HeldShard shard : mine) {
				if (shard.isStale() || !this.leases.renew(shard.lease(), shard.run().coveredUntil())) {
					lose(shard);
				}
				shard.renewed();
			}
			if (this.held.size() > fairPart()) {
				this.held.values()
					.stream()
					.max(Comparator.comparing((shard) -> shard.lease().shard()))
					.ifPresent(this::handOver);
			}
		}
		catch (DataAccessException | TransactionException ex) {
			// Whether the database can be reached is told elsewhere.
			log.debug("Leases could not be renewed", ex);
			mine.forEach(HeldShard::renewed);
		}
	}

	private int fairPart() {
		return Math.ceilDiv(this.settings.shards(), Math.max(1, this.processes));
	}

	private void follow() {
		long now = this.parts.checks().refresh();
		long known = this.version;
		if (known < 0 || now == known) {
			return;
		}
		List<Integer> changed = this.parts.checks().changedAfter(known);
		List<CheckDetail> there = this.parts.checks().find(changed);
		List<Integer> gone = new ArrayList<>(changed);
		there.forEach((check) -> gone.remove((Integer) check.id()));
		for (HeldShard shard : this.held.values()) {
			shard.run().forget(gone);
			shard.run()
				.define(there.stream()
					.filter((check) -> this.settings.shardOf(check.id()) == shard.lease().shard())
					.toList(), this.clock.instant());
		}
		this.version = now;
	}

	private void lose(HeldShard shard) {
		log.warn("Shard {} was taken over by another process", shard.lease().shard());
		this.held.remove(shard.lease().shard(), shard);
		shard.abandon();
	}

	private void handOver(HeldShard shard) {
		shard.wind();
		try {
			this.leases.release(shard.lease(), shard.run().coveredUntil());
			log.info("Handed over shard {}", shard.lease().shard());
		}
		catch (DataAccessException | TransactionException ex) {
			log.warn("Shard {} waits for its lease to run out: {}", shard.lease().shard(), ex.toString());
		}
		this.held.remove(shard.lease().shard(), shard);
		shard.abandon();
	}

	/** Ends, so that others can go on at once. */
	void end() {
		this.ending = true;
		leave();
	}

	private void leave() {
		List<HeldShard> mine;
		synchronized (this) {
			mine = List.copyOf(this.held.values());
		}
		try {
			// First, so that others know that more is theirs.
			this.workers.leave();
		}
		catch (DataAccessException | TransactionException ex) {
			log.debug("It counts as there until its time runs out", ex);
		}
		// All at once: each may wait some seconds for what is under way.
		try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
			mine.forEach((shard) -> all.execute(() -> handOver(shard)));
		}
	}

}
