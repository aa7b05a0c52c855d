package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Takes messages in the transaction of what they tell, so that nothing is told that did
 * not happen, and nothing that happened stays untold.
 */
@Component
class Outbox implements MessageDelivery {

	private static final Set<Kind> USELESS_WITHOUT_LINK = EnumSet.of(Kind.CONFIRM_EMAIL, Kind.RESET_PASSWORD,
			Kind.STAFF_INVITATION);

	private final OutboxRows rows;

	private final Letters letters;

	private final OutboxRunner runner;

	private final Clock clock;

	private final boolean possible;

	Outbox(OutboxRows rows, Letters letters, OutboxRunner runner, ObjectProvider<JavaMailSender> servers, Clock clock) {
		this.rows = rows;
		this.letters = letters;
		this.runner = runner;
		this.possible = servers.getIfAvailable() != null;
		this.clock = clock;
	}

	@Override
	public boolean isPossible() {
		return this.possible;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void deliver(AccountMessage message) {
		Assert.isTrue(message.link() != null || !USELESS_WITHOUT_LINK.contains(message.kind()),
				"The message says: open this link");
		UUID id = UUID.randomUUID();
		this.rows.add(id, message, this.letters.seal(id, Letter.of(message)), this.clock.instant());
		// No event: a registry of events would write a row about every one.
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				Outbox.this.runner.wake();
			}

		});
	}

}
