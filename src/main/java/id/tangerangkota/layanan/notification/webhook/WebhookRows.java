package id.tangerangkota.layanan.notification.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.notification.EventReceivers;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code notification.webhook}. Whoever calls it brings the transaction.
 */
@Component
class WebhookRows implements EventReceivers {

	static final String TABLE = "notification.webhook";

	private final JdbcClient jdbc;

	private final Cipher cipher;

	WebhookRows(JdbcClient jdbc, Cipher cipher) {
		this.jdbc = jdbc;
		this.cipher = cipher;
	}

	/** A receiver with what its messages are signed with, the newest first. */
	record Signed(Webhook webhook, List<WebhookSecret> secrets) {
	}

	void add(UUID id, URI url, String description, Set<String> events, WebhookSecret secret, AccountId by,
			Instant now) {
		this.jdbc.sql("""
				insert into notification.webhook (id, url, description, events, secret, created_at, created_by)
				values (:id, :url, :description, :events, :secret, :now, :by)""")
			.param("id", id)
			.param("url", url.toString())
			.param("description", description)
			.param("events", events.toArray(String[]::new))
			.param("secret", seal(id, "secret", secret))
			.param("now", timestamp(now))
			.param("by", by.value())
			.update();
	}

	boolean change(UUID id, URI url, String description, Set<String> events) {
		return this.jdbc.sql("""
				update notification.webhook set url = :url, description = :description, events = :events
				where id = :id""")
			.param("url", url.toString())
			.param("description", description)
			.param("events", events.toArray(String[]::new))
			.param("id", id)
			.update() > 0;
	}

	boolean remove(UUID id) {
		return this.jdbc.sql("delete from notification.webhook where id = ?").param(id).update() > 0;
	}

	List<Webhook> all() {
		return this.jdbc.sql("select * from notification.webhook order by created_at, id")
			.query((row, number) -> webhook(row))
			.list();
	}

	Optional<Webhook> find(UUID id) {
		return this.jdbc.sql("select * from notification.webhook where id = ?")
			.param(id)
			.query((row, number) -> webhook(row))
			.optional();
	}

	/** How many get nothing, other than because an administrator said so. */
	int failed() {
		return this.jdbc.sql("""
				select count(*) from notification.webhook
				where disabled_at is not null and disabled_because <> 'SWITCHED_OFF'""").query(Integer.class).single();
	}

	@Override
	public Collection<UUID> of(String type) {
		return this.jdbc.sql("select id from notification.webhook where disabled_at is null and ? = any (events)")
			.param(type)
			.query((row, number) -> row.getObject("id", UUID.class))
			.list();
	}

	Optional<Signed> signed(UUID id, Instant now) {
		return this.jdbc.sql("select * from notification.webhook where id = ?").param(id).query((row, number) -> {
			Webhook webhook = webhook(row);
			WebhookSecret newest = open(id, "secret", row.getString("secret"));
			String before = row.getString("old_secret");
			Instant until = webhook.oldSecretUntil();
			return new Signed(webhook, (before != null && until != null && until.isAfter(now))
					? List.of(newest, open(id, "old_secret", before)) : List.of(newest));
		}).optional();
	}

	/** The secret until now is good for a while longer. */
	void rotate(UUID id, WebhookSecret before, WebhookSecret secret, Instant until) {
		this.jdbc.sql("""
				update notification.webhook set secret = :secret, old_secret = :before, old_secret_until = :until
				where id = :id""")
			.param("secret", seal(id, "secret", secret))
			.param("before", seal(id, "old_secret", before))
			.param("until", timestamp(until))
			.param("id", id)
			.update();
	}

	void succeeded(UUID id) {
		this.jdbc.sql("update notification.webhook set failing_since = null where id = ? and failing_since is not null")
			.param(id)
			.update();
	}

	/** Notes a failure; returns since when there is nothing else. */
	Instant failed(UUID id, Instant now) {
		return this.jdbc.sql("""
				update notification.webhook set failing_since = coalesce(failing_since, ?) where id = ?
				returning failing_since""")
			.param(timestamp(now))
			.param(id)
			.query((row, number) -> row.getTimestamp("failing_since").toInstant())
			.single();
	}

	/** Returns whether it was told until now. */
	boolean disable(UUID id, Webhook.Reason reason, Instant now) {
		return this.jdbc.sql("""
				update notification.webhook set disabled_at = ?, disabled_because = ?
				where id = ? and disabled_at is null""")
			.param(timestamp(now))
			.param(reason.name())
			.param(id)
			.update() > 0;
	}

	/** Returns whether it was disabled until now. */
	boolean enable(UUID id) {
		return this.jdbc.sql("""
				update notification.webhook set disabled_at = null, disabled_because = null, failing_since = null
				where id = ? and disabled_at is not null""").param(id).update() > 0;
	}

	String seal(UUID id, String column, WebhookSecret secret) {
		return this.cipher.seal(secret.value(), new Place(TABLE, column, id.toString()));
	}

	WebhookSecret open(UUID id, String column, String sealed) {
		return new WebhookSecret(this.cipher.open(sealed, new Place(TABLE, column, id.toString())));
	}

	/** How secrets begin that are sealed with the newest key, and no others. */
	String currentBeginning() {
		return this.cipher.newest();
	}

	private static Webhook webhook(ResultSet row) throws SQLException {
		String because = row.getString("disabled_because");
		Set<String> events = new LinkedHashSet<>(List.of((String[]) row.getArray("events").getArray()));
		return new Webhook(row.getObject("id", UUID.class), URI.create(row.getString("url")),
				row.getString("description"), events, row.getTimestamp("created_at").toInstant(),
				instant(row, "old_secret_until"), instant(row, "failing_since"), instant(row, "disabled_at"),
				(because != null) ? Webhook.Reason.valueOf(because) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.toInstant() : null;
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
