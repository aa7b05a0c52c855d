package id.tangerangkota.layanan.survey.answer;

import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

/**
 * A flood of answers.
 *
 * @param genuine what a person decided, null while nobody has
 */
public record Burst(UUID id, BurstKind kind, @Nullable ServiceId service, @Nullable String agency, Instant starts,
		Instant ends, int answers, Instant foundAt, @Nullable Boolean genuine) {
}
