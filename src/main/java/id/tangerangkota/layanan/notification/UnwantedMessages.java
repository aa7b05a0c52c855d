package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back messages whose receiver does not want them, or is there no more. Whoever
 * calls it brings the transaction.
 */
@Component
class UnwantedMessages {

	private final JdbcClient jdbc;

	UnwantedMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whoever does not want to hear of it any more gets nothing of what waits either. */
	void forget(RecipientKind kind, UUID recipient, Topic topic) {
		this.jdbc.sql("""
				delete from notification.outbox
				where recipient = :recipient and recipient_kind = :kind and topic = :topic and channel = 'EMAIL'
					and state = 'WAITING'""")
			.param("recipient", recipient)
			.param("kind", kind.name())
			.param("topic", topic.name())
			.update();
	}

	/** Gives up all that waits for a receiver. */
	void giveUp(RecipientKind kind, UUID recipient, Instant now) {
		this.jdbc.sql("""
				update notification.outbox set state = 'GIVEN_UP', error = 'DISABLED', ended_at = :now,
					next_attempt_at = null, payload = null
				where recipient = :recipient and recipient_kind = :kind and state = 'WAITING'""")
			.param("now", OutboxRows.timestamp(now))
			.param("recipient", recipient)
			.param("kind", kind.name())
			.update();
	}

	/** Removes all messages for a receiver. */
	void removeAll(RecipientKind kind, UUID recipient) {
		this.jdbc.sql("delete from notification.outbox where recipient = ? and recipient_kind = ?")
			.param(recipient)
			.param(kind.name())
			.update();
	}

}
