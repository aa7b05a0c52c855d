package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A message as the staff see it: not who it is for.
 *
 * @param kind one of {@link MessageFilter#kinds()}
 * @param trouble why the last attempt failed, null where none did
 * @param nextAttempt null once it has ended
 * @param endedAt null while it waits
 * @param repeatable whether it can be sent again: not where its link is gone
 */
public record MessageSummary(UUID id, String kind, Channel channel, RecipientKind recipientKind, MessageState state,
		@Nullable Trouble trouble, Instant createdAt, @Nullable Instant nextAttempt, @Nullable Instant endedAt,
		int attempts, boolean repeatable) {
}
