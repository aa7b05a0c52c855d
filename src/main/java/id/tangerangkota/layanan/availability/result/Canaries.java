package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Reach;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.availability.probe.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether a failure may be the portal's own: addresses that are always there are
 * asked at the same moment. When more than half of them fail, too, it is the own network:
 * one that happens to be down must not hide the city's outages, and two of three at once
 * is no accident.
 */
class Canaries {

	/** No more often are they asked, and what is asked within it is one moment. */
	static final Duration MOMENT = Duration.ofSeconds(3);

	private static final int REMEMBERED = 40;

	private static final Logger log = LoggerFactory.getLogger(Canaries.class);

	private final List<? extends Target> targets;

	private final Looking looking;

	private final Runnable voidRound;

	private final Clock clock;

	private final Deque<Round> rounds = new ArrayDeque<>();

	/**
	 * Asks nobody yet.
	 * @param targets none means that the own network is never at fault
	 * @param looking looks names up afresh: sites are asked at other times, and have run
	 * out of kept addresses when canaries have not
	 * @param voidRound is told of each time the own network was at fault
	 */
	Canaries(List<? extends Target> targets, Looking looking, Runnable voidRound, Clock clock) {
		this.targets = List.copyOf(targets);
		this.looking = looking;
		this.voidRound = voidRound;
		this.clock = clock;
	}

	/** Asked once each, together. */
	private static final class Round {

		final Instant asked;

		final List<Consumer<Boolean>> waiting = new ArrayList<>();

		int answers;

		int failures;

		int silent;

		boolean done;

		Round(Instant asked) {
			this.asked = asked;
		}

		boolean failed() {
			return this.failures * 2 > this.answers - this.silent;
		}

	}

	/**
	 * Tells about the moment of a failure.
	 * @param started when the check that failed began
	 * @param hears is told once whether the own network failed
	 */
	void verdict(Instant started, Consumer<Boolean> hears) {
		if (this.targets.isEmpty()) {
			hears.accept(false);
			return;
		}
		Round fresh = null;
		boolean failed;
		boolean waits = false;
		synchronized (this) {
			// Asked before the clock was set back: of no moment that is now.
			Instant latest = this.clock.instant().plus(MOMENT);
			this.rounds.removeIf((round) -> round.asked.isAfter(latest));
			List<Round> ofTheMoment = this.rounds.stream()
				.filter((round) -> !round.asked.isBefore(started.minus(MOMENT)))
				.toList();
			failed = ofTheMoment.stream().anyMatch((round) -> round.done && round.failed());
			Round last = ofTheMoment.isEmpty() ? null : ofTheMoment.getLast();
			if (!failed && last == null) {
				fresh = begin();
				last = fresh;
			}
			if (!failed && last != null && !last.done) {
				last.waiting.add(hears);
				waits = true;
			}
		}
		if (!waits) {
			hears.accept(failed);
		}
		if (fresh != null) {
			ask(fresh);
		}
	}

	private Round begin() {
		Round round = new Round(this.clock.instant());
		this.rounds.add(round);
		if (this.rounds.size() > REMEMBERED) {
			this.rounds.removeFirst();
		}
		return round;
	}

	private void ask(Round round) {
		for (Target target : this.targets) {
			this.looking.probe(target, Reach.INNER, round.asked, (result) -> hear(round, target, result));
		}
	}

	private void hear(Round round, Target target, Result result) {
		List<Consumer<Boolean>> waiting;
		synchronized (this) {
			round.answers++;
			round.failures += (result.outcome() == Outcome.DOWN) ? 1 : 0;
			// A node that is too busy learns nothing.
			round.silent += (result.outcome() == Outcome.VOID) ? 1 : 0;
			if (result.outcome() == Outcome.DOWN) {
				log.info("Canary {} failed: {}", target.host(), result.cause());
			}
			if (round.answers < this.targets.size()) {
				return;
			}
			round.done = true;
			waiting = List.copyOf(round.waiting);
			round.waiting.clear();
		}
		if (round.failed()) {
			log.warn("{} of {} canaries failed: what failed at {} is void", round.failures, this.targets.size(),
					round.asked);
			this.voidRound.run();
		}
		waiting.forEach((verdict) -> verdict.accept(round.failed()));
	}

}
