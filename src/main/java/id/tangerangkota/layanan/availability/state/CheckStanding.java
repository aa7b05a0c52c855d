package id.tangerangkota.layanan.availability.state;

import java.time.Instant;

import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.StateReason;
import org.jspecify.annotations.Nullable;

/**
 * Where a single check stands, as its confirmed results say.
 *
 * @param since when that began
 * @param reason why, null when it is up or there is nothing to say
 */
public record CheckStanding(ServiceState state, Instant since, @Nullable StateReason reason) {
}
