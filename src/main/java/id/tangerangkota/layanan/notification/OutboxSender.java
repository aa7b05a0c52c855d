package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox.
 * <p>
 * A message is sent inside the transaction that holds its row and says what became of it.
 * So no other node sends it meanwhile, and only a node that dies between the answer and
 * the commit makes it go twice, under the same name. Carriers keep to time limits.
 */
@Component
class OutboxSender {

	/** Rows of one run. The next run goes on, maybe on another node. */
	private static final int BATCH = 100;

	/** Messages in one mail; more would be read by nobody. */
	private static final int TOGETHER = 50;

	private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

	private final OutboxRows rows;

	private final ObjectProvider<Carrier> carriers;

	private final TransactionTemplate transactions;

	private final OutboxMeters meters;

	private final Clock clock;

	private final RandomGenerator random = RandomGenerator.getDefault();

	private final Set<Channel> failing = ConcurrentHashMap.newKeySet();

	OutboxSender(OutboxRows rows, ObjectProvider<Carrier> carriers, TransactionTemplate transactions,
			OutboxMeters meters, Clock clock) {
		this.rows = rows;
		this.carriers = carriers;
		this.transactions = transactions;
		this.meters = meters;
		this.clock = clock;
	}

	private record Attempt(List<WaitingMessage> messages, Outcome outcome, @Nullable Failure failure) {

		boolean goOn() {
			return this.failure == null || this.failure.scope() != Scope.SERVER;
		}

	}

	void run(Channel channel) {
		expire(channel);
		this.carriers.stream()
			.filter((carrier) -> carrier.channel() == channel && carrier.isReady())
			.forEach(this::run);
	}

	private void run(Carrier carrier) {
		boolean hurried = false;
		for (int i = 0; i < BATCH && !Thread.currentThread().isInterrupted(); i++) {
			Attempt attempt = next(carrier);
			if (attempt == null) {
				return;
			}
			attempt.messages()
				.forEach((message) -> this.meters.count(message.kind(), carrier.channel(), attempt.outcome(), 1));
			if (!attempt.goOn()) {
				return;
			}
			if (attempt.outcome() == Outcome.SENT && !hurried) {
				hurried = true;
				hurry(carrier.channel());
			}
		}
	}

	/** After an error of the database nothing more is written in its transaction. */
	private @Nullable Attempt next(Carrier carrier) {
		try {
			return this.transactions.execute((status) -> sendNext(carrier));
		}
		catch (NotCarried ex) {
			return this.transactions.execute((status) -> record(carrier, ex.messages, ex.failure));
		}
	}

	private void expire(Channel channel) {
		this.transactions.executeWithoutResult(
				(status) -> this.rows.expire(channel, this.clock.instant()).forEach((kind, messages) -> {
					this.meters.count(kind, channel, Outcome.EXPIRED, messages);
					log.info("{} messages {} expired unsent", messages, kind);
				}));
	}

	/** The server works: what failed because it did not goes now, not in hours. */
	private void hurry(Channel channel) {
		this.transactions
			.executeWithoutResult((status) -> this.rows.hurry(channel, Trouble.MAIL_SERVER_AWAY, this.clock.instant()));
	}

	private @Nullable Attempt sendNext(Carrier carrier) {
		Instant now = this.clock.instant();
		return this.rows.lockNext(carrier.channel(), now).map((message) -> {
			List<WaitingMessage> messages = new ArrayList<>(List.of(message));
			if (message.isGathered() && carrier.channel() == Channel.EMAIL) {
				messages.addAll(this.rows.lockCompanions(message, now, TOGETHER));
				messages.sort(Comparator.comparing(WaitingMessage::createdAt).thenComparing(WaitingMessage::id));
			}
			return attempt(carrier, messages);
		}).orElse(null);
	}

	private Attempt attempt(Carrier carrier, List<WaitingMessage> messages) {
		@Nullable Failure failure;
		try {
			failure = carrier.carry(messages);
		}
		catch (Carrier.NobodyThere ex) {
			messages.forEach((message) -> this.rows.remove(message.id()));
			return new Attempt(messages, Outcome.DROPPED, null);
		}
		catch (RuntimeException ex) {
			throw new NotCarried(messages,
					new Failure(Scope.MESSAGE, Trouble.NOT_READABLE, ex.getClass().getSimpleName()));
		}
		return record(carrier, messages, failure);
	}

	/** Something is wrong with them, whatever there is to send them with. */
	private static final class NotCarried extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient List<WaitingMessage> messages;

		private final transient Failure failure;

		NotCarried(List<WaitingMessage> messages, Failure failure) {
			super("Not carried", null, false, false);
			this.messages = messages;
			this.failure = failure;
		}

	}

	private Attempt record(Carrier carrier, List<WaitingMessage> messages, @Nullable Failure failure) {
		Outcome outcome = outcome(failure);
		for (WaitingMessage message : messages) {
			record(carrier, message, outcome, failure);
		}
		tellServer(carrier.channel(), failure);
		return new Attempt(messages, outcome, failure);
	}

	private static Outcome outcome(@Nullable Failure failure) {
		Scope scope = (failure != null) ? failure.scope() : Scope.NONE;
		return switch (scope) {
			case NONE -> Outcome.SENT;
			case RECEIVER -> Outcome.REFUSED;
			case MESSAGE, RECEIVER_AWAY, SERVER -> Outcome.FAILED;
		};
	}

	private void record(Carrier carrier, WaitingMessage message, Outcome outcome, @Nullable Failure failure) {
		Instant now = this.clock.instant();
		if (failure == null || outcome == Outcome.SENT) {
			this.rows.end(message.id(), MessageState.SENT, null, now);
		}
		else if (outcome == Outcome.REFUSED) {
			this.rows.end(message.id(), MessageState.REFUSED, failure, now);
		}
		else {
			Instant next = now.plus(pause(message, failure));
			this.rows.postpone(message.id(), failure, next, now);
			if (failure.scope() == Scope.RECEIVER_AWAY) {
				this.rows.holdBack(message, carrier.channel(), next);
			}
		}
		if (failure != null) {
			tell(message, outcome, failure);
		}
	}

	private Duration pause(WaitingMessage message, Failure failure) {
		Duration pause = Backoff.after(message.attempts(), message.isUrgent(), this.random);
		Duration wanted = failure.pause();
		return (wanted != null && wanted.compareTo(pause) > 0) ? wanted : pause;
	}

	/** Once a message, for attempts can be many; and never with the texts of servers. */
	private static void tell(WaitingMessage message, Outcome outcome, Failure failure) {
		if (outcome != Outcome.FAILED) {
			log.info("Message {} {}: {} {}", message.kind(), message.id(), outcome, failure.reason());
		}
		else if (message.attempts() == 0 && failure.scope() != Scope.SERVER) {
			log.warn("Message {} {} waits: {}", message.kind(), message.id(), failure.reason());
		}
	}

	/** When that changes, not at every attempt. */
	private void tellServer(Channel channel, @Nullable Failure failure) {
		if (failure != null && failure.scope() == Scope.SERVER) {
			if (this.failing.add(channel)) {
				log.warn("The mail server takes no messages, they wait: {}", failure.reason());
			}
		}
		else if (this.failing.remove(channel)) {
			log.info("The mail server takes messages again");
		}
	}

}
