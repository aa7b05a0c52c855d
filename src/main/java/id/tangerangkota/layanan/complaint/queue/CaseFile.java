package id.tangerangkota.layanan.complaint.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseFiles;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.casework.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * All the staff may know about a case; who reported it is not among it.
 *
 * @param line what the queue shows of it too
 * @param formal whether it is a formal request for information
 * @param extended whether its time was extended
 * @param published whether everybody may see it
 * @param clocks those of verification, start and solution
 * @param barred who does not decide it again
 * @param outage the last one it is about, null where it is about none
 * @param evidence what checks found when it was filed, as JSON; null without any
 * @param others further cases of the same reporter whoever asks may see; none of
 * anonymous ones
 * @param steps what happened, the oldest first
 */
public record CaseFile(CaseLine line, String text, @Nullable ComplaintPlace place, Channel channel, boolean formal,
		boolean extended, boolean published, Instant statusSince, List<RunClock> clocks, @Nullable Instant waitingUntil,
		@Nullable Instant closesAt, @Nullable Instant reopenUntil, @Nullable AccountId resolvedBy,
		List<AccountId> barred, @Nullable Closing closing, @Nullable Instant closedAt, @Nullable Instant sampledAt,
		@Nullable Rejection rejection, @Nullable Referral referredTo, @Nullable TicketNumber mergedInto,
		@Nullable OutageId outage, @Nullable Integer rating, @Nullable Boolean solved, @Nullable String evidence,
		List<StoredAttachment> photos, List<Step> steps, List<Related> merged, List<Related> others) {

	/** Whose clock it is. */
	public enum ClockName {

		VERIFICATION, START, SOLUTION

	}

	/**
	 * A clock of a case.
	 *
	 * @param pausedDays working days by which the citizen's answer and the like moved it
	 * @param met when what it waits for was done, null while it was not
	 */
	public record RunClock(ClockName name, Instant startsAt, int days, int pausedDays, LocalDate dueOn, Instant dueAt,
			@Nullable Instant met) {

		public boolean isLate(Instant now) {
			return ((this.met != null) ? this.met : now).isAfter(this.dueAt);
		}

	}

	/**
	 * Something that happened.
	 *
	 * @param seq grows with each
	 * @param kind in capital letters
	 * @param author null for the reporter and the portal itself
	 * @param role as which the author acted, {@code CITIZEN} or {@code SYSTEM}
	 * @param code what the kind does not say
	 */
	public record Step(EntryId id, long seq, Instant at, String kind, Visibility visibility, @Nullable AccountId author,
			@Nullable String role, @Nullable AgencyId agency, @Nullable String code, @Nullable String text,
			List<StoredAttachment> photos) {
	}

	/** A photo or document, and what it hangs on. */
	public record Hanging(AttachmentOwner owner, StoredAttachment file) {
	}

	/**
	 * Another case.
	 *
	 * @param byPortal whether the portal opened it for an outage
	 */
	public record Related(TicketNumber ticket, String subject, boolean byPortal, ComplaintStatus status,
			Instant receivedAt) {
	}

	/** A photo or document that hangs on it, or on something that happened to it. */
	public Optional<Hanging> find(AttachmentId file) {
		Stream<Hanging> own = this.photos.stream().map((stored) -> new Hanging(CaseFiles.of(this.line.id()), stored));
		Stream<Hanging> later = this.steps.stream()
			.flatMap((step) -> step.photos().stream().map((stored) -> new Hanging(CaseFiles.of(step.id()), stored)));
		return Stream.concat(own, later).filter((hanging) -> hanging.file().id().equals(file)).findFirst();
	}

	/** Of the last thing that happened; what has a larger one is new. */
	public long lastSeq() {
		return this.steps.isEmpty() ? 0 : this.steps.getLast().seq();
	}

}
