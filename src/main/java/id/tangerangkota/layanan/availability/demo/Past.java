package id.tangerangkota.layanan.availability.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What a check found in the past, for as long as it was so.
 *
 * @param until when it was over, null when it still is so
 * @param cause null when it was only slow
 * @param certificate null when it was not about it
 * @param shared what it had in common with others at that time, null when it was alone
 */
record Past(int check, Instant from, @Nullable Instant until, Outcome outcome, @Nullable Cause cause, int status,
		String address, @Nullable CertificateFinding certificate, @Nullable String shared) {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** After a failure it was looked at sooner. */
	private static final Duration AGAIN = Duration.ofSeconds(15);

	private static final int SLOW_MILLIS = 3600;

	/** What made it known, as often as it takes to be confirmed. */
	List<Observation> beginning() {
		List<Observation> seen = new ArrayList<>();
		int times = (this.outcome == Outcome.VOID) ? 1 : 3;
		Duration pause = (this.outcome == Outcome.SLOW) ? MINUTE : AGAIN;
		for (int n = 0; n < times; n++) {
			seen.add(new Observation(this.check, this.from.plus(pause.multipliedBy(n)), this.outcome, this.cause,
					this.status, (this.outcome == Outcome.SLOW) ? SLOW_MILLIS : 0, this.certificate,
					(this.cause == Cause.DNS) ? null : this.address));
		}
		return seen;
	}

	/** What showed that it was over; nothing while it is not. */
	List<Observation> end() {
		return (this.until != null) ? List.of(up(this.until), up(this.until.plus(MINUTE))) : List.of();
	}

	private Observation up(Instant at) {
		return up(this.check, at, this.address);
	}

	static Observation up(int check, Instant at, String address) {
		return new Observation(check, at, Outcome.UP, null, 200, 0, null, address);
	}

}
