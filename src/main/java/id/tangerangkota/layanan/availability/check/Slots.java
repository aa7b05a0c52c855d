package id.tangerangkota.layanan.availability.check;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * When a check looks. All follows from its number and interval, so every node plans the
 * same instants: one regular slot in each interval, at a place of the interval that
 * spreads all checks evenly, a little early or late each time; and between two regular
 * slots a few more for looking again after a failure.
 */
public final class Slots {

	/** The shortest interval, and the least time between a failure and another look. */
	public static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

	/** Multiples of the golden ratio's fraction are spread most evenly. */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	/** Looks after a failure per interval, the regular one included. */
	private static final int LOOKS = 4;

	private static final int JITTER_SHARE = 20;

	private final int check;

	private final long interval;

	private final long offset;

	private final long pause;

	public Slots(int check, Duration interval) {
		this.check = check;
		this.interval = interval.toMillis();
		this.offset = Math.unsignedMultiplyHigh(check * GOLDEN, this.interval);
		this.pause = pause(interval).toMillis();
	}

	/** From a failure to the next look. */
	static Duration pause(Duration interval) {
		Duration part = interval.dividedBy(LOOKS);
		return (part.compareTo(SHORTEST_PAUSE) < 0) ? SHORTEST_PAUSE : part;
	}

	/** The first regular slot after an instant. */
	public Instant next(Instant after) {
		return Instant.ofEpochMilli(regular(number(after) + 1));
	}

	/** The last regular slot not after an instant. */
	public Instant last(Instant until) {
		return Instant.ofEpochMilli(regular(number(until)));
	}

	/**
	 * The first slot after an instant that is none of the regular ones; null when the
	 * next regular one comes as soon.
	 */
	public @Nullable Instant again(Instant after) {
		long number = number(after);
		long first = regular(number);
		long slot = first + (Math.floorDiv(after.toEpochMilli() - first, this.pause) + 1) * this.pause;
		long end = (number + 1) * this.interval + this.offset - this.pause / 2;
		return (slot <= end) ? Instant.ofEpochMilli(slot) : null;
	}

	/** Of the interval whose regular slot was the last until an instant. */
	private long number(Instant until) {
		long number = Math.floorDiv(until.toEpochMilli() - this.offset, this.interval);
		return (regular(number) <= until.toEpochMilli()) ? number : number - 1;
	}

	private long regular(long number) {
		return number * this.interval + this.offset + jitter(number);
	}

	/** So that a site does not meet every check in the same second of its own jobs. */
	private long jitter(long number) {
		long mixed = (number + this.check * GOLDEN) * 0xBF58476D1CE4E5B9L;
		mixed ^= mixed >>> 32;
		return Math.unsignedMultiplyHigh(mixed * GOLDEN, this.interval / JITTER_SHARE);
	}

}
