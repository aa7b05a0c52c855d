package id.tangerangkota.layanan.complaint.casework;

import java.util.UUID;

import id.tangerangkota.layanan.complaint.ComplaintId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many others say the same as a complaint: who supports it or one of its parts, each
 * once, and who reported these. Counted anew each time, because parts come and go.
 */
@Component
public class SupportCount {

	private final JdbcClient jdbc;

	SupportCount(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	int of(ComplaintId complaint) {
		return this.jdbc.sql("""
				select (select count(*) from complaint.complaint where merged_into = :id)
					+ (select count(distinct supporter) from complaint.support where complaint_id = :id
						or complaint_id in (select id from complaint.complaint where merged_into = :id))""")
			.param("id", complaint.value())
			.query(Integer.class)
			.single();
	}

	/**
	 * Counts one anew. Nothing happens while somebody else changes it, and the number is
	 * right again after the next who supports it: whoever comes from a part must not wait
	 * for who comes from its master.
	 */
	public void recount(ComplaintId complaint) {
		boolean mine = this.jdbc.sql("select id from complaint.complaint where id = ? for update skip locked")
			.param(complaint.value())
			.query(UUID.class)
			.optional()
			.isPresent();
		if (mine) {
			this.jdbc.sql("update complaint.complaint set supporters = ? where id = ?")
				.params(of(complaint), complaint.value())
				.update();
		}
	}

}
