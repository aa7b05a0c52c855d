package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseSeal;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Related;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Makes values of the rows of complaints, and opens what is encrypted in them. */
@Component
class CaseRows {

	private final CaseSeal seal;

	CaseRows(CaseSeal seal) {
		this.seal = seal;
	}

	CaseLine line(ResultSet row) throws SQLException {
		ComplaintId id = new ComplaintId(row.getObject("id", UUID.class));
		String place = row.getString("sub_district");
		return new CaseLine(id, row.getInt("version"), ticket(row), ComplaintKind.valueOf(row.getString("kind")),
				ComplaintStatus.valueOf(row.getString("status")), row.getString("category"), service(row),
				(place != null) ? new RegionCode(place) : null, subject(row, id), row.getBoolean("anonymous"),
				row.getBoolean("confidential"), row.getBoolean("supervisory"), agency(row.getString("agency")),
				account(row, "officer"), row.getTimestamp("received_at").toInstant(), CaseQueue.instant(row, "due_at"),
				CaseQueue.instant(row, "until"), row.getInt("supporters"), row.getInt("photos"), row.getInt("reopened"),
				isByPortal(row));
	}

	Related related(ResultSet row, int number) throws SQLException {
		return new Related(ticket(row), subject(row, new ComplaintId(row.getObject("id", UUID.class))), isByPortal(row),
				ComplaintStatus.valueOf(row.getString("status")), row.getTimestamp("received_at").toInstant());
	}

	private String subject(ResultSet row, ComplaintId id) throws SQLException {
		String sealed = row.getString("sealed");
		return (sealed != null) ? this.seal.openWords(id, sealed).subject() : row.getString("subject");
	}

	private static boolean isByPortal(ResultSet row) throws SQLException {
		return Channel.OUTAGE.name().equals(row.getString("channel"));
	}

	static @Nullable ServiceId service(ResultSet row) throws SQLException {
		UUID service = row.getObject("service_id", UUID.class);
		return (service != null) ? new ServiceId(service) : null;
	}

	static TicketNumber ticket(ResultSet row) throws SQLException {
		return new TicketNumber(row.getInt("ticket_year"), row.getLong("ticket_number"));
	}

	static @Nullable AgencyId agency(@Nullable String code) {
		return (code != null) ? new AgencyId(code) : null;
	}

	static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
		UUID account = row.getObject(column, UUID.class);
		return (account != null) ? new AccountId(account) : null;
	}

}
