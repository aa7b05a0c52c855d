package id.tangerangkota.layanan.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: longer after each, so that a server in trouble is
 * left in peace.
 */
final class Backoff {

	private static final Duration FIRST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofHours(12);

	/** Somebody looks at their inbox for it. */
	private static final Duration FIRST_URGENT = Duration.ofSeconds(5);

	private static final Duration LONGEST_URGENT = Duration.ofMinutes(5);

	private static final double JITTER = 0.2;

	private Backoff() {
	}

	/**
	 * The pause after a failure.
	 * @param attempts that failed before
	 * @param urgent whether somebody waits for it
	 */
	static Duration after(int attempts, boolean urgent, RandomGenerator random) {
		if (urgent) {
			return shorter(doubled(FIRST_URGENT, attempts), LONGEST_URGENT);
		}
		Duration pause = shorter(doubled(FIRST, attempts), LONGEST);
		// Up to a fifth more, so that what failed together does not come back together.
		return shorter(pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble())), LONGEST);
	}

	private static Duration doubled(Duration first, int attempts) {
		return first.multipliedBy(1L << Math.min(attempts, 10));
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
