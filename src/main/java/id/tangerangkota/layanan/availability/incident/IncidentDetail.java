package id.tangerangkota.layanan.availability.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An incident with all that is known of it.
 *
 * @param timeline the oldest first
 * @param postMortem what was learned, null until somebody wrote it
 */
public record IncidentDetail(IncidentSummary summary, List<TimelineEntry> timeline, @Nullable String postMortem) {
}
