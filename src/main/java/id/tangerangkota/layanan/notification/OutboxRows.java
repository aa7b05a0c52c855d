package id.tangerangkota.layanan.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notification.outbox}. Whoever calls it brings the transaction. */
@Component
class OutboxRows {

	private final JdbcClient jdbc;

	OutboxRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What waits.
	 *
	 * @param oldest when the first of them was handed in, null when none waits
	 */
	record Waiting(long count, @Nullable Instant oldest) {
	}

	void add(UUID id, AccountMessage message, String payload, Instant now) {
		this.jdbc.sql("""
				insert into notification.outbox
					(id, kind, account_id, payload, created_at, expires_at, next_attempt_at)
				values (:id, :kind, :account, :payload, :now, :expires, :now)""")
			.param("id", id)
			.param("kind", message.kind().name())
			.param("account", message.account().value())
			.param("payload", payload)
			.param("now", timestamp(now))
			.param("expires", timestamp(message.expires()))
			.update();
	}

	/**
	 * The next message to send, locked; another node leaves it alone until the
	 * transaction ends.
	 */
	Optional<WaitingMessage> lockNext(Instant now) {
		return this.jdbc.sql("""
				select id, kind, payload, created_at, expires_at, attempts from notification.outbox
				where next_attempt_at <= :now and expires_at > :now
				order by next_attempt_at
				limit 1 for update skip locked""")
			.param("now", timestamp(now))
			.query((row, number) -> new WaitingMessage(row.getObject("id", UUID.class), row.getString("kind"),
					row.getString("payload"), row.getTimestamp("created_at").toInstant(),
					row.getTimestamp("expires_at").toInstant(), row.getInt("attempts")))
			.optional();
	}

	void remove(UUID id) {
		this.jdbc.sql("delete from notification.outbox where id = ?").param(id).update();
	}

	void postpone(UUID id, Instant nextAttempt) {
		this.jdbc.sql("update notification.outbox set attempts = attempts + 1, next_attempt_at = ? where id = ?")
			.param(timestamp(nextAttempt))
			.param(id)
			.update();
	}

	/**
	 * Removes what is of no use any more.
	 * @return how many, by kind
	 */
	Map<String, Integer> removeExpired(Instant now) {
		Map<String, Integer> removed = new TreeMap<>();
		this.jdbc.sql("""
				delete from notification.outbox where id in
					(select id from notification.outbox where expires_at <= ? for update skip locked)
				returning kind""")
			.param(timestamp(now))
			.query(String.class)
			.list()
			.forEach((kind) -> removed.merge(kind, 1, Integer::sum));
		return removed;
	}

	Waiting waiting() {
		return this.jdbc.sql("select count(*), min(created_at) as oldest from notification.outbox")
			.query((row, number) -> {
				OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
				return new Waiting(row.getLong("count"), (oldest != null) ? oldest.toInstant() : null);
			})
			.single();
	}

	/** The driver takes no Instant. */
	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
