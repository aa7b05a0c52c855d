package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written and not everybody may read. */
@Component
class RenewableWords extends RenewableRows {

	private static final String OUTDATED = " from complaint.complaint where sealed not like :newest";

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	RenewableWords(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	@Override
	public String name() {
		return "complaint.complaint";
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
		return this.jdbc.sql("select id, sealed" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("sealed")))
			.list();
	}

	@Override
	void renew(Row row) {
		ComplaintId id = new ComplaintId(row.id());
		this.jdbc.sql("update complaint.complaint set sealed = ? where id = ?")
			.params(this.seal.seal(id, this.seal.openWords(id, row.sealed())), row.id())
			.update();
	}

}
