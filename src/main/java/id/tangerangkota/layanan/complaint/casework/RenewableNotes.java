package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody wanted to know who reported something. */
@Component
class RenewableNotes extends RenewableRows {

	private static final String OUTDATED = " from complaint.unmasking where note not like :newest";

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	RenewableNotes(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.unmasking";
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
	List<Row> lockOutdated(int limit) {
		return this.jdbc.sql("select id, note" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("note")))
			.list();
	}

	@Override
	void renew(Row row) {
		String note = this.seal.openNote(row.id(), row.sealed());
		this.jdbc.sql("update complaint.unmasking set note = ? where id = ?")
			.params(this.seal.sealNote(row.id(), note), row.id())
			.update();
	}

}
