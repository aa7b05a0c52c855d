package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox.
 *
 * @param kind a name of {@code AccountMessage.Kind}; a newer node may have written one
 * this node does not know
 * @param payload the sealed letter
 * @param attempts how often it was tried in vain
 */
record WaitingMessage(UUID id, String kind, String payload, Instant createdAt, Instant expiresAt, int attempts) {
}
