package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.CaseSeal;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Related;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that closed without anybody confirming, and that nobody has looked at since. Of
 * those of the portal and those of the LAKSA of before nobody was asked.
 */
@Component
public class CaseSamples {

	private final JdbcClient jdbc;

	private final CaseSeal seal;

	CaseSamples(JdbcClient jdbc, CaseSeal seal) {
		this.jdbc = jdbc;
		this.seal = seal;
	}

	/** The last that closed. */
	public List<Related> open(CaseAccess access, int limit) {
		return this.jdbc.sql("""
				select c.id, c.ticket_year, c.ticket_number, c.subject, c.sealed, c.status, c.received_at
				from complaint.complaint c
				where c.closing = 'UNCONFIRMED' and c.sampled_at is null and c.channel not in ('IMPORT', 'OUTAGE')
					and (c.supervisory and :supervisory or not c.supervisory and :ordinary)
				order by c.closed_at desc, c.id limit :limit""")
			.param("supervisory", access.supervisory())
			.param("ordinary", access.ordinary())
			.param("limit", limit)
			.query(this::related)
			.list();
	}

	private Related related(ResultSet row, int number) throws SQLException {
		ComplaintId id = new ComplaintId(row.getObject("id", UUID.class));
		String sealed = row.getString("sealed");
		return new Related(CaseRows.ticket(row),
				(sealed != null) ? this.seal.openWords(id, sealed).subject() : row.getString("subject"),
				ComplaintStatus.valueOf(row.getString("status")), row.getTimestamp("received_at").toInstant());
	}

}
