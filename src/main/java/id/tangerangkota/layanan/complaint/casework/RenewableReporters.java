package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.vault.IndexEntry;
import id.tangerangkota.layanan.vault.KeyedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reported something, and the hash by which people find what is theirs. */
@Component
@Transactional
class RenewableReporters implements KeyedRows {

	private static final String OUTDATED = " from complaint.reporter"
			+ " where (not starts_with(sealed, :newest) or index_key <> :indexKey)";

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	RenewableReporters(CaseSeal seal, JdbcClient jdbc) {
		this.seal = seal;
		this.jdbc = jdbc;
	}

	private record Row(UUID id, String sealed) {
	}

	@Override
	public String name() {
		return "complaint.reporter";
	}

	@Override
	@Transactional(readOnly = true)
	public long outdated() {
		return this.jdbc.sql("select count(*)" + OUTDATED)
			.param("newest", this.seal.newest())
			.param("indexKey", this.seal.index().currentKey())
			.query(Long.class)
			.single();
	}

	@Override
	public int renew(int limit) {
		List<Row> rows = lockOutdated(limit);
		rows.forEach(this::renew);
		return rows.size();
	}

	/** Leaves out rows another one holds. */
	private List<Row> lockOutdated(int limit) {
		return this.jdbc.sql("select complaint_id, sealed" + OUTDATED + " limit :limit for update skip locked")
			.param("newest", this.seal.newest())
			.param("indexKey", this.seal.index().currentKey())
			.param("limit", limit)
			.query((row, number) -> new Row(row.getObject("complaint_id", UUID.class), row.getString("sealed")))
			.list();
	}

	private void renew(Row row) {
		ComplaintId complaint = new ComplaintId(row.id());
		CaseReporter reporter = this.seal.openReporter(complaint, row.sealed());
		AccountId account = reporter.account();
		@Nullable IndexEntry index = (account != null) ? this.seal.index().entry(CaseSeal.REPORTER_INDEX, account.toString())
				: null;
		this.jdbc.sql("""
				update complaint.reporter set sealed = :sealed, account_index = :index, index_key = :key
				where complaint_id = :complaint""")
			.param("sealed", this.seal.seal(complaint, reporter))
			.param("index", (index != null) ? index.value() : null)
			.param("key", (index != null) ? index.keyId() : null)
			.param("complaint", row.id())
			.update();
	}

}
