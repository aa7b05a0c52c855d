package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.complaint.ComplaintId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what need not be kept any longer (docs/privacy.md). */
@Component
class CasePurge {

	/** A phone may send what it kept after some weeks. */
	static final Period KEYS = Period.ofDays(30);

	/** What words and photos were taken out. */
	static final Period EDITS = Period.ofYears(1);

	/** Of whoever has no account, after the end of the complaint. */
	static final Period REPORTERS = Period.ofYears(2);

	private static final int BATCH = 500;

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final Reporters reporters;

	private final CaseSeal seal;

	private final Attachments attachments;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CasePurge(Reporters reporters, CaseSeal seal, Attachments attachments, JdbcClient jdbc,
			TransactionTemplate transaction, Clock clock) {
		this.reporters = reporters;
		this.seal = seal;
		this.attachments = attachments;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	void run() {
		this.jdbc.sql("delete from complaint.submission where created_at < ?").param(before(KEYS)).update();
		this.jdbc.sql("delete from complaint.form where created_at < ?").param(before(KEYS)).update();
		this.jdbc.sql("delete from complaint.edit where edited_at < ?").param(before(EDITS)).update();
		this.attachments.removeOld(CaseFiles.REMOVED, before(EDITS).toInstant());
		int forgotten = BATCH;
		while (forgotten == BATCH) {
			forgotten = this.transaction.execute((status) -> forget());
		}
	}

	private int forget() {
		List<Map.Entry<ComplaintId, String>> rows = this.jdbc.sql("""
				select r.complaint_id, r.sealed from complaint.reporter r
					join complaint.complaint c on c.id = r.complaint_id
				where r.account_index is null and r.forgotten_at is null
					and c.status in ('CLOSED', 'REJECTED', 'MERGED', 'REFERRED') and c.status_since < ?
				limit ? for update of r skip locked""")
			.params(before(REPORTERS), BATCH)
			.query((row, number) -> Map.entry(new ComplaintId(row.getObject("complaint_id", UUID.class)),
					row.getString("sealed")))
			.list();
		rows.forEach((row) -> this.reporters.forget(row.getKey(), this.seal.openReporter(row.getKey(), row.getValue()),
				this.clock.instant()));
		return rows.size();
	}

	private Timestamp before(Period kept) {
		return Timestamp.from(this.clock.instant().atZone(ZONE).minus(kept).toInstant());
	}

}
