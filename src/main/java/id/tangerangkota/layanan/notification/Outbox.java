package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Instant;
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
import org.springframework.util.Assert;

/**
 * Takes messages in the transaction of what they tell, so that nothing is told that did
 * not happen, and nothing that happened stays untold.
 */
@Component
public class Outbox implements MessageDelivery {

	private static final Set<Kind> USELESS_WITHOUT_LINK = EnumSet.of(Kind.CONFIRM_EMAIL, Kind.RESET_PASSWORD,
			Kind.STAFF_INVITATION);

	private final OutboxRows rows;

	private final UnwantedMessages unwanted;

	private final Letters letters;

	private final OutboxRunner runner;

	private final Clock clock;

	private final boolean possible;

	Outbox(OutboxRows rows, UnwantedMessages unwanted, Letters letters, OutboxRunner runner,
			ObjectProvider<JavaMailSender> servers, Clock clock) {
		this.rows = rows;
		this.unwanted = unwanted;
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
		this.runner.wakeAfterCommit();
	}

	/**
	 * Sends a mail about a happening to an address that is not confirmed yet, with a
	 * secret link.
	 * @param expires when the link is of no use any more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void deliver(Happening happening, Addressee addressee, Letter letter, Instant expires) {
		UUID id = UUID.randomUUID();
		this.rows.add(id, happening.kind().name(), happening.id(), addressee, this.letters.seal(id, letter),
				this.clock.instant(), expires);
		this.runner.wakeAfterCommit();
	}

	/** Nothing of what waits on this topic is sent to this receiver by mail any more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(RecipientKind kind, UUID recipient, Topic topic) {
		this.unwanted.forget(kind, recipient, topic);
	}

	/** Gives up what waits for a receiver; the staff still sees it. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveUp(RecipientKind kind, UUID recipient) {
		this.unwanted.giveUp(kind, recipient, this.clock.instant());
	}

	/** Removes all messages for a receiver. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void removeAll(RecipientKind kind, UUID recipient) {
		this.unwanted.removeAll(kind, recipient);
	}

}
