package id.tangerangkota.layanan.complaint.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseAccess;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out cases one by one, for tables to take along. Nothing of it says who reported
 * or what was written: words hold names, too.
 */
@Service
public class CaseExport {

	/** A table with more rows helps nobody; who needs them narrows the list. */
	public static final int MOST = 100_000;

	private final CaseQueue queue;

	CaseExport(CaseQueue queue) {
		this.queue = queue;
	}

	/**
	 * A case without anything about people.
	 *
	 * @param dueAt when it is to be solved
	 * @param overdue whether the deadline that comes next is past
	 */
	public record Row(TicketNumber ticket, ComplaintKind kind, String category, @Nullable AgencyId agency,
			ComplaintStatus status, Channel channel, @Nullable RegionCode subDistrict, @Nullable ServiceId service,
			Instant receivedAt, Instant dueAt, boolean overdue, @Nullable Instant verifiedAt,
			@Nullable Instant startedAt, @Nullable Instant resolvedAt, @Nullable Instant closedAt,
			@Nullable Closing closing, @Nullable Rejection rejection, @Nullable Referral referredTo, int reopened,
			int supporters, int photos, @Nullable Integer rating) {
	}

	/**
	 * Reads cases of a list, in its order. The consumer is called while the database
	 * waits: it writes to a file, not to a network.
	 * @param most usually {@link #MOST}
	 * @return whether there are more
	 */
	@Transactional(readOnly = true)
	public boolean read(CaseFilter filter, CaseAccess access, AccountId me, int most, Consumer<Row> consumer) {
		Instant now = this.queue.time();
		int[] read = new int[1];
		this.queue.export(filter, access, me, most + 1, (row) -> {
			if (++read[0] <= most) {
				consumer.accept(row(row, now));
			}
		});
		return read[0] > most;
	}

	private static Row row(ResultSet row, Instant now) throws SQLException {
		ComplaintStatus status = ComplaintStatus.valueOf(row.getString("status"));
		Instant due = row.getTimestamp("resolve_at").toInstant();
		Instant next = CaseQueue.instant(row, "due_at");
		boolean late = next != null && now.isAfter(next);
		String place = row.getString("sub_district");
		return new Row(CaseRows.ticket(row), ComplaintKind.valueOf(row.getString("kind")), row.getString("category"),
				CaseRows.agency(row.getString("agency")), status, Channel.valueOf(row.getString("channel")),
				(place != null) ? new RegionCode(place) : null, CaseRows.service(row),
				row.getTimestamp("received_at").toInstant(), due, late, CaseQueue.instant(row, "verify_met"),
				CaseQueue.instant(row, "start_met"), CaseQueue.instant(row, "resolve_met"),
				CaseQueue.instant(row, "closed_at"), CaseReader.constant(Closing.class, row.getString("closing")),
				CaseReader.constant(Rejection.class, row.getString("rejection")),
				CaseReader.constant(Referral.class, row.getString("referred_to")), row.getInt("reopened"),
				row.getInt("supporters"), row.getInt("photos"), (Integer) row.getObject("rating"));
	}

}
