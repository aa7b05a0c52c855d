package id.tangerangkota.layanan.privacy;

import java.time.Duration;
import java.time.Instant;

/**
 * How much is left of the three times 24 hours the law gives (UU 27/2022). They run by
 * the clock, through nights, weekends and holidays, alike in every time zone.
 *
 * @param left negative once the time is over
 */
public record Countdown(Duration left) {

	/** What the law gives. */
	public static final Duration TERM = Duration.ofHours(72);

	private static final Duration HURRY = Duration.ofHours(24);

	/** When the time is over for what began then. */
	public static Instant due(Instant begin) {
		return begin.plus(TERM);
	}

	public static Countdown to(Instant due, Instant now) {
		return new Countdown(Duration.between(now, due));
	}

	public boolean isOver() {
		return this.left.isNegative();
	}

	/** Whether less than a day is left. */
	public boolean isShort() {
		return this.left.compareTo(HURRY) < 0;
	}

	/** Whole days, of what is left or of what is over. */
	public long days() {
		return this.left.abs().toDays();
	}

	/** Whole hours beyond the days. */
	public int hours() {
		return this.left.abs().toHoursPart();
	}

	/** Whole minutes beyond the hours. */
	public int minutes() {
		return this.left.abs().toMinutesPart();
	}

}
