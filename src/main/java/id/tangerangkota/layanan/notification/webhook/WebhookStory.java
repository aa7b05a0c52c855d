package id.tangerangkota.layanan.notification.webhook;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.PublicEvent;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Story;
import id.tangerangkota.layanan.notification.Telling;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.web.Language;

import org.springframework.stereotype.Component;

/** Tests of webhooks, and webhooks that were disabled. */
@Component
class WebhookStory implements Story {

	private final StaffDirectory staff;

	private final WebhookRows rows;

	WebhookStory(StaffDirectory staff, WebhookRows rows) {
		this.staff = staff;
		this.rows = rows;
	}

	@Override
	public Set<HappeningKind> kinds() {
		return EnumSet.of(HappeningKind.WEBHOOK_TESTED, HappeningKind.WEBHOOK_DISABLED);
	}

	@Override
	public Collection<Addressee> audience(Happening happening) {
		if (happening.kind() == HappeningKind.WEBHOOK_TESTED) {
			return List.of(new Addressee(RecipientKind.WEBHOOK, happening.subject(), Topic.WEBHOOK));
		}
		return this.staff.active(EnumSet.of(Role.ADMINISTRATOR), null)
			.stream()
			.map((AccountId id) -> Addressee.account(id, Topic.WEBHOOK))
			.toList();
	}

	@Override
	public Map<UUID, Telling> tell(Collection<Happening> happenings, Language language) {
		Map<UUID, String> hosts = new HashMap<>();
		this.rows.all().forEach((webhook) -> hosts.put(webhook.id(), webhook.url().getHost()));
		Map<UUID, Telling> tellings = new HashMap<>();
		for (Happening happening : happenings) {
			boolean known = hosts.containsKey(happening.subject());
			tellings.put(happening.id(),
					new Telling(happening.kind().name(), List.of(hosts.getOrDefault(happening.subject(), "?")),
							known ? "/admin/webhook/" + happening.subject() : "/admin/webhook"));
		}
		return tellings;
	}

	@Override
	public Optional<PublicEvent> event(Happening happening) {
		return (happening.kind() == HappeningKind.WEBHOOK_TESTED)
				? Optional.of(new PublicEvent("webhook.test", Map.of())) : Optional.empty();
	}

}
