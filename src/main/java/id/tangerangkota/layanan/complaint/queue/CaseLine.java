package id.tangerangkota.layanan.complaint.queue;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A case as the queue shows it.
 *
 * @param version for verbs on it
 * @param due end of the clock that runs, null when none does
 * @param until when the citizen has to have answered, or it closes by itself; null
 * otherwise
 * @param byPortal whether the portal itself opened it for an outage
 */
public record CaseLine(ComplaintId id, int version, TicketNumber ticket, ComplaintKind kind, ComplaintStatus status,
		String category, @Nullable ServiceId service, @Nullable RegionCode subDistrict, String subject,
		boolean anonymous, boolean confidential, boolean supervisory, @Nullable AgencyId agency,
		@Nullable AccountId officer, Instant receivedAt, @Nullable Instant due, @Nullable Instant until, int supporters,
		int photos, int reopened, boolean byPortal) {

	public boolean isOverdue(Instant now) {
		return this.due != null && now.isAfter(this.due);
	}

}
