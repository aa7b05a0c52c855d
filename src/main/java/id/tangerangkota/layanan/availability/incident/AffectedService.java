package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;

import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * A service an incident is about.
 *
 * @param outage null where nothing is confirmed to be down
 * @param until null while it lasts
 * @param affected how many said during the outage that it concerns them
 */
public record AffectedService(ServiceId service, @Nullable OutageId outage, Instant from, @Nullable Instant until,
		int affected) {
}
