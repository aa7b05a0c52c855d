package id.tangerangkota.layanan.notification;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals what waits anew, although most messages are gone before a key is. */
@Component
class OutboxKeys implements KeyedRows {

	private final JdbcClient jdbc;

	private final Letters letters;

	OutboxKeys(JdbcClient jdbc, Letters letters) {
		this.jdbc = jdbc;
		this.letters = letters;
	}

	private record Row(UUID id, String payload) {
	}

	@Override
	public String name() {
		return "notification.outbox";
	}

	@Override
	@Transactional
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql(
				"select id, payload from notification.outbox where not starts_with(payload, ?) limit ? for update skip locked")
			.param(this.letters.currentBeginning())
			.param(limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("payload")))
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		this.jdbc.sql("update notification.outbox set payload = ? where id = ?")
			.param(this.letters.seal(row.id(), this.letters.open(row.id(), row.payload())))
			.param(row.id())
			.update();
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*) from notification.outbox where not starts_with(payload, ?)")
			.param(this.letters.currentBeginning())
			.query(Long.class)
			.single();
	}

}
