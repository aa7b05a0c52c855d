package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * People can use a service again. Published inside of the transaction that records it.
 *
 * @param after what it was before: an outage, announced work, or nobody knew
 */
public record ServiceBack(ServiceId service, ServiceState after, Instant at) {
}
