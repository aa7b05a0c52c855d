package id.tangerangkota.layanan.notification.subscription;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals addresses anew, and makes what they are found by anew. */
@Component
@Transactional
class RenewableSubscribers implements KeyedRows {

	private static final String OUTDATED = """
			from notification.subscriber where not starts_with(email, :newest) or index_key <> :index
			""";

	private final JdbcClient jdbc;

	private final Subscribers subscribers;

	RenewableSubscribers(JdbcClient jdbc, Subscribers subscribers) {
		this.jdbc = jdbc;
		this.subscribers = subscribers;
	}

	private record Row(UUID id, String email) {
	}

	@Override
	public String name() {
		return Subscribers.TABLE;
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("select id, email " + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.subscribers.currentBeginning())
			.param("index", this.subscribers.currentIndexKey())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("email")))
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		String email = this.subscribers.open(row.id(), row.email());
		IndexEntry entry = this.subscribers.entry(new Email(email));
		this.jdbc.sql("update notification.subscriber set email = ?, email_index = ?, index_key = ? where id = ?")
			.param(this.subscribers.seal(row.id(), email))
			.param(entry.value())
			.param(entry.keyId())
			.param(row.id())
			.update();
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) " + OUTDATED)
			.param("newest", this.subscribers.currentBeginning())
			.param("index", this.subscribers.currentIndexKey())
			.query(Long.class)
			.single();
	}

}
