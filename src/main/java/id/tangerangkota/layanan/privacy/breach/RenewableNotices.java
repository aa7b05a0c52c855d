package id.tangerangkota.layanan.privacy.breach;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the recipients of notices anew with the newest key. */
@Component
@Transactional
class RenewableNotices implements KeyedRows {

	private static final String OUTDATED = " from privacy.breach_notice where recipients not like :newest";

	private final BreachSeal seal;

	private final JdbcClient jdbc;

	RenewableNotices(BreachSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "privacy.breach_notice";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED)
			.param("newest", this.seal.newestPattern())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("select id, recipients" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newestPattern())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("recipients")))
			.list();
		rows.forEach((row) -> this.jdbc.sql("update privacy.breach_notice set recipients = ? where id = ?")
			.params(this.seal.sealRecipients(row.id(), this.seal.recipients(row.id(), row.recipients())), row.id())
			.update());
		return rows.size();
	}

	private record Row(UUID id, String recipients) {
	}

}
