package id.tangerangkota.layanan.availability.result;

import java.time.Instant;

import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.Slots;

/** A check as its shard looks after it. Guarded by the shard. */
final class Watched {

	final CheckDetail check;

	/** Failures in a row since it last answered. */
	int failures;

	/** Asked and not answered yet. */
	boolean asked;

	/** Up to which wish to check at once it has done so. */
	Instant wished;

	Watched(CheckDetail check, Instant now) {
		this.check = check;
		Instant asked = check.askedAt();
		// What was asked long ago is no longer waited for.
		this.wished = (asked != null && asked.isBefore(now.minusSeconds(30))) ? asked : Instant.MIN;
	}

	/** Made when it is asked for: one for each check of a country is some megabytes. */
	Slots slots() {
		return new Slots(this.check.id(), this.check.spec().interval());
	}

	int id() {
		return this.check.id();
	}

}
