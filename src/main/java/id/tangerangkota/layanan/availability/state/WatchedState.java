package id.tangerangkota.layanan.availability.state;

import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * A check with its state, as it is stored.
 *
 * @param evidence of the last time it was confirmed to be down, null when it never was
 */
record WatchedState(int check, ServiceId service, Platform platform, CheckState state, @Nullable Evidence evidence) {

	WatchedState with(CheckState newState, @Nullable Evidence newEvidence) {
		return new WatchedState(this.check, this.service, this.platform, newState, newEvidence);
	}

}
