package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import org.jspecify.annotations.Nullable;

/** What a check asks, and what it wants to hear. */
public sealed interface Target permits HttpTarget, TlsTarget, TcpTarget, DnsTarget {

	/** The time limit unless a check says otherwise. */
	Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

	/** The longest time limit: one check must be over before its next slot. */
	Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

	/**
	 * The machine it asks first. Checks of one host are limited in number at a time.
	 */
	Host host();

	/**
	 * How long all of it may take, name, redirects and body included; from 100 ms to 60
	 * s.
	 */
	Duration timeout();

	/** From when on it is slow, null when that does not matter. */
	@Nullable Duration slow();

	/**
	 * Checks the limits all kinds have.
	 * @throws InvalidTarget if they make no sense
	 */
	static void checkTimes(Duration timeout, @Nullable Duration slow) {
		if (timeout.toMillis() < 100 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
			throw new InvalidTarget(Reason.RULE, "A time limit is 100 ms to 60 s");
		}
		if (slow != null && (slow.isNegative() || slow.isZero())) {
			throw new InvalidTarget(Reason.RULE, "Slow begins after some time");
		}
	}

}
