package id.tangerangkota.layanan.availability.result;

import java.time.Instant;
import java.time.LocalDate;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import org.jspecify.annotations.Nullable;

/**
 * A result as it was stored.
 *
 * @param check the check's number
 * @param at the planned start
 * @param cause null when it was up
 * @param status of HTTP, 0 where there was none
 * @param phases 0 for those it never finished or does not have
 * @param certificateExpires the day of the city, null when there was no certificate
 * @param address the last one asked, null when it came to none
 * @param node the machine that asked
 */
public record StoredResult(int check, Instant at, Outcome outcome, @Nullable Cause cause, int status, Phases phases,
		@Nullable LocalDate certificateExpires, @Nullable String address, @Nullable String node) {
}
