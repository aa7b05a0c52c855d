package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A certificate on a port that speaks TLS from the first byte. HTTPS checks bring the
 * certificate by themselves; this is for other ports.
 *
 * @param daysLeft how many days the certificate should still be valid, 0 when it only
 * must not have expired; with fewer it is up, as people see no difference
 */
public record TlsTarget(Host host, int port, int daysLeft, Duration timeout,
		@Nullable Duration slow) implements Target {

	public TlsTarget {
		Port.check(port);
		Target.checkTimes(timeout, slow);
		if (daysLeft < 0) {
			throw new InvalidTarget(Reason.RULE, "Days are not negative");
		}
	}

}
