package id.tangerangkota.layanan.notification.web;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.notification.MessageDesk;
import id.tangerangkota.layanan.notification.webhook.WebhookDesk;
import id.tangerangkota.layanan.web.AttentionItem;

import org.springframework.stereotype.Component;

/** Messages that did not arrive, and webhooks that get nothing any more. */
@Component
class Attentions implements AttentionItem {

	private final MessageDesk messages;

	private final WebhookDesk webhooks;

	Attentions(MessageDesk messages, WebhookDesk webhooks) {
		this.messages = messages;
		this.webhooks = webhooks;
	}

	@Override
	public List<Attention> attention() {
		List<Attention> attention = new ArrayList<>();
		int undelivered = this.messages.undelivered();
		if (undelivered > 0) {
			attention.add(
					new Attention("notification.attention.undelivered", List.of(undelivered), MessagesController.PATH));
		}
		int stuck = this.messages.stuck().size();
		if (stuck > 0) {
			attention.add(new Attention("notification.attention.stuck", List.of(stuck), MessagesController.PATH));
		}
		int failed = this.webhooks.failed();
		if (failed > 0) {
			attention.add(new Attention("notification.attention.webhooks", List.of(failed), WebhookController.PATH));
		}
		return attention;
	}

}
