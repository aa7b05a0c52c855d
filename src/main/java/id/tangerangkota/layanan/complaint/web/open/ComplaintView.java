package id.tangerangkota.layanan.complaint.web.open;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.region.CityMap;
import org.jspecify.annotations.Nullable;

/**
 * A complaint on its own page.
 *
 * @param about kind and category
 * @param agencyCode who has it, null when no agency does
 * @param supportable whether one can still say that one is affected too
 * @param byPortal whether the portal wrote it, in the language of who reads it
 */
record ComplaintView(String ticket, String subject, String text, String about, PublicState state, String stateText,
		boolean overdue, @Nullable String agencyCode, @Nullable String agency, String received, String updated,
		@Nullable String due, @Nullable ServiceSummary service, @Nullable String region, @Nullable String address,
		@Nullable CityMap map, List<StoredAttachment> files, List<Step> steps, @Nullable TicketNumber mergedInto,
		List<TicketNumber> merged, int supporters, boolean supportable, boolean byPortal) {

	/** Something that happened. */
	record Step(Instant at, String time, String title, @Nullable String text, List<StoredAttachment> files) {
	}

}
