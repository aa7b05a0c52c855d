package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;

import id.tangerangkota.layanan.notification.MailFailure.Scope;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox.
 * <p>
 * A message is sent inside the transaction that holds and deletes its row. So no other
 * node sends it meanwhile, and only a node that dies between the mail server's answer and
 * the commit makes it go twice, under the same {@code Message-ID}. The mail server is
 * asked with the time limits of {@code spring.mail.properties}.
 */
@Component
class OutboxSender {

	/** Rows of one run. The next run goes on, maybe on another node. */
	private static final int BATCH = 100;

	private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

	private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

	private final OutboxRows rows;

	private final Letters letters;

	private final LetterWriter writer;

	private final @Nullable JavaMailSender server;

	private final TransactionTemplate transactions;

	private final OutboxMeters meters;

	private final Clock clock;

	private volatile boolean serverFails;

	OutboxSender(OutboxRows rows, Letters letters, LetterWriter writer, ObjectProvider<JavaMailSender> servers,
			TransactionTemplate transactions, OutboxMeters meters, Clock clock) {
		this.rows = rows;
		this.letters = letters;
		this.writer = writer;
		this.server = servers.getIfAvailable();
		this.transactions = transactions;
		this.meters = meters;
		this.clock = clock;
		if (this.server == null) {
			log.warn("No mail server is configured (spring.mail.host): messages wait and expire unsent");
		}
	}

	private record Attempt(WaitingMessage message, Outcome outcome, boolean goOn) {
	}

	void run() {
		removeExpired();
		if (this.server != null) {
			boolean goOn = true;
			for (int i = 0; goOn && i < BATCH && !Thread.currentThread().isInterrupted(); i++) {
				goOn = sendNext(this.server);
			}
		}
	}

	private void removeExpired() {
		this.rows.removeExpired(this.clock.instant()).forEach((kind, messages) -> {
			this.meters.count(kind, Outcome.EXPIRED, messages);
			log.info("{} messages {} expired unsent", messages, kind);
		});
	}

	private boolean sendNext(JavaMailSender server) {
		Attempt attempt = this.transactions.execute((status) -> this.rows.lockNext(this.clock.instant())
			.map((message) -> attempt(server, message))
			.orElse(null));
		if (attempt == null) {
			return false;
		}
		this.meters.count(attempt.message().kind(), attempt.outcome(), 1);
		return attempt.goOn();
	}

	private Attempt attempt(JavaMailSender server, WaitingMessage message) {
		MailFailure failure = send(server, message);
		Scope scope = (failure != null) ? failure.scope() : Scope.NONE;
		Outcome outcome = switch (scope) {
			case NONE -> Outcome.SENT;
			case RECEIVER -> Outcome.REFUSED;
			case MESSAGE, SERVER -> Outcome.FAILED;
		};
		if (outcome == Outcome.FAILED) {
			this.rows.postpone(message.id(), this.clock.instant().plus(delay(message.attempts())));
		}
		else {
			this.rows.remove(message.id());
		}
		if (failure != null) {
			tell(message, outcome, failure);
		}
		tellServer(failure);
		return new Attempt(message, outcome, scope != Scope.SERVER);
	}

	private @Nullable MailFailure send(JavaMailSender server, WaitingMessage message) {
		try {
			MimeMessage mail = server.createMimeMessage();
			this.writer.write(mail, message, this.letters.open(message.id(), message.payload()));
			server.send(mail);
			return null;
		}
		catch (MessagingException | RuntimeException ex) {
			// Not only mail servers fail: the letter may be sealed with a key, or be of a
			// kind, that only a newer node knows. It waits, and those behind it do not.
			return MailFailure.of(ex);
		}
	}

	/** Longer after each attempt, so that a server in trouble is left in peace. */
	private static Duration delay(int attempts) {
		Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 10));
		return (delay.compareTo(LONGEST_DELAY) < 0) ? delay : LONGEST_DELAY;
	}

	/** Once a message, for attempts can be many; and never with the texts of servers. */
	private static void tell(WaitingMessage message, Outcome outcome, MailFailure failure) {
		if (outcome != Outcome.FAILED) {
			log.info("Message {} {}: {} {}", message.kind(), message.id(), outcome, failure.reason());
		}
		else if (message.attempts() == 0 && failure.scope() != Scope.SERVER) {
			log.warn("Message {} {} waits: {}", message.kind(), message.id(), failure.reason());
		}
	}

	/** When that changes, not at every attempt. */
	private void tellServer(@Nullable MailFailure failure) {
		boolean failed = this.serverFails;
		this.serverFails = failure != null && failure.scope() == Scope.SERVER;
		if (failed && !this.serverFails) {
			log.info("The mail server takes messages again");
		}
		else if (failure != null && this.serverFails && !failed) {
			log.warn("The mail server takes no messages, they wait: {}", failure.reason());
		}
	}

}
