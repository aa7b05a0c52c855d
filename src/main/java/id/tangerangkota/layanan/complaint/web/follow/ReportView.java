package id.tangerangkota.layanan.complaint.web.follow;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its reporter reads it. Dates are in words; each is null where there is
 * none.
 *
 * @param due until when the next step is promised
 * @param solution until when it is to be solved, where another step comes before
 * @param waiting until when the reporter is asked to answer
 * @param said in which words the reporter is asked, or was told why it ended without
 * being done
 * @param closes when it closes by itself
 * @param reopen until when it can be opened again
 * @param mergedPublished whether everybody may see what it goes on as part of
 * @param can what the reporter can do about it now
 */
record ReportView(String ticket, String subject, String text, String about, ComplaintStatus status, PublicState state,
		String stateText, boolean anonymous, boolean confidential, boolean published, @Nullable String agency,
		String received, @Nullable String due, @Nullable String solution, boolean overdue, @Nullable String waiting,
		@Nullable String said, @Nullable String closes, @Nullable String reopen, @Nullable String mergedInto,
		boolean mergedPublished, @Nullable Referral referredTo, @Nullable Rejection rejection, @Nullable Integer rating,
		@Nullable Boolean solved, int supporters, @Nullable ServiceSummary service, @Nullable String region,
		@Nullable String address, List<StoredAttachment> files, List<Step> steps, Can can) {

	/**
	 * Something that happened.
	 *
	 * @param other number of another report of the same reporter, which it led to or
	 * comes from
	 */
	record Step(Instant at, String time, String title, @Nullable String text, @Nullable String other, boolean mine,
			List<StoredAttachment> files) {
	}

	/** What can be done. */
	record Can(boolean reply, boolean confirm, boolean reopen, boolean rate, boolean withdraw, boolean hideName) {

		static Can of(ComplaintStatus status, boolean reopen, boolean rate, boolean anonymous) {
			boolean begun = status != ComplaintStatus.SUBMITTED && status != ComplaintStatus.ASSIGNED;
			return new Can(status.isOpen(), status == ComplaintStatus.RESOLVED, reopen, rate, !begun, !anonymous);
		}

	}

	/** A line of the list of one's own. */
	record Row(String ticket, String subject, String about, PublicState state, String stateText, String received,
			@Nullable String due, boolean overdue, boolean asked) {
	}

}
