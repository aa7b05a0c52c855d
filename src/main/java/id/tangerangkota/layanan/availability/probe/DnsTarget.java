package id.tangerangkota.layanan.availability.probe;

import java.time.Duration;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A record of a name, asked from the system's name servers.
 *
 * @param host the name
 * @param expected the value one of the records must have, null when any will do:
 * addresses in any spelling, names without regard to case and last dot, MX as
 * {@code 10 mail.example.id} or the name alone, TXT exactly
 */
public record DnsTarget(Host host, Type type, @Nullable String expected, Duration timeout,
		@Nullable Duration slow) implements Target {

	private static final int LONGEST_VALUE = 1000;

	public DnsTarget {
		Target.checkTimes(timeout, slow);
		if (host.isAddress()) {
			throw new InvalidTarget(Reason.HOST, "An address has no records");
		}
		if (expected != null && (expected.isBlank() || expected.length() > LONGEST_VALUE)) {
			throw new InvalidTarget(Reason.RULE, "A value has 1 to " + LONGEST_VALUE + " characters");
		}
	}

	/** Records that can be asked for. */
	public enum Type {

		/** IPv4 address. */
		A,

		/** IPv6 address. */
		AAAA,

		/** Other name. */
		CNAME,

		/** Text. */
		TXT,

		/** Mail server, with its preference. */
		MX

	}

}
