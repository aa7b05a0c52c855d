package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import id.tangerangkota.layanan.notification.HappeningRows.Row;
import id.tangerangkota.layanan.notification.OutboxRows.Gathering;
import id.tangerangkota.layanan.notification.OutboxRows.Message;
import id.tangerangkota.layanan.notification.Preferences.Wishes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns what happened into messages, one for each who wants to know and each way they
 * want it, all of a happening in one transaction, with others that wait. What fails waits
 * and is shown to administrators.
 */
@Component
class HappeningDispatcher {

	/** The next run goes on, maybe on another node. */
	private static final int OF_A_RUN = 200;

	/** In one transaction, because each has its cost. */
	private static final int AT_ONCE = 50;

	/** News that could not be delivered for so long is none. */
	static final Duration LIFE = Duration.ofDays(7);

	private static final Logger log = LoggerFactory.getLogger(HappeningDispatcher.class);

	private final HappeningRows rows;

	private final OutboxRows outbox;

	private final InboxRows inbox;

	private final Stories stories;

	private final Preferences preferences;

	private final ObjectProvider<EventReceivers> programs;

	private final NotificationSettings settings;

	private final TransactionTemplate transactions;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.getDefault();

	HappeningDispatcher(HappeningRows rows, OutboxRows outbox, InboxRows inbox, Stories stories,
			Preferences preferences, ObjectProvider<EventReceivers> programs, NotificationSettings settings,
			TransactionTemplate transactions, Clock clock) {
		this.rows = rows;
		this.outbox = outbox;
		this.inbox = inbox;
		this.stories = stories;
		this.preferences = preferences;
		this.programs = programs;
		this.settings = settings;
		this.transactions = transactions;
		this.clock = clock;
	}

	void run() {
		int left = OF_A_RUN;
		int most = AT_ONCE;
		while (left > 0 && !Thread.currentThread().isInterrupted()) {
			Round round = round(Math.min(left, most));
			if (round.isEmpty()) {
				return;
			}
			if (round.isFailed()) {
				// One of them cannot be told of: each by itself, and that one waits.
				most = 1;
			}
			else {
				left -= round.size();
			}
		}
	}

	/**
	 * What a transaction did.
	 *
	 * @param isFailed whether what it took is still there
	 */
	private record Round(int size, boolean isFailed) {

		boolean isEmpty() {
			return this.size == 0;
		}

	}

	private Round round(int most) {
		List<Row> taken = new ArrayList<>();
		try {
			this.transactions.executeWithoutResult((status) -> {
				taken.addAll(this.rows.lock(this.clock.instant(), most));
				dispatch(taken.stream().map(this.rows::open).toList());
			});
		}
		catch (RuntimeException ex) {
			if (taken.size() > 1) {
				return new Round(taken.size(), true);
			}
			if (taken.isEmpty()) {
				throw ex;
			}
			postpone(taken.getFirst(), ex);
		}
		return new Round(taken.size(), false);
	}

	private void postpone(Row failed, RuntimeException failure) {
		String error = failure.getClass().getSimpleName();
		log.warn("Whom {} {} concerns could not be found: {}", failed.kind(), failed.id(), error);
		Instant next = this.clock.instant().plus(Backoff.after(failed.attempts(), false, this.random));
		this.transactions.executeWithoutResult((status) -> this.rows.postpone(failed.id(), next, error));
	}

	private void dispatch(List<Happening> happenings) {
		if (happenings.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		happenings.forEach((happening) -> find(happening, told));
		Wishes wishes = this.preferences.of(told.people().stream().map((message) -> message.to().id()).toList());
		told.people().stream().filter((message) -> wishes.want(message.to(), Channel.EMAIL)).forEach(told.mails()::add);
		this.inbox
			.addAll(told.people().stream().filter((message) -> wishes.want(message.to(), Channel.INBOX)).toList());
		Instant expires = now.plus(LIFE);
		Gathering gathering = new Gathering(now.plus(this.settings.gather()), this.settings.pause());
		this.outbox.addAll(Channel.EMAIL, told.mails(), now, expires, gathering);
		this.outbox.addAll(Channel.WEBHOOK, told.webhooks(), now, expires, gathering);
		this.rows.expanded(happenings.stream().map(Happening::id).toList(), now);
	}

	/** Who is told, people by the ways they wish. */
	private record Told(List<Message> people, List<Message> mails, List<Message> webhooks) {
	}

	private void find(Happening happening, Told told) {
		Story story = this.stories.of(happening.kind());
		Set<UUID> accounts = new HashSet<>();
		for (Addressee addressee : story.audience(happening)) {
			Message message = new Message(happening, addressee);
			switch (addressee.kind()) {
				case ACCOUNT -> {
					if (accounts.add(addressee.id())) {
						told.people().add(message);
					}
				}
				case SUBSCRIBER, REPORTER -> told.mails().add(message);
				case WEBHOOK -> told.webhooks().add(message);
			}
		}
		story.event(happening)
			.ifPresent((event) -> this.programs.stream()
				.map((receivers) -> receivers.of(event.type()))
				.flatMap(Collection::stream)
				.map((id) -> new Message(happening, new Addressee(RecipientKind.WEBHOOK, id, Topic.OUTAGE)))
				.forEach(told.webhooks()::add));
	}

}
