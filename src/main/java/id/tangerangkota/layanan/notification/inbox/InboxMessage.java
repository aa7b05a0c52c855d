package id.tangerangkota.layanan.notification.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as its reader sees it.
 *
 * @param asks whether its reader is asked how it was
 * @param href what it is about, an address of the portal without the language
 */
public record InboxMessage(UUID id, String subject, String text, String href, Instant at, boolean read, boolean asks) {
}
