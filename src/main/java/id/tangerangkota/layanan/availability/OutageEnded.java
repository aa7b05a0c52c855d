package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * An outage is over. Published inside of the transaction that records it.
 *
 * @param then what came after it: only {@link ServiceState#isUp() up} means that people
 * can use the service again; announced work ends an outage as well, and so does the end
 * of checks
 */
public record OutageEnded(OutageId outage, ServiceId service, Instant start, Instant end, ServiceState then) {
}
