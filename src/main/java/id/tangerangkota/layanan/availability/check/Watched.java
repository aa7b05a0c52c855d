package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

/** A check as its shard looks after it. Guarded by the shard. */
final class Watched {

	final CheckDetail check;

	final Slots slots;

	/** Failures in a row since it last answered. */
	int failures;

	/** Asked and not answered yet. */
	boolean asked;

	/** Up to which wish to check at once it has done so. */
	Instant wished;

	Watched(CheckDetail check, Instant now) {
		this.check = check;
		this.slots = new Slots(check.id(), check.spec().interval());
		Instant asked = check.askedAt();
		// What was asked long ago is no longer waited for.
		this.wished = (asked != null && asked.isBefore(now.minusSeconds(30))) ? asked : Instant.MIN;
	}

	int id() {
		return this.check.id();
	}

}
