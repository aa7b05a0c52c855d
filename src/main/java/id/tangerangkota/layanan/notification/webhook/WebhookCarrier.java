package id.tangerangkota.layanan.notification.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.notification.Carrier;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.Failure;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningRows;
import id.tangerangkota.layanan.notification.PublicEvent;
import id.tangerangkota.layanan.notification.Scope;
import id.tangerangkota.layanan.notification.Stories;
import id.tangerangkota.layanan.notification.Trouble;
import id.tangerangkota.layanan.notification.WaitingMessage;
import id.tangerangkota.layanan.notification.webhook.WebhookRows.Signed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Tells programs what happened, as Standard Webhooks 1.0 says: the same id at every
 * attempt, the time of the attempt, and a signature over both and the body for each
 * secret that is valid.
 */
@Component
class WebhookCarrier implements Carrier {

	private final JsonMapper json = new JsonMapper();

	private final WebhookRows rows;

	private final WebhookDesk desk;

	private final WebhookClient client;

	private final HappeningRows happenings;

	private final Stories stories;

	private final Clock clock;

	WebhookCarrier(WebhookRows rows, WebhookDesk desk, WebhookClient client, HappeningRows happenings, Stories stories,
			Clock clock) {
		this.rows = rows;
		this.desk = desk;
		this.client = client;
		this.happenings = happenings;
		this.stories = stories;
		this.clock = clock;
	}

	@Override
	public Channel channel() {
		return Channel.WEBHOOK;
	}

	@Override
	public boolean isReady() {
		return true;
	}

	@Override
	public @Nullable Failure carry(List<WaitingMessage> messages) {
		WaitingMessage message = messages.getFirst();
		Instant now = this.clock.instant();
		Signed receiver = this.rows.signed(message.recipient(), now).orElseThrow(NobodyThere::new);
		if (!receiver.webhook().isEnabled()) {
			return new Failure(Scope.RECEIVER, Trouble.DISABLED, "Disabled");
		}
		byte[] body = body(message);
		String id = "msg_" + message.id();
		String signatures = receiver.secrets()
			.stream()
			.map((secret) -> secret.sign(id, now.getEpochSecond(), body))
			.collect(Collectors.joining(" "));
		Failure failure = this.client.post(receiver.webhook().url(), Map.of("webhook-id", id, "webhook-timestamp",
				Long.toString(now.getEpochSecond()), "webhook-signature", signatures), body);
		tell(message, failure);
		return failure;
	}

	private void tell(WaitingMessage message, @Nullable Failure failure) {
		if (failure == null) {
			this.desk.succeeded(message.recipient());
		}
		else if (failure.trouble() == Trouble.GONE) {
			this.desk.gone(message.recipient());
		}
		else {
			this.desk.failed(message.recipient());
		}
	}

	private byte[] body(WaitingMessage message) {
		Happening happening = this.happenings.find(List.of(Objects.requireNonNull(message.happening())))
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Nobody knows what happened"));
		PublicEvent event = this.stories.event(happening).orElseThrow(NobodyThere::new);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", event.type());
		body.put("timestamp", happening.createdAt().toString());
		body.put("data", event.data());
		return this.json.writeValueAsBytes(body);
	}

}
