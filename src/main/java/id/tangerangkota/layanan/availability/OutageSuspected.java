package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * Several people cannot use a service that checks do not find down. Published inside of
 * the transaction that records it, once until the staff or checks have decided.
 *
 * @param reports how many there were
 */
public record OutageSuspected(ServiceId service, Instant at, int reports) {
}
