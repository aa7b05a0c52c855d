package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintId;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which agency has a complaint. A complaint is with one at a time and never with none, so
 * what agencies have adds up: each row was received or transferred in, and is open, over
 * or transferred out.
 */
@Component
class Custody {

	private final JdbcClient jdbc;

	Custody(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The agency has it now; nothing happens where it had it. */
	void handOver(ComplaintId complaint, @Nullable AgencyId agency, Instant now) {
		if (agency == null) {
			return;
		}
		// The first agency receives it: nobody transferred it there.
		int first = this.jdbc.sql("""
				update complaint.custody set agency = :agency
				where complaint_id = :complaint and until is null and agency is null""")
			.param("agency", agency.code())
			.param("complaint", complaint.value())
			.update();
		if (first == 0) {
			transfer(complaint, agency, now);
		}
	}

	private void transfer(ComplaintId complaint, AgencyId agency, Instant now) {
		int left = this.jdbc.sql("""
				update complaint.custody set until = :now
				where complaint_id = :complaint and until is null and agency <> :agency""")
			.param("now", Timestamp.from(now))
			.param("complaint", complaint.value())
			.param("agency", agency.code())
			.update();
		if (left > 0) {
			this.jdbc.sql("""
					insert into complaint.custody (complaint_id, agency, transferred, since)
					values (:complaint, :agency, true, :now)""")
				.param("complaint", complaint.value())
				.param("agency", agency.code())
				.param("now", Timestamp.from(now))
				.update();
		}
	}

}
