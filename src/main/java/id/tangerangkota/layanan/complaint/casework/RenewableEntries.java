package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the timeline that not everybody may read. */
@Component
class RenewableEntries extends RenewableRows {

	private static final String OUTDATED = " from complaint.entry where sealed and text not like :newest";

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	RenewableEntries(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.entry";
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
		return this.jdbc.sql("select id, text" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("text")))
			.list();
	}

	@Override
	void renew(Row row) {
		EntryId id = new EntryId(row.id());
		this.jdbc.sql("update complaint.entry set text = ? where id = ?")
			.params(this.seal.sealEntry(id, this.seal.openEntry(id, row.sealed())), row.id())
			.update();
	}

}
