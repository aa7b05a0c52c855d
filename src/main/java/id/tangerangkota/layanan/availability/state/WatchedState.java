package id.tangerangkota.layanan.availability.state;

import java.time.Instant;

import id.tangerangkota.layanan.availability.check.CheckRule;
import id.tangerangkota.layanan.availability.check.Observation;
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

	/**
	 * What was asked when a check was confirmed to be down.
	 *
	 * @param address null when the name had none
	 * @param certificateEnds null when there was no certificate
	 */
	record Evidence(@Nullable String address, @Nullable Instant certificateEnds, String host, String zone) {

		static Evidence of(Observation observation, CheckRule rule) {
			return new Evidence(observation.address(), observation.certificateExpires(), rule.host(), rule.zone());
		}

	}

}
