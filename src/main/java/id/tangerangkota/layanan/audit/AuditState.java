package id.tangerangkota.layanan.audit;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the trail being whole.
 *
 * @param verified when all chains were recomputed last, null if never
 * @param entries how many rows that were
 * @param problem the first thing found wrong, null for nothing
 * @param anchored the day of the last anchor, null if there is none
 */
public record AuditState(@Nullable Instant verified, long entries, @Nullable String problem,
		@Nullable LocalDate anchored) {
}
