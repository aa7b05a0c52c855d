package id.tangerangkota.layanan.notification.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.MailEnding;
import id.tangerangkota.layanan.notification.Outbox;
import id.tangerangkota.layanan.notification.Preferences;
import id.tangerangkota.layanan.notification.RecipientKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is told about outages of which services. Whoever has no account asks for it by
 * {@link SubscriptionRequests}.
 */
@Component
public class Subscriptions {

	private final Subscribers subscribers;

	private final SubscriptionRows rows;

	private final OutageFollowers followers;

	private final AvailabilityReport report;

	private final Outbox outbox;

	private final Preferences preferences;

	private final MailEnding reporters;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Subscriptions(Subscribers subscribers, SubscriptionRows rows, OutageFollowers followers, AvailabilityReport report,
			Outbox outbox, Preferences preferences, MailEnding reporters, TransactionTemplate transaction,
			Clock clock) {
		this.subscribers = subscribers;
		this.rows = rows;
		this.followers = followers;
		this.report = report;
		this.outbox = outbox;
		this.preferences = preferences;
		this.reporters = reporters;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * What somebody can be told of.
	 *
	 * @param onlyThisOutage whether only the end of the outage that lasts now is of
	 * interest; where none does, each is
	 */
	public record Wish(ServiceId service, boolean onlyThisOutage) {
	}

	/**
	 * A subscription, for its owner.
	 *
	 * @param since when it began
	 */
	public record Held(ServiceId service, Instant since) {
	}

	/** The outage of a service that lasts now. */
	public Optional<Outage> openOutage(ServiceId service) {
		Instant now = this.clock.instant();
		return this.report.outages(service, now, now.plusNanos(1000)).stream().filter(Outage::isOpen).findFirst();
	}

	/** The one outage a wish is about, null for each. */
	@Nullable OutageId outage(Wish wish) {
		return wish.onlyThisOutage() ? openOutage(wish.service()).map(Outage::id).orElse(null) : null;
	}

	/** Somebody with an account is told of what they wish, at once. */
	public void subscribe(AccountId account, Wish wish) {
		this.transaction.executeWithoutResult(
				(status) -> begin(RecipientKind.ACCOUNT, account.value(), wish.service(), outage(wish)));
	}

	/**
	 * Somebody is told from now on; to be called in a transaction.
	 * @param outage of whose end alone they are told, null for each
	 */
	void begin(RecipientKind kind, UUID recipient, ServiceId service, @Nullable OutageId outage) {
		if (outage != null) {
			this.followers.follow(outage, recipient);
		}
		else {
			add(kind, recipient, service, this.clock.instant());
		}
	}

	/**
	 * Lets somebody hear of the end of what lasts by now, be it announced work.
	 * @return false where nothing does
	 */
	boolean follow(ServiceId service, UUID subscriber) {
		Optional<Outage> outage = openOutage(service);
		outage.ifPresent((open) -> this.followers.follow(open.id(), subscriber));
		boolean worked = outage.isEmpty() && this.report.now(service).state() == ServiceState.MAINTENANCE;
		if (worked) {
			this.followers.await(service, subscriber);
		}
		return worked || outage.isPresent();
	}

	/** Whoever subscribes during announced work wants to know when it is over, too. */
	private void add(RecipientKind kind, UUID recipient, ServiceId service, Instant now) {
		this.rows.add(kind, recipient, service, now);
		if (this.report.now(service).state() == ServiceState.MAINTENANCE) {
			this.followers.await(service, recipient);
		}
	}

	/** Whether somebody is told of each outage of a service. */
	public boolean isSubscribed(AccountId account, ServiceId service) {
		return this.rows.has(account.value(), service);
	}

	/** Whether somebody is told when an outage is over. */
	public boolean follows(AccountId account, Outage outage) {
		return this.followers.followers(outage.id()).contains(account.value());
	}

	/**
	 * Ends a subscription, the following of an outage and the waiting for that service.
	 */
	public void unsubscribe(AccountId account, ServiceId service) {
		end(account.value(), service);
	}

	private void end(UUID recipient, ServiceId service) {
		this.rows.remove(recipient, service);
		openOutage(service).ifPresent((outage) -> this.followers.unfollow(outage.id(), recipient));
		this.followers.awaitNoMore(service, recipient);
	}

	/** What somebody subscribed to, the newest first. */
	public List<Held> of(AccountId account) {
		return this.rows.of(account.value()).stream().map(Subscriptions::held).toList();
	}

	/** What the one a link was sent to subscribed to; nothing for accounts. */
	public List<Held> of(Addressee addressee) {
		return (addressee.kind() == RecipientKind.SUBSCRIBER)
				? this.rows.of(addressee.id()).stream().map(Subscriptions::held).toList() : List.of();
	}

	/**
	 * What somebody is told of once, when the outage that lasts now is over, the newest
	 * first.
	 */
	public List<Held> followed(AccountId account) {
		return this.followers.followed(account.value())
			.entrySet()
			.stream()
			.map((one) -> new Held(one.getKey(), one.getValue()))
			.toList();
	}

	private static Held held(SubscriptionRows.Held row) {
		return new Held(row.service(), row.since());
	}

	/**
	 * Ends mails on a topic, by the link in one of them. Of an address without an account
	 * nothing is left then; an account keeps what it subscribed to, and its inbox.
	 */
	public void end(Addressee addressee) {
		switch (addressee.kind()) {
			case ACCOUNT -> this.preferences.set(new AccountId(addressee.id()),
					new Preferences.Choice(addressee.topic(), Channel.EMAIL), false);
			case SUBSCRIBER -> this.transaction.executeWithoutResult((status) -> {
				this.rows.removeAll(addressee.id());
				this.followers.forget(addressee.id());
				this.outbox.removeAll(RecipientKind.SUBSCRIBER, addressee.id());
				this.subscribers.remove(addressee.id());
			});
			case REPORTER -> this.reporters.end(addressee.id());
			case WEBHOOK -> {
				// Programs get no mails.
			}
		}
	}

	/**
	 * As {@link #unsubscribe}, of an address without an account by the link in a mail.
	 */
	public void end(Addressee addressee, ServiceId service) {
		if (addressee.kind() == RecipientKind.SUBSCRIBER) {
			end(addressee.id(), service);
		}
	}

}
