package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Where a complaint is on its way, since when, and what may still come of that by time
 * alone.
 *
 * @param waiting only while the citizen is waited for
 * @param objection null where the citizen cannot object
 */
@Embeddable
record Standing(@Enumerated(EnumType.STRING) ComplaintStatus status, Instant statusSince,
		@Embedded @Nullable Waiting waiting, @Embedded @Nullable Objection objection) {

	/** It has come there just now. */
	static Standing at(ComplaintStatus status, Instant now) {
		return new Standing(status, now, null, null);
	}

	/** Until it goes back to where it was. */
	static Standing waiting(Waiting waiting, Instant now) {
		return new Standing(ComplaintStatus.WAITING_FOR_CITIZEN, now, waiting, null);
	}

	/** As long as the citizen does not object. */
	Standing unless(Objection possible) {
		return new Standing(this.status, this.statusSince, this.waiting, possible);
	}

	/**
	 * Counted again after the calendar changed or for another agency.
	 * @param heardAt when the citizen wrote last since then, null for not
	 */
	Standing recounted(@Nullable Instant heardAt, WorkingCalendar calendar, @Nullable AgencyId agency) {
		// A part has the time of the whole.
		boolean own = this.status != ComplaintStatus.MERGED;
		Instant since = (heardAt != null) ? heardAt : this.statusSince;
		return (own && this.objection != null) ? unless(this.objection.recounted(since, calendar, agency)) : this;
	}

	/** Whether somebody has to do something about it. */
	boolean isAtWork() {
		return this.status.isOpen() && this.status != ComplaintStatus.RESOLVED;
	}

	/** Whether it ended, be it only until the citizen objects. */
	boolean isOver() {
		return switch (this.status) {
			case RESOLVED, CLOSED, REJECTED, REFERRED -> true;
			// As long as the other one is open, it is not over.
			case MERGED -> this.objection != null;
			default -> false;
		};
	}

	/** Whether the citizen can still reopen it. */
	boolean isReopenable(Instant now) {
		return this.objection != null && this.objection.isPossible(now);
	}

	/** Whether it is time to close it, because nobody said anything. */
	boolean isSilent(Instant now) {
		return this.objection != null && this.objection.isSilence(now);
	}

	/** Whether the citizen was waited for long enough. */
	boolean isWaitedFor(Instant now) {
		return this.waiting != null && this.waiting.isOver(now);
	}

}
