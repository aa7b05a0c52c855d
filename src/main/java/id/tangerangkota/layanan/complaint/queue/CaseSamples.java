package id.tangerangkota.layanan.complaint.queue;

import java.util.List;

import id.tangerangkota.layanan.complaint.casework.CaseAccess;
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

	private final CaseRows rows;

	CaseSamples(JdbcClient jdbc, CaseRows rows) {
		this.jdbc = jdbc;
		this.rows = rows;
	}

	/** The last that closed. */
	public List<Related> open(CaseAccess access, int limit) {
		return this.jdbc.sql("""
				select c.id, c.ticket_year, c.ticket_number, c.subject, c.sealed, c.channel, c.status, c.received_at
				from complaint.complaint c
				where c.closing = 'UNCONFIRMED' and c.sampled_at is null and c.channel not in ('IMPORT', 'OUTAGE')
					and (c.supervisory and :supervisory or not c.supervisory and :ordinary)
				order by c.closed_at desc, c.id limit :limit""")
			.param("supervisory", access.supervisory())
			.param("ordinary", access.ordinary())
			.param("limit", limit)
			.query(this.rows::related)
			.list();
	}

}
