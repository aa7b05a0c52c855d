package id.tangerangkota.layanan.availability.incident;

import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an incident, and when.
 *
 * @param status where the work stood from then on, null when that did not change
 * @param service which service, null when it is about all
 * @param text what the staff wrote, null for automatic entries
 * @param forStaff whether only the staff may read it
 * @param editedAt when the text was last edited, null when never
 */
public record TimelineEntry(UUID id, Instant at, EntryKind kind, @Nullable IncidentStatus status,
		@Nullable ServiceId service, @Nullable String text, boolean byStaff, boolean forStaff,
		@Nullable Instant editedAt) {
}
