package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened and could not be turned into messages so far.
 *
 * @param kind a name of {@link HappeningKind}; a newer node may have written one this
 * node does not know
 * @param error the type of the failure
 */
public record StuckHappening(UUID id, String kind, Instant createdAt, Instant nextAttempt, int attempts,
		@Nullable String error) {
}
