package id.tangerangkota.layanan.privacy.breach;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.KeyedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes what is written about breaches anew with the newest key. */
@Component
@Transactional
class RenewableBreaches implements KeyedRows {

	private static final String OUTDATED = " from privacy.breach where not starts_with(facts, :newest) or not starts_with(closing, :newest)";

	private final BreachSeal seal;

	private final JdbcClient jdbc;

	RenewableBreaches(BreachSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "privacy.breach";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED)
			.param("newest", this.seal.newest())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = this.jdbc.sql("select id, facts, closing" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("facts"),
					row.getString("closing")))
			.list();
		rows.forEach(this::renew);
		return rows.size();
	}

	private void renew(Row row) {
		BreachId id = new BreachId(row.id());
		String closing = this.seal.closing(id, row.closing());
		this.jdbc.sql("update privacy.breach set facts = :facts, closing = :closing where id = :id")
			.param("facts", this.seal.seal(id, this.seal.facts(id, row.facts())))
			.param("closing", (closing != null) ? this.seal.sealClosing(id, closing) : null)
			.param("id", row.id())
			.update();
	}

	private record Row(UUID id, String facts, @Nullable String closing) {
	}

}
