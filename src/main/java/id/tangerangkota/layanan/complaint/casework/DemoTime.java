package id.tangerangkota.layanan.complaint.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A time that goes on until now. */
final class DemoTime {

	private static final int DAYS = 300;

	/** A step that is late already takes some time all the same. */
	private static final int LEAST_MINUTES = 60;

	/** Of the complaint. */
	final int number;

	private final Instant now;

	final Random random;

	Instant at;

	private DemoTime(int number, Instant at, Instant now, Random random) {
		this.number = number;
		this.at = at;
		this.now = now;
		this.random = random;
	}

	/** More of late, so that there are some at every step. */
	static DemoTime of(int number, Instant now, Random random) {
		long minutes = 10 + Math.round(Duration.ofDays(DAYS).toMinutes() * Math.pow(random.nextDouble(), 1.5));
		return new DemoTime(number, now.minus(Duration.ofMinutes(minutes)), now, random);
	}

	/**
	 * Within the time there is for a step, or beyond it.
	 * @param late how often that is, from 0 to 1
	 */
	boolean goesOnBy(CaseClock clock, double late) {
		double part = (this.random.nextDouble() < late) ? 1.1 + 1.5 * this.random.nextDouble()
				: 0.1 + 0.8 * this.random.nextDouble();
		long left = Math.max(Duration.between(this.at, clock.dueAt()).toMinutes(), LEAST_MINUTES);
		return goesOn(Duration.ofMinutes(Math.round(part * left)));
	}

	/** By some hours; false when that is still to come. */
	boolean goesOn(int atLeast, int below) {
		return goesOn(Duration.ofMinutes(this.random.nextLong(atLeast * 60L, below * 60L)));
	}

	private boolean goesOn(Duration time) {
		Instant later = this.at.plus(time);
		if (later.isAfter(this.now)) {
			return false;
		}
		this.at = later;
		return true;
	}

}
