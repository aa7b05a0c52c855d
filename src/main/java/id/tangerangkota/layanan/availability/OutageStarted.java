package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * A service is confirmed to be down. Published inside of the transaction that records it.
 *
 * @param start of the first failure, some minutes ago
 */
public record OutageStarted(OutageId outage, ServiceId service, Instant start, StateReason cause) {
}
