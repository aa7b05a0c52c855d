package id.tangerangkota.layanan.notification.subscription;

import java.util.Map;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.ServiceBack;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers who was told that a service is worked on, and that they want to know when it
 * can be used again.
 */
@Component
class Comebacks {

	private final OutageFollowers followers;

	private final SubscriptionRows subscriptions;

	private final Happenings happenings;

	Comebacks(OutageFollowers followers, SubscriptionRows subscriptions, Happenings happenings) {
		this.followers = followers;
		this.subscriptions = subscriptions;
		this.happenings = happenings;
	}

	/** For them it is not over. */
	@EventListener
	void on(OutageEnded event) {
		if (event.then() == ServiceState.MAINTENANCE) {
			this.followers.followers(event.outage()).forEach((id) -> this.followers.await(event.service(), id));
			this.subscriptions.to(event.service())
				.stream()
				.map(Addressee::id)
				.forEach((id) -> this.followers.await(event.service(), id));
		}
	}

	@EventListener
	void on(ServiceBack event) {
		if (this.followers.isAwaited(event.service())) {
			this.happenings.note(HappeningKind.SERVICE_BACK, event.service().value(),
					Map.of("after", event.after().name(), "at", event.at().toString()));
		}
	}

}
