package id.tangerangkota.layanan.availability.state;

import java.time.Instant;

import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * What was asked when a check was confirmed to be down.
 *
 * @param address null when the name had none
 * @param certificateEnds null when there was no certificate
 */
public record Evidence(StateReason cause, @Nullable String address, @Nullable Instant certificateEnds, String host,
		String zone) {
}
