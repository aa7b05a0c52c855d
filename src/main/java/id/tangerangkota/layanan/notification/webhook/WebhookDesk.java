package id.tangerangkota.layanan.notification.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;
import id.tangerangkota.layanan.notification.NotificationAct;
import id.tangerangkota.layanan.notification.NotificationAct.Act;
import id.tangerangkota.layanan.notification.Outbox;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators keep webhooks. */
@Component
public class WebhookDesk {

	/** What programs can be told of. */
	public static final List<String> EVENTS = List.of("outage.started", "outage.ended", "outage.suspected");

	/** How long both secrets sign, for receivers to change theirs. */
	private static final Duration OVERLAP = Duration.ofHours(24);

	private final WebhookRows rows;

	private final WebhookSettings settings;

	private final Happenings happenings;

	private final Outbox outbox;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	WebhookDesk(WebhookRows rows, WebhookSettings settings, Happenings happenings, Outbox outbox, CurrentActor actor,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.settings = settings;
		this.happenings = happenings;
		this.outbox = outbox;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** Whether an address can be one of a webhook. */
	public boolean accepts(String url) {
		return WebhookUrl.parse(url, isPlainAllowed()).isPresent();
	}

	/** Inside of the city's own networks encryption may be missing. */
	public boolean isPlainAllowed() {
		return !this.settings.allowedNetworks().isEmpty();
	}

	private URI url(WebhookPlan plan) {
		return WebhookUrl.parse(plan.url(), isPlainAllowed())
			.orElseThrow(() -> new IllegalArgumentException("No address"));
	}

	@Transactional(readOnly = true)
	public List<Webhook> all() {
		return this.rows.all();
	}

	@Transactional(readOnly = true)
	public Optional<Webhook> find(UUID id) {
		return this.rows.find(id);
	}

	/** How many get nothing because they failed. */
	@Transactional(readOnly = true)
	public int failed() {
		return this.rows.failed();
	}

	/** Adds a webhook with a secret of its own. */
	@Transactional
	public UUID add(WebhookPlan plan) {
		UUID id = UUID.randomUUID();
		this.rows.add(id, url(plan), plan.description(), plan.events(), WebhookSecret.random(),
				this.actor.get().requireAccount(), this.clock.instant());
		tell(Act.WEBHOOK_ADDED, id, Map.of("events", String.join(",", plan.events())));
		return id;
	}

	/**
	 * @throws NotFound if there is none
	 */
	@Transactional
	public void change(UUID id, WebhookPlan plan) {
		require(this.rows.change(id, url(plan), plan.description(), plan.events()));
		tell(Act.WEBHOOK_EDITED, id, Map.of("events", String.join(",", plan.events())));
	}

	/**
	 * What the receiver checks signatures with.
	 * @throws NotFound if there is none
	 */
	@Transactional
	public String secret(UUID id) {
		String secret = signed(id).secrets().getFirst().value();
		tell(Act.WEBHOOK_SECRET_SHOWN, id, Map.of());
		return secret;
	}

	/**
	 * Makes a new secret; the one until now signs too for a day.
	 * @throws NotFound if there is none
	 */
	@Transactional
	public void rotate(UUID id) {
		this.rows.rotate(id, signed(id).secrets().getFirst(), WebhookSecret.random(),
				this.clock.instant().plus(OVERLAP));
		tell(Act.WEBHOOK_SECRET_ROTATED, id, Map.of());
	}

	private WebhookRows.Signed signed(UUID id) {
		return this.rows.signed(id, this.clock.instant()).orElseThrow(NotFound::new);
	}

	/**
	 * Sends a test, as everything else is sent.
	 * @throws NotFound if there is none
	 */
	@Transactional
	public void test(UUID id) {
		require(this.rows.find(id).isPresent());
		this.happenings.note(HappeningKind.WEBHOOK_TESTED, id, Map.of());
		tell(Act.WEBHOOK_TESTED, id, Map.of());
	}

	/** Tells it nothing more, and gives up what waits for it. */
	@Transactional
	public void disable(UUID id) {
		disable(id, Webhook.Reason.SWITCHED_OFF);
	}

	/** Tells it again, from now on. */
	@Transactional
	public void enable(UUID id) {
		if (this.rows.enable(id)) {
			tell(Act.WEBHOOK_ENABLED, id, Map.of());
		}
	}

	/**
	 * @throws NotFound if there is none
	 */
	@Transactional
	public void remove(UUID id) {
		require(this.rows.remove(id));
		this.outbox.removeAll(RecipientKind.WEBHOOK, id);
		tell(Act.WEBHOOK_REMOVED, id, Map.of());
	}

	/** In the transaction in which a message for it was tried. */
	@Transactional
	void succeeded(UUID id) {
		this.rows.succeeded(id);
	}

	/** As {@link #succeeded}; disables it once that has gone on for days. */
	@Transactional
	void failed(UUID id) {
		if (!this.rows.failed(id, this.clock.instant())
			.plus(this.settings.disableAfter())
			.isAfter(this.clock.instant())) {
			disable(id, Webhook.Reason.FAILING);
		}
	}

	/** As {@link #succeeded}: it said that it wants no more. */
	@Transactional
	void gone(UUID id) {
		disable(id, Webhook.Reason.GONE);
	}

	private void disable(UUID id, Webhook.Reason reason) {
		if (!this.rows.disable(id, reason, this.clock.instant())) {
			return;
		}
		this.outbox.giveUp(RecipientKind.WEBHOOK, id);
		tell(Act.WEBHOOK_DISABLED, id, Map.of("reason", reason.name()));
		if (reason != Webhook.Reason.SWITCHED_OFF) {
			this.happenings.note(HappeningKind.WEBHOOK_DISABLED, id, Map.of("reason", reason.name()));
		}
	}

	private static void require(boolean found) {
		if (!found) {
			throw new NotFound();
		}
	}

	private void tell(Act act, UUID webhook, Map<String, String> details) {
		this.events.publishEvent(NotificationAct.ofWebhook(act, webhook.toString(), details));
	}

}
