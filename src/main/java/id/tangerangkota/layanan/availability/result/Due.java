package id.tangerangkota.layanan.availability.result;

import java.time.Instant;

/**
 * A start that is to come.
 *
 * @param regular whether the next one follows from it
 */
record Due(long millis, Watched watched, boolean regular) {

	Due(Instant slot, Watched watched, boolean regular) {
		this(slot.toEpochMilli(), watched, regular);
	}

	/** Made when it is asked for, as there is one of these for each check. */
	Instant slot() {
		return Instant.ofEpochMilli(this.millis);
	}

}
