package id.tangerangkota.layanan.throttle;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often something may be tried: as many times at once as the bucket holds, and again
 * as it fills up, evenly. Nobody is ever locked out for longer than one refill step.
 *
 * @param name of what is tried, unique in the portal, such as {@code sign-in.nik}
 * @param capacity tries at once, at least 1
 * @param period the time in which an empty bucket fills up
 */
public record Limit(String name, int capacity, Duration period) {

	public Limit {
		Assert.isTrue(capacity > 0 && period.isPositive(), "A limit lets something through");
	}

}
