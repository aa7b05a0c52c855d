package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A shard this process looks at, with a thread that keeps its time and one that stores
 * its results.
 */
class HeldShard {

	private static final Duration LONGEST_NAP = Duration.ofMillis(50);

	private static final Duration LAST_WORDS = Duration.ofSeconds(2);

	private final Lease lease;

	private final ShardRun run;

	private final ResultWriter writer;

	private final Duration term;

	private final Clock clock;

	private final CompletableFuture<Void> done = new CompletableFuture<>();

	/** When the lease was last renewed, or that was tried in vain. */
	private volatile Instant renewed;

	private volatile boolean ended;

	private @Nullable Thread storing;

	HeldShard(Lease lease, ShardRun run, ResultWriter writer, Duration term, Clock clock) {
		this.lease = lease;
		this.run = run;
		this.writer = writer;
		this.term = term;
		this.clock = clock;
		this.renewed = clock.instant();
	}

	Lease lease() {
		return this.lease;
	}

	ShardRun run() {
		return this.run;
	}

	/** Completed when this process no longer looks at it. */
	CompletableFuture<Void> done() {
		return this.done;
	}

	void start() {
		this.storing = Thread.ofVirtual().name("results-" + this.lease.shard()).start(this.writer);
		Thread.ofPlatform().daemon().name("checks-" + this.lease.shard()).start(this::keepTime);
	}

	private void keepTime() {
		while (!this.ended) {
			Instant now = this.clock.instant();
			Instant next = mayBegin(now) ? this.run.tick(now) : null;
			Duration nap = (next != null) ? Duration.between(this.clock.instant(), next) : LONGEST_NAP;
			if (nap.isPositive()) {
				LockSupport.parkNanos(this, Math.min(nap.toNanos(), LONGEST_NAP.toNanos()));
			}
		}
	}

	/**
	 * Whether the lease holds as far as anybody here can know: a process that stood still
	 * asks first. While the database is away nobody can take over, and checks go on.
	 */
	boolean mayBegin(Instant now) {
		return now.isBefore(this.renewed.plus(this.term));
	}

	/** The lease was renewed, or that was tried and the database is away. */
	void renewed() {
		this.renewed = this.clock.instant();
	}

	/** Whether storing was refused because somebody took over. */
	boolean isStale() {
		return this.writer.isStale();
	}

	/** Stops at once: somebody else looks at it. */
	void abandon() {
		this.ended = true;
		this.run.end();
		this.writer.close();
		this.done.complete(null);
	}

	/**
	 * Begins nothing any more, and waits a little for what is under way. What takes
	 * longer the next one looks at again.
	 */
	void wind() {
		this.ended = true;
		this.run.end();
		Instant end = this.clock.instant().plus(LAST_WORDS);
		while (this.run.open() > 0 && this.clock.instant().isBefore(end)) {
			LockSupport.parkNanos(this, LONGEST_NAP.toNanos());
		}
		this.writer.close();
		try {
			if (this.storing != null) {
				this.storing.join(LAST_WORDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
