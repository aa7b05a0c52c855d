package id.tangerangkota.layanan.notification;

import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.audit.AuditableEvent;

/**
 * The staff changed what is told to whom; published in the transaction in which it
 * happened.
 *
 * @param details ids, enums and numbers
 */
public record NotificationAct(Act act, AuditSubject subject, Map<String, String> details) implements AuditableEvent {

	private static final String MESSAGE = "message";

	private static final String WEBHOOK = "webhook";

	/** What can happen. */
	public enum Act {

		MESSAGE_RETRIED, MESSAGES_RETRIED, MESSAGE_GIVEN_UP, HAPPENING_RETRIED, WEBHOOK_ADDED, WEBHOOK_EDITED,
		WEBHOOK_SECRET_SHOWN, WEBHOOK_SECRET_ROTATED, WEBHOOK_TESTED, WEBHOOK_ENABLED, WEBHOOK_DISABLED, WEBHOOK_REMOVED

	}

	static NotificationAct ofMessage(Act act, String message, Map<String, String> details) {
		return new NotificationAct(act, new AuditSubject(MESSAGE, message), details);
	}

	/** Something happened to a webhook. */
	public static NotificationAct ofWebhook(Act act, String webhook, Map<String, String> details) {
		return new NotificationAct(act, new AuditSubject(WEBHOOK, webhook), details);
	}

	@Override
	public String action() {
		return "notification." + this.act.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
