package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stood there before words were taken out. */
@Component
class RenewableEdits extends RenewableRows {

	private static final String OUTDATED = " from complaint.edit where before not like :newest";

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	RenewableEdits(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.edit";
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
		return this.jdbc.sql("select id, before" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("before")))
			.list();
	}

	@Override
	void renew(Row row) {
		String before = this.seal.openEdit(row.id(), row.sealed());
		this.jdbc.sql("update complaint.edit set before = ? where id = ?")
			.params(this.seal.sealEdit(row.id(), before), row.id())
			.update();
	}

}
