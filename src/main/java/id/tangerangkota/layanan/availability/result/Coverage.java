package id.tangerangkota.layanan.availability.result;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to when everything that was due is stored, or lost and counted: the low watermark of
 * what was begun, is still open or is owed.
 */
final class Coverage {

	/** Slots that were begun and whose results are not stored yet, with how many. */
	private final TreeMap<Instant, Integer> open = new TreeMap<>();

	/** Slots nobody looked at, by check, until that is made up for. */
	private final Map<Integer, Instant> owed = new HashMap<>();

	private Instant reached;

	/** Begins where another ended. */
	Coverage(Instant until) {
		this.reached = until;
	}

	/** All that was due until then was begun. */
	void reach(Instant now) {
		if (now.isAfter(this.reached)) {
			this.reached = now;
		}
	}

	/** After the clock was set back: what lies ahead comes again, and nothing is owed. */
	void goBack(Instant now) {
		this.reached = now;
		this.owed.clear();
	}

	Instant reached() {
		return this.reached;
	}

	void begin(Instant slot) {
		this.open.merge(slot, 1, Integer::sum);
	}

	/** A result is stored, or lost and counted. */
	void settle(Instant slot) {
		this.open.computeIfPresent(slot, (at, count) -> (count > 1) ? count - 1 : null);
	}

	void owe(int check, Instant slot) {
		this.owed.put(check, slot);
	}

	/** It is looked at after all, or no longer there. */
	void forgive(int check) {
		this.owed.remove(check);
	}

	Instant until() {
		Instant covered = this.reached;
		if (!this.open.isEmpty()) {
			covered = earlier(covered, this.open.firstKey().minusMillis(1));
		}
		for (Instant slot : this.owed.values()) {
			covered = earlier(covered, slot.minusMillis(1));
		}
		return covered;
	}

	/** How many are under way or wait to be stored. */
	int open() {
		return this.open.values().stream().mapToInt(Integer::intValue).sum();
	}

	static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

}
