package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param kind a name of {@code AccountMessage.Kind} or {@link HappeningKind}; a newer
 * node may have written one this node does not know
 * @param recipient as the kind of recipient says
 * @param topic a name of {@link Topic}
 * @param happening what it tells, null for a message about an account
 * @param payload the sealed letter, null where it is made when it is sent
 * @param attempts how often it was tried in vain
 */
public record WaitingMessage(UUID id, String kind, RecipientKind recipientKind, UUID recipient, String topic,
		@Nullable UUID happening, @Nullable String payload, Instant createdAt, Instant expiresAt, int attempts) {

	/** Whether somebody waits for it: it holds a link they asked for, or a warning. */
	boolean isUrgent() {
		return this.topic.equals(Topic.ACCOUNT.name()) || this.topic.equals(Topic.CONFIRMATION.name());
	}

	/** Whether it goes together with others for the same receiver. */
	boolean isGathered() {
		for (Topic value : Topic.values()) {
			if (value.name().equals(this.topic)) {
				return value.isGathered();
			}
		}
		return false;
	}

}
