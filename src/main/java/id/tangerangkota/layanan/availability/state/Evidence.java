package id.tangerangkota.layanan.availability.state;

import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * What was asked when a check was confirmed to be down.
 *
 * @param address null when the name had none
 * @param certificate SHA-256 of it, null when there was none
 */
public record Evidence(StateReason cause, @Nullable String address, @Nullable String certificate, String host,
		String zone) {
}
