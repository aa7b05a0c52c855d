package id.tangerangkota.layanan.availability.check;

import java.time.Instant;

import id.tangerangkota.layanan.catalog.ServiceId;

/**
 * A check no longer looks: it was paused, removed or its service retired. Published
 * inside of the transaction.
 *
 * @param paused whether it is to look again, so that what it found last is not settled
 */
public record CheckStopped(int check, ServiceId service, Instant at, boolean paused) {
}
