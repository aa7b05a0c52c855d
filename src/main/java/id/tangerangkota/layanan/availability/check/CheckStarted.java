package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/** A check looks again, or for the first time. Published inside of the transaction. */
public record CheckStarted(int check, ServiceId service, Instant at) {
}
