package id.tangerangkota.layanan.notification.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import id.tangerangkota.layanan.notification.webhook.Webhook;
import id.tangerangkota.layanan.notification.webhook.WebhookDesk;
import id.tangerangkota.layanan.notification.webhook.WebhookPlan;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A webhook, as typed.
 *
 * @param kabar the types of events
 */
record WebhookForm(@Nullable String alamat, @Nullable String keterangan, @Nullable List<String> kabar) {

	static final WebhookForm EMPTY = new WebhookForm(null, null, WebhookDesk.EVENTS);

	private static final int LONGEST = 120;

	static WebhookForm of(Webhook webhook) {
		return new WebhookForm(webhook.url().toString(), webhook.description(), List.copyOf(webhook.events()));
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable WebhookPlan plan(WebhookDesk desk, Errors errors) {
		String url = TypedText.line(this.alamat);
		String description = TypedText.line(this.keterangan);
		Set<String> events = new LinkedHashSet<>((this.kabar != null) ? this.kabar : List.of());
		events.retainAll(WebhookDesk.EVENTS);
		if (!desk.accepts(url)) {
			errors.rejectValue("alamat", "notification.webhook.url.form");
		}
		if (description.isEmpty()) {
			errors.rejectValue("keterangan", "notification.webhook.description.missing");
		}
		if (description.length() > LONGEST) {
			errors.rejectValue("keterangan", "notification.webhook.description.long",
					new Object[] { LONGEST, description.length() }, null);
		}
		if (events.isEmpty()) {
			errors.rejectValue("kabar", "notification.webhook.events.missing");
		}
		return errors.hasErrors() ? null : new WebhookPlan(url, description, events);
	}

}
