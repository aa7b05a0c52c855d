package id.tangerangkota.layanan.availability.state;

import java.time.Instant;

import id.tangerangkota.layanan.availability.probe.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Results in a row that do not count yet.
 *
 * @param last what the last of them was
 * @param count how many of that kind came last
 * @param since when the first of these began
 * @param sideCount how many came last on that side of working or not, of any kind
 * @param sideSince when the first of these began
 */
record Pending(Outcome last, int count, Instant since, int sideCount, Instant sideSince) {

	/** The results in a row, with one more. */
	static Pending add(@Nullable Pending before, Outcome outcome, Instant at) {
		if (before == null || works(before.last) != works(outcome)) {
			return new Pending(outcome, 1, at, 1, at);
		}
		boolean same = before.last == outcome;
		return new Pending(outcome, same ? before.count + 1 : 1, same ? before.since : at, before.sideCount + 1,
				before.sideSince);
	}

	/** Whether people would have been served. */
	static boolean works(Outcome outcome) {
		return outcome == Outcome.UP || outcome == Outcome.SLOW;
	}

}
