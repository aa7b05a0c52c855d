package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.Slots;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Result;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of one shard while this process looks at it: which is due, what is under
 * way, up to when all was looked at. Time passes only when it is told.
 */
class ShardRun {

	private static final Logger log = LoggerFactory.getLogger(ShardRun.class);

	/** A clock that is that far behind what was planned was set back. */
	private static final Duration SET_BACK = Duration.ofSeconds(5);

	private final Looking looking;

	private final Canaries canaries;

	private final Results results;

	private final Clock clock;

	private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::millis));

	private final Map<Integer, Watched> checks = new HashMap<>();

	private final Coverage coverage;

	private boolean ended;

	/**
	 * Begins where another ended.
	 * @param coveredUntil up to when somebody looked
	 */
	ShardRun(Looking looking, Canaries canaries, Results results, Clock clock, Instant coveredUntil) {
		this.looking = looking;
		this.canaries = canaries;
		this.results = results;
		this.clock = clock;
		this.coverage = new Coverage(coveredUntil);
	}

	/** Where results go. */
	@FunctionalInterface
	interface Results {

		/**
		 * Takes a result, at once; tells by {@link ShardRun#settled} when it is stored or
		 * lost.
		 */
		void take(Finding finding);

	}

	/**
	 * Takes over checks that are new or changed.
	 * @param now from when on they are planned
	 */
	synchronized void define(Collection<CheckDetail> changed, Instant now) {
		for (CheckDetail check : changed) {
			Watched before = this.checks.remove(check.id());
			this.coverage.forgive(check.id());
			Watched watched = new Watched(check, now);
			if (before != null) {
				watched.failures = before.failures;
				watched.wished = before.wished;
				watched.asked = before.asked;
			}
			this.checks.put(check.id(), watched);
			this.queue.add(new Due(watched.slots().next(now), watched, true));
			Instant asked = check.askedAt();
			if (asked != null && asked.isAfter(watched.wished)) {
				watched.wished = asked;
				// Not before it was asked, whosever clock is ahead.
				Instant slot = now.truncatedTo(ChronoUnit.MILLIS);
				this.queue.add(new Due(slot.isBefore(asked) ? asked : slot, watched, false));
			}
		}
	}

	/** Forgets checks that are no longer there. */
	synchronized void forget(Collection<Integer> removed) {
		removed.forEach(this.checks::remove);
		removed.forEach(this.coverage::forgive);
	}

	/**
	 * Looks soon at what nobody looked at in the interval that goes on: the shard was
	 * without anybody when it was due.
	 * @param stored the last slot stored of each check, of those that have one
	 */
	synchronized void catchUp(Map<Integer, Instant> stored, Instant coveredUntil, Instant now) {
		for (Watched watched : this.checks.values()) {
			Slots slots = watched.slots();
			Instant missed = slots.last(now);
			Instant last = stored.get(watched.id());
			Instant again = slots.again(now);
			if (missed.isAfter(coveredUntil) && (last == null || last.isBefore(missed)) && again != null) {
				this.queue.add(new Due(again, watched, false));
				this.coverage.owe(watched.id(), missed);
			}
		}
	}

	/**
	 * Begins what is due.
	 * @return when the next is, null when there is none
	 */
	@Nullable Instant tick(Instant now) {
		planAgainIfSetBack(now);
		for (Due due = due(now); due != null; due = due(now)) {
			ask(due);
		}
		synchronized (this) {
			// What was due after the end is for the next to look at.
			if (!this.ended) {
				this.coverage.reach(now);
			}
			Due next = this.queue.peek();
			return (next != null) ? next.slot() : null;
		}
	}

	/**
	 * After the clock was set back, here or on the node before, what is planned lies in a
	 * future that comes again.
	 */
	private synchronized void planAgainIfSetBack(Instant now) {
		Instant planned = this.coverage.reached();
		if (this.ended || !now.isBefore(planned.minus(SET_BACK))) {
			return;
		}
		log.warn("The clock was set back from {} to {}", planned, now);
		this.coverage.goBack(now);
		this.queue.clear();
		for (Watched watched : this.checks.values()) {
			watched.wished = Coverage.earlier(watched.wished, now);
			this.queue.add(new Due(watched.slots().next(now), watched, true));
		}
	}

	private synchronized @Nullable Due due(Instant now) {
		while (!this.ended) {
			Due due = this.queue.peek();
			if (due == null || due.slot().isAfter(now)) {
				return null;
			}
			this.queue.remove();
			Watched watched = due.watched();
			if (this.checks.get(watched.id()) != watched) {
				continue;
			}
			this.coverage.forgive(watched.id());
			if (due.regular()) {
				// After a standstill only the last slot missed is still of interest.
				Slots slots = watched.slots();
				Instant last = slots.last(now);
				if (last.isAfter(due.slot())) {
					due = new Due(last, watched, true);
				}
				this.queue.add(new Due(slots.next(due.slot()), watched, true));
			}
			if (!watched.asked) {
				watched.asked = true;
				this.coverage.begin(due.slot());
				return due;
			}
		}
		return null;
	}

	private void ask(Due due) {
		Watched watched = due.watched();
		try {
			this.looking.probe(watched.check.spec().target(), watched.check.spec().mode().reach(), due.slot(),
					(result) -> hear(due, result));
		}
		catch (RuntimeException ex) {
			log.error("Check {} could not be made", watched.id(), ex);
			synchronized (this) {
				watched.asked = false;
			}
			settled(due.slot());
		}
	}

	private void hear(Due due, Result result) {
		Finding finding = Finding.of(due.watched().id(), due.slot(), result);
		if (finding.outcome() == Outcome.DOWN) {
			this.canaries.verdict(due.slot(), (own) -> take(due, own ? finding.ofOwnNetwork() : finding));
		}
		else {
			take(due, finding);
		}
	}

	private void take(Due due, Finding finding) {
		synchronized (this) {
			Watched watched = due.watched();
			watched.asked = false;
			count(watched, finding);
			Watched current = this.checks.get(watched.id());
			if (current != null && current != watched) {
				current.asked = false;
				current.failures = watched.failures;
			}
			boolean failing = finding.outcome() == Outcome.DOWN || finding.outcome() == Outcome.REFUSED;
			if (failing && current != null && current.failures < current.check.spec().failures()) {
				Instant again = current.slots().again(this.clock.instant());
				if (again != null) {
					this.queue.add(new Due(again, current, false));
				}
			}
		}
		this.results.take(finding);
	}

	private static void count(Watched watched, Finding finding) {
		switch (finding.outcome()) {
			case DOWN, REFUSED -> watched.failures++;
			case UP, SLOW -> watched.failures = 0;
			case VOID -> watched.failures = (finding.cause() == Cause.OWN_NETWORK) ? 0 : watched.failures;
			case BLIND -> throw new IllegalStateException("Nobody looks blindly");
		}
	}

	/** A result is stored, or lost and counted. */
	synchronized void settled(Instant slot) {
		this.coverage.settle(slot);
	}

	/** Up to when everything that was due is stored, or lost and counted. */
	synchronized Instant coveredUntil() {
		return this.coverage.until();
	}

	/** Begins nothing any more; what is under way goes on. */
	synchronized void end() {
		this.ended = true;
	}

	/** How many are under way or wait to be stored. */
	synchronized int open() {
		return this.coverage.open();
	}

	/** The longest interval of its checks, zero when there are none. */
	synchronized Duration longestInterval() {
		return this.checks.values()
			.stream()
			.map((watched) -> watched.check.spec().interval())
			.max(Comparator.naturalOrder())
			.orElse(Duration.ZERO);
	}

	/** Numbers of all its checks. */
	synchronized Set<Integer> numbers() {
		return Set.copyOf(this.checks.keySet());
	}

	/** How often it looks at a check, null when that is not one of its. */
	synchronized @Nullable Duration interval(int check) {
		Watched watched = this.checks.get(check);
		return (watched != null) ? watched.check.spec().interval() : null;
	}

}
