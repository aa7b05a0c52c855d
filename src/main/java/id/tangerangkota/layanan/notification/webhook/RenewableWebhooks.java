package id.tangerangkota.layanan.notification.webhook;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.KeyedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals secrets anew; they stay the same for their receivers. */
@Component
@Transactional
class RenewableWebhooks implements KeyedRows {

	private static final String OUTDATED = """
			from notification.webhook where not starts_with(secret, :newest) or not starts_with(old_secret, :newest)
			""";

	private final JdbcClient jdbc;

	private final WebhookRows rows;

	RenewableWebhooks(JdbcClient jdbc, WebhookRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	private record Row(UUID id, String secret, @Nullable String oldSecret) {
	}

	@Override
	public String name() {
		return WebhookRows.TABLE;
	}

	@Override
	public int renew(int limit) {
		List<Row> found = this.jdbc
			.sql("select id, secret, old_secret " + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.rows.currentBeginning())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("secret"),
					row.getString("old_secret")))
			.list();
		found.forEach(this::renew);
		return found.size();
	}

	private void renew(Row row) {
		this.jdbc.sql("update notification.webhook set secret = ?, old_secret = ? where id = ?")
			.param(renewed(row.id(), "secret", row.secret()))
			.param((row.oldSecret() != null) ? renewed(row.id(), "old_secret", row.oldSecret()) : null)
			.param(row.id())
			.update();
	}

	private String renewed(UUID id, String column, String sealed) {
		return this.rows.seal(id, column, this.rows.open(id, column, sealed));
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) " + OUTDATED)
			.param("newest", this.rows.currentBeginning())
			.query(Long.class)
			.single();
	}

}
