package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;

/**
 * Announced work, one time of it.
 *
 * @param text what people should know, as the staff wrote it
 */
public record Maintenance(WindowId window, MaintenanceScope scope, Recurrence recurrence, Instant start, Instant end,
		String text) {
}
