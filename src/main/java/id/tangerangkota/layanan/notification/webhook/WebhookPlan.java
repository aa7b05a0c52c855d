package id.tangerangkota.layanan.notification.webhook;

import java.util.Set;

/**
 * What an administrator wants a webhook to be.
 *
 * @param url as typed
 * @param description for the staff, of one line
 * @param events some of {@link WebhookDesk#EVENTS}
 */
public record WebhookPlan(String url, String description, Set<String> events) {
}
