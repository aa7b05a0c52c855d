package id.tangerangkota.layanan.availability.check;

import java.time.Duration;

import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.probe.InnerNetworks;
import id.tangerangkota.layanan.availability.probe.Target;

/**
 * What a check asks, how often, and what its results mean.
 *
 * @param interval from the start of one to the start of the next, whole seconds, 10 s to
 * a day
 * @param failures in a row that confirm down, from 1 to 20; after one it is asked again
 * sooner
 * @param successes in a row that confirm up after down, from 1 to 20
 * @param slows in a row that confirm degraded, from 1 to 20
 */
public record CheckSpec(Target target, Duration interval, int failures, int successes, int slows, CheckMode mode) {

	/** How often unless somebody decides otherwise. */
	public static final Duration USUAL_INTERVAL = Duration.ofSeconds(60);

	/** From when on an answer is slow unless somebody decides otherwise. */
	public static final Duration USUAL_SLOW = Duration.ofSeconds(3);

	/** The longest time limit: phases are stored in two bytes. */
	public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

	private static final int MOST_IN_A_ROW = 20;

	/**
	 * Takes what makes sense.
	 * @throws InvalidCheck if it does not
	 */
	public CheckSpec {
		if (interval.compareTo(Slots.SHORTEST_PAUSE) < 0 || interval.compareTo(Duration.ofDays(1)) > 0
				|| interval.toNanosPart() != 0) {
			throw new InvalidCheck(InvalidCheck.Reason.INTERVAL);
		}
		for (int inARow : new int[] { failures, successes, slows }) {
			if (inARow < 1 || inARow > MOST_IN_A_ROW) {
				throw new InvalidCheck(InvalidCheck.Reason.COUNT);
			}
		}
		// One must be over before the next begins, or they would overtake each other.
		if (target.timeout().compareTo(LONGEST_TIMEOUT) > 0 || target.timeout().compareTo(Slots.pause(interval)) >= 0) {
			throw new InvalidCheck(InvalidCheck.Reason.TIMEOUT);
		}
	}

	/**
	 * Whether it asks an address in an inner network without saying so: one person could
	 * have it look there.
	 */
	public boolean hidesInnerNetwork() {
		return this.mode != CheckMode.INTERNAL && InnerNetworks.contain(this.target.host());
	}

	/** What is asked. */
	public CheckKind kind() {
		return TargetColumns.kind(this.target);
	}

	/** Who is asked, on one line. */
	public String address() {
		return TargetColumns.text(this.target);
	}

	/** Once a minute, three failures, two successes, three slow ones. */
	public static CheckSpec usual(Target target, CheckMode mode) {
		return new CheckSpec(target, USUAL_INTERVAL, 3, 2, 3, mode);
	}

}
