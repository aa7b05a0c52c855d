package id.tangerangkota.layanan.notification.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Channel;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;
import id.tangerangkota.layanan.notification.Letter;
import id.tangerangkota.layanan.notification.MailEnding;
import id.tangerangkota.layanan.notification.Outbox;
import id.tangerangkota.layanan.notification.Preferences;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRows.Request;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people ask to be told about outages. An address without an account gets a link
 * first, each time, because anybody can type anybody's; the answer is the same for every
 * address.
 */
@Component
public class Subscriptions {

	/** How long a link waits for its button to be pressed. */
	static final Duration VALID = Duration.ofHours(24);

	/** Many people on phones share an address. */
	private static final Limit NETWORK = new Limit("notification.subscribe.network", 60, Duration.ofHours(1));

	private static final Limit VISITOR = new Limit("notification.subscribe.visitor", 10, Duration.ofHours(1));

	/** Nobody's mailbox is filled by somebody else. */
	private static final Limit ADDRESS = new Limit("notification.subscribe.address", 5, Duration.ofDays(1));

	private static final int SECRET_BYTES = 24;

	private final SecureRandom random = new SecureRandom();

	private final Subscribers subscribers;

	private final SubscriptionRows rows;

	private final OutageFollowers followers;

	private final AvailabilityReport report;

	private final Happenings happenings;

	private final Outbox outbox;

	private final Preferences preferences;

	private final MailEnding reporters;

	private final Throttle throttle;

	private final Links links;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Subscriptions(Subscribers subscribers, SubscriptionRows rows, OutageFollowers followers, AvailabilityReport report,
			Happenings happenings, Outbox outbox, Preferences preferences, MailEnding reporters, Throttle throttle,
			Links links, TransactionTemplate transaction, Clock clock) {
		this.subscribers = subscribers;
		this.rows = rows;
		this.followers = followers;
		this.report = report;
		this.happenings = happenings;
		this.outbox = outbox;
		this.preferences = preferences;
		this.reporters = reporters;
		this.throttle = throttle;
		this.links = links;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Whoever asks: where from, and as precisely as visitors are told apart. */
	public record Visitor(String network, String device) {
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

	private @Nullable OutageId outage(Wish wish) {
		return wish.onlyThisOutage() ? openOutage(wish.service()).map(Outage::id).orElse(null) : null;
	}

	/**
	 * Sends a link to an address. To be called outside of a transaction.
	 * @throws TooManyTries if that was done too often, whatever the address
	 */
	public void ask(Wish wish, Email email, Language language, Visitor visitor) {
		take(NETWORK, visitor.network());
		take(VISITOR, visitor.device());
		take(ADDRESS, email.value().toLowerCase(Locale.ROOT));
		OutageId outage = outage(wish);
		this.transaction.executeWithoutResult((status) -> {
			Instant now = this.clock.instant();
			UUID subscriber = this.subscribers.findOrAdd(email, language, now);
			byte[] secret = new byte[SECRET_BYTES];
			this.random.nextBytes(secret);
			String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
			Instant expires = now.plus(VALID);
			this.rows.ask(hash(token), new Request(subscriber, wish.service(), outage), expires);
			Map<String, String> details = new HashMap<>();
			if (outage != null) {
				details.put("outage", outage.toString());
			}
			Happening happening = this.happenings.noteTold(HappeningKind.SUBSCRIPTION_ASKED, wish.service().value(),
					details);
			this.outbox.deliver(happening, new Addressee(RecipientKind.SUBSCRIBER, subscriber, Topic.CONFIRMATION),
					new Letter(email.value(), language,
							this.links.absolute("/langganan/konfirmasi/" + token, language)),
					expires);
		});
	}

	private void take(Limit limit, String key) {
		this.throttle.take(limit, key).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
	}

	/** What a link that was not used yet stands for. */
	public Optional<Wish> asked(String token) {
		return this.rows.asked(hash(token), this.clock.instant())
			.map((request) -> new Wish(request.service(), request.outage() != null));
	}

	/**
	 * The owner of an address confirms what was asked for.
	 * @return empty when the link was used, is too old or never was
	 */
	public Optional<Wish> confirm(String token, Language language) {
		byte[] hash = hash(token);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			return this.rows.asked(hash, now).filter((request) -> this.rows.take(hash)).map((request) -> {
				this.subscribers.confirmed(request.subscriber(), now);
				this.subscribers.speaks(request.subscriber(), language);
				if (request.outage() != null) {
					this.followers.follow(request.outage(), request.subscriber());
				}
				else {
					add(RecipientKind.SUBSCRIBER, request.subscriber(), request.service(), now);
				}
				return new Wish(request.service(), request.outage() != null);
			});
		}));
	}

	/** Somebody with an account is told of what they wish, at once. */
	public void subscribe(AccountId account, Wish wish) {
		OutageId outage = outage(wish);
		if (outage != null) {
			this.followers.follow(outage, account.value());
		}
		else {
			this.transaction.executeWithoutResult(
					(status) -> add(RecipientKind.ACCOUNT, account.value(), wish.service(), this.clock.instant()));
		}
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

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
