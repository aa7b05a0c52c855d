package id.tangerangkota.layanan.notification.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.AccountContact;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;

import org.springframework.stereotype.Component;

/**
 * What a person subscribed to, with the account or only with its confirmed address.
 */
@Component
class SubscriptionData implements PersonalData {

	private final SubscriptionRows rows;

	private final Subscribers subscribers;

	private final OutageFollowers followers;

	private final AccountDirectory accounts;

	private final ServiceCatalog catalog;

	SubscriptionData(SubscriptionRows rows, Subscribers subscribers, OutageFollowers followers,
			AccountDirectory accounts, ServiceCatalog catalog) {
		this.rows = rows;
		this.subscribers = subscribers;
		this.followers = followers;
		this.accounts = accounts;
		this.catalog = catalog;
	}

	@Override
	public List<DataSection> about(AccountId account) {
		List<SubscriptionRows.Held> held = Stream.concat(Stream.of(account.value()), subscriber(account).stream())
			.flatMap((id) -> this.rows.of(id).stream())
			.toList();
		Map<ServiceId, String> names = this.catalog
			.summaries(held.stream().map(SubscriptionRows.Held::service).toList())
			.stream()
			.collect(Collectors.toMap(ServiceSummary::id, ServiceSummary::name));
		return List.of(new DataSection("notification.data.subscriptions",
				held.stream()
					.map((one) -> new Entry(List.of(new Fact("notification.service", names.get(one.service())),
							new Fact("notification.since", one.since()))))
					.toList()));
	}

	private Optional<UUID> subscriber(AccountId account) {
		return this.accounts.contact(account).map(AccountContact::email).flatMap(this.subscribers::find);
	}

	@Override
	public void erase(AccountId account) {
		subscriber(account).ifPresent((id) -> {
			this.rows.removeAll(id);
			this.followers.forget(id);
			this.subscribers.remove(id);
		});
		this.rows.removeAll(account.value());
		this.followers.forget(account.value());
	}

}
