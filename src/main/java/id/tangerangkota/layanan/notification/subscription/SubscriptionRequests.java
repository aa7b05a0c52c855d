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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.Happenings;
import id.tangerangkota.layanan.notification.Letter;
import id.tangerangkota.layanan.notification.Outbox;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.notification.subscription.SubscriptionRows.Request;
import id.tangerangkota.layanan.notification.subscription.Subscriptions.Wish;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.TooManyTries;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where people without an account ask to be told about outages. An address gets a link
 * first, each time, because anybody can type anybody's; the answer is the same for every
 * address.
 */
@Component
public class SubscriptionRequests {

	/** How long a link waits for its button to be pressed. */
	static final Duration VALID = Duration.ofHours(24);

	/** Many people on phones share an address. */
	private static final Limit NETWORK = new Limit("notification.subscribe.network", 60, Duration.ofHours(1));

	private static final Limit VISITOR = new Limit("notification.subscribe.visitor", 10, Duration.ofHours(1));

	/** Nobody's mailbox is filled by somebody else. */
	private static final Limit ADDRESS = new Limit("notification.subscribe.address", 5, Duration.ofDays(1));

	private static final int SECRET_BYTES = 24;

	private final SecureRandom random = new SecureRandom();

	private final Subscriptions subscriptions;

	private final Subscribers subscribers;

	private final SubscriptionRows rows;

	private final Happenings happenings;

	private final Outbox outbox;

	private final Throttle throttle;

	private final Links links;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SubscriptionRequests(Subscriptions subscriptions, Subscribers subscribers, SubscriptionRows rows,
			Happenings happenings, Outbox outbox, Throttle throttle, Links links, TransactionTemplate transaction,
			Clock clock) {
		this.subscriptions = subscriptions;
		this.subscribers = subscribers;
		this.rows = rows;
		this.happenings = happenings;
		this.outbox = outbox;
		this.throttle = throttle;
		this.links = links;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Whoever asks: where from, and as precisely as visitors are told apart. */
	public record Visitor(String network, String device) {
	}

	/**
	 * Sends a link to an address. To be called outside of a transaction.
	 * @throws TooManyTries if that was done too often, whatever the address
	 */
	public void ask(Wish wish, Email email, Language language, Visitor visitor) {
		take(NETWORK, visitor.network());
		take(VISITOR, visitor.device());
		take(ADDRESS, Email.mailbox(email.value()));
		OutageId outage = this.subscriptions.outage(wish);
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
	 * What was confirmed.
	 *
	 * @param over whether there is nothing left to tell of: the outage ended meanwhile
	 */
	public record Confirmed(Wish wish, boolean over) {
	}

	/**
	 * The owner of an address confirms what was asked for.
	 * @return empty when the link was used, is too old or never was
	 */
	public Optional<Confirmed> confirm(String token, Language language) {
		byte[] hash = hash(token);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Instant now = this.clock.instant();
			return this.rows.asked(hash, now).filter((request) -> this.rows.take(hash)).map((request) -> {
				this.subscribers.confirmed(request.subscriber(), now);
				this.subscribers.speaks(request.subscriber(), language);
				boolean once = request.outage() != null;
				if (!once) {
					this.subscriptions.begin(RecipientKind.SUBSCRIBER, request.subscriber(), request.service(), null);
				}
				return new Confirmed(new Wish(request.service(), once),
						once && !this.subscriptions.follow(request.service(), request.subscriber()));
			});
		}));
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
