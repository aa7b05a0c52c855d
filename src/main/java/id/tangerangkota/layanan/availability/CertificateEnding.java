package id.tangerangkota.layanan.availability;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * The certificate of a service ends soon. Published inside of the transaction that
 * records it, when that is first known and each time the end has come much nearer.
 *
 * @param ends after that, browsers refuse to open the service
 */
public record CertificateEnding(ServiceId service, Instant ends) {
}
