package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintEvent.Closing;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.casework.Entries.Draft;
import id.tangerangkota.layanan.web.Language;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over cases of the LAKSA of before, each as it stood there. Nobody is told and
 * nothing is published: what people wrote there they wrote for another place.
 * <p>
 * The clocks of what is open start when it is taken over. The portal promised nothing
 * before, and nothing of it can be late already.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Takeover {

	private final Intake intake;

	private final ComplaintRepository complaints;

	private final EntityManager entities;

	private final Custody custody;

	private final Entries entries;

	private final WorkingCalendar calendar;

	private final Clock clock;

	Takeover(Intake intake, ComplaintRepository complaints, EntityManager entities, Custody custody, Entries entries,
			WorkingCalendar calendar, Clock clock) {
		this.intake = intake;
		this.complaints = complaints;
		this.entities = entities;
		this.custody = custody;
		this.entries = entries;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** How far a case had come. */
	public enum Stage {

		WAITING, IN_PROCESS, DONE, REJECTED;

		private boolean isOpen() {
			return this == WAITING || this == IN_PROCESS;
		}

	}

	/**
	 * A case of before.
	 *
	 * @param number it had there
	 * @param agency who had it, null for nobody
	 * @param finishedAt when it was done or rejected
	 * @param answer what the citizen was told last
	 */
	public record OldCase(String number, Instant receivedAt, ComplaintKind kind, ComplaintCategory category,
			String subject, String text, @Nullable ComplaintPlace place, @Nullable AgencyId agency, Stage stage,
			@Nullable Instant finishedAt, @Nullable String answer) {

	}

	/**
	 * Takes one over, once by its number.
	 * @return whether it is new
	 */
	public boolean take(OldCase old) {
		if (this.entries.isTakenOver(old.number())) {
			return false;
		}
		// No key that follows from the number: whoever has it has the receipt, and
		// numbers are known.
		Submission submission = new Submission(UUID.randomUUID(), Channel.IMPORT, old.kind(), old.category().code(),
				null, old.place(), old.subject(), old.text(), false, false, false, Reporter.nobody(Language.INDONESIAN),
				null, null);
		ComplaintId id = ComplaintId.random();
		Instant now = this.clock.instant();
		Instant begun = old.stage().isOpen() ? now : old.receivedAt();
		FirstClocks clocks = FirstClocks.from(begun, old.category(), false, this.calendar);
		this.intake.takeOver(id, submission, old.category(), clocks, old.receivedAt());
		Complaint complaint = this.complaints.lock(id.value()).orElseThrow();
		this.entries.write(id, complaint.isSealed(), Draft.of(EntryKind.IMPORTED, Visibility.STAFF, old.number()), now);
		move(complaint, old, begun);
		this.custody.handOver(id, complaint.agency(), old.receivedAt());
		if (old.answer() != null) {
			Instant at = (old.finishedAt() != null) ? old.finishedAt() : old.receivedAt();
			this.entries.write(id, complaint.isSealed(),
					Draft.of(EntryKind.ANSWERED, Visibility.REPORTER).with(old.answer()), at);
		}
		// Not saved through the repository, which would publish what happened years ago.
		this.entities.flush();
		this.entities.detach(complaint);
		return true;
	}

	private void move(Complaint complaint, OldCase old, Instant begun) {
		Instant finished = (old.finishedAt() != null) ? old.finishedAt() : begun;
		AgencyId agency = old.agency();
		if (agency != null) {
			complaint.verify(agency, old.category(), complaint.isSupervisory(), this.calendar, begun);
		}
		switch (old.stage()) {
			case WAITING -> {
			}
			case IN_PROCESS -> complaint.start(null, this.calendar, begun);
			case REJECTED -> complaint.reject(Rejection.NOT_OURS, null, this.calendar, finished);
			case DONE -> {
				complaint.start(null, this.calendar, begun);
				complaint.resolve(null, this.calendar, finished);
				complaint.close(Closing.UNCONFIRMED, null, this.calendar, finished);
			}
		}
	}

}
