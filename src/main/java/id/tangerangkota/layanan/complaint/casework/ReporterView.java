package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its reporter sees it.
 *
 * @param due the clock that runs now, null when none does
 * @param solution until when it is to be solved, null when that is over or the clock
 * stands
 * @param closesOn when it closes by itself, null when it does not
 * @param reopenUntil null when it cannot be reopened, or no more
 * @param waitingUntil until when the citizen is to answer, null when nothing was asked
 * @param masterStatus how it stands with the complaint it goes on as part of; its steps
 * from then on are among the steps, without words and photos where not everybody may see
 * them
 * @param masterPublished whether everybody may see that one
 * @param referredTo of the complaint it goes on as part of, as {@code rejection}
 * @param published whether everybody may see it
 * @param rating of its present end, as {@code solved}
 */
public record ReporterView(TicketNumber ticket, ComplaintKind kind, String category, @Nullable ServiceId service,
		@Nullable ComplaintPlace place, String subject, String text, boolean anonymous, boolean confidential,
		boolean published, ComplaintStatus status, @Nullable AgencyId agency, Instant receivedAt,
		@Nullable Deadline due, @Nullable Deadline solution, boolean overdue, @Nullable LocalDate closesOn,
		@Nullable LocalDate reopenUntil, @Nullable LocalDate waitingUntil, @Nullable TicketNumber mergedInto,
		@Nullable ComplaintStatus masterStatus, boolean masterPublished, @Nullable Referral referredTo,
		@Nullable Rejection rejection, @Nullable Integer rating, @Nullable Boolean solved, int reopened, int supporters,
		List<StoredAttachment> photos, List<Step> steps) {

	/** Whether it is over, and the reporter has not said yet how it was. */
	public boolean isToJudge() {
		@Nullable ComplaintStatus end = (this.status == ComplaintStatus.MERGED) ? this.masterStatus : this.status;
		boolean over = end == ComplaintStatus.CLOSED
				|| (end == ComplaintStatus.REJECTED && this.rejection != Rejection.WITHDRAWN);
		return over && this.rating == null;
	}

	/** Whether the reporter said that it is solved, and it was not opened again since. */
	public boolean isConfirmed() {
		return this.status == ComplaintStatus.CLOSED && this.steps.reversed()
			.stream()
			.filter((step) -> step.kind().equals("CONFIRMED"))
			.findFirst()
			.filter(Step::mine)
			.isPresent();
	}

	/**
	 * Something that happened.
	 *
	 * @param kind of the entry, in capital letters
	 * @param code what the kind does not say
	 * @param mine whether the reporter wrote it
	 */
	public record Step(EntryId id, Instant at, String kind, @Nullable String code, @Nullable String text,
			@Nullable AgencyId agency, boolean mine, List<StoredAttachment> photos) {
	}

	/** A line of the list of one's own complaints. */
	public record Row(TicketNumber ticket, ComplaintKind kind, String category, @Nullable ServiceId service,
			String subject, ComplaintStatus status, Instant receivedAt, @Nullable LocalDate dueOn, boolean overdue,
			boolean asked) {
	}

}
