package id.tangerangkota.layanan.availability.result;

import java.net.InetAddress;
import java.time.Instant;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.availability.probe.Result;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way to the database.
 *
 * @param at the planned start
 */
record Finding(int check, Instant at, Result result, Outcome outcome, @Nullable Cause cause) {

	static Finding of(int check, Instant at, Result result) {
		return new Finding(check, at, result, result.outcome(), result.cause());
	}

	/** The same, when the portal's own network was at fault. */
	Finding ofOwnNetwork() {
		return new Finding(this.check, this.at, this.result, Outcome.VOID, Cause.OWN_NETWORK);
	}

	/** Nobody looked since then. Heard by listeners, never stored. */
	static Finding blind(int check, Instant since) {
		Phases none = new Phases(Phases.NONE, Phases.NONE, Phases.NONE, Phases.NONE, Phases.NONE);
		return of(check, since, new Result(since, 0, Outcome.BLIND, Cause.NOBODY_LOOKED, 0, none, null, null, null));
	}

	Observation observation() {
		InetAddress address = this.result.address();
		return new Observation(this.check, this.at, this.outcome, this.cause, this.result.status(),
				Math.max(0, this.result.phases().total()), this.result.certificate(),
				(address != null) ? address.getHostAddress() : null);
	}

}
