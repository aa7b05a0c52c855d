package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

import id.tangerangkota.layanan.notification.OutboxRows.Gathering;
import id.tangerangkota.layanan.notification.Preferences.Wishes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns what happened into messages, one for each who wants to know and each way they
 * want it, all of a happening in one transaction. What fails waits and is shown to
 * administrators.
 */
@Component
class HappeningDispatcher {

	/** Of one run. The next run goes on, maybe on another node. */
	private static final int BATCH = 100;

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
		for (int i = 0; i < BATCH && !Thread.currentThread().isInterrupted(); i++) {
			if (!next()) {
				return;
			}
		}
	}

	private boolean next() {
		HappeningRows.Waiting[] tried = new HappeningRows.Waiting[1];
		try {
			return Boolean.TRUE.equals(this.transactions.execute((status) -> {
				HappeningRows.Waiting waiting = this.rows.lockNext(this.clock.instant()).orElse(null);
				if (waiting == null) {
					return false;
				}
				tried[0] = waiting;
				dispatch(find(waiting));
				return true;
			}));
		}
		catch (RuntimeException ex) {
			HappeningRows.Waiting failed = tried[0];
			if (failed == null) {
				throw ex;
			}
			postpone(failed, ex);
			return true;
		}
	}

	private Happening find(HappeningRows.Waiting waiting) {
		return this.rows.find(List.of(waiting.id()))
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Only a newer node knows " + waiting.kind()));
	}

	private void postpone(HappeningRows.Waiting failed, RuntimeException failure) {
		String error = failure.getClass().getSimpleName();
		log.warn("Whom {} {} concerns could not be found: {}", failed.kind(), failed.id(), error);
		Instant next = this.clock.instant().plus(Backoff.after(failed.attempts(), false, this.random));
		this.transactions.executeWithoutResult((status) -> this.rows.postpone(failed.id(), next, error));
	}

	private void dispatch(Happening happening) {
		Instant now = this.clock.instant();
		Story story = this.stories.of(happening.kind());
		Map<UUID, Addressee> people = new LinkedHashMap<>();
		List<Addressee> mails = new ArrayList<>();
		List<Addressee> webhooks = new ArrayList<>();
		for (Addressee addressee : story.audience(happening)) {
			switch (addressee.kind()) {
				case ACCOUNT -> people.putIfAbsent(addressee.id(), addressee);
				case SUBSCRIBER, REPORTER -> mails.add(addressee);
				case WEBHOOK -> webhooks.add(addressee);
			}
		}
		Wishes wishes = this.preferences.of(people.keySet());
		people.values().stream().filter((person) -> wishes.want(person, Channel.EMAIL)).forEach(mails::add);
		this.inbox.add(happening,
				people.values().stream().filter((person) -> wishes.want(person, Channel.INBOX)).toList());
		story.event(happening)
			.ifPresent((event) -> this.programs.stream()
				.map((receivers) -> receivers.of(event.type()))
				.flatMap(Collection::stream)
				.forEach((id) -> webhooks.add(new Addressee(RecipientKind.WEBHOOK, id, Topic.OUTAGE))));
		Instant expires = now.plus(LIFE);
		Gathering gathering = new Gathering(now.plus(this.settings.gather()), this.settings.pause());
		this.outbox.addAll(happening, Channel.EMAIL, mails, now, expires, gathering);
		this.outbox.addAll(happening, Channel.WEBHOOK, webhooks, now, expires, gathering);
		this.rows.expanded(happening.id(), now);
	}

}
