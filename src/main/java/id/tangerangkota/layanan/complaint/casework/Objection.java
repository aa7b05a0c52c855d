package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the citizen can still say that it is not done.
 *
 * @param closesAt when it closes by itself because nobody said anything, null where it is
 * over already
 */
@Embeddable
record Objection(@Nullable Instant closesAt, Instant reopenUntil) {

	/** Said to be done: silence closes it. */
	static Objection toSolution(Instant solvedAt, WorkingCalendar calendar, @Nullable AgencyId agency) {
		Instant end = calendar.due(solvedAt, Terms.SILENCE, agency).dueAt();
		return new Objection(end, end);
	}

	/** Closed, rejected or referred. */
	static Objection toEnd(Instant endedAt, WorkingCalendar calendar, @Nullable AgencyId agency) {
		return new Objection(null, calendar.due(endedAt, Terms.REOPEN, agency).dueAt());
	}

	/** Counted again after the calendar changed or for another agency; never earlier. */
	Objection recounted(Instant since, WorkingCalendar calendar, @Nullable AgencyId agency) {
		Objection counted = (this.closesAt != null) ? toSolution(since, calendar, agency)
				: toEnd(since, calendar, agency);
		return counted.reopenUntil.isAfter(this.reopenUntil) ? counted : this;
	}

	boolean isPossible(Instant now) {
		return !now.isAfter(this.reopenUntil);
	}

	/** Whether nobody said anything for long enough. */
	boolean isSilence(Instant now) {
		return this.closesAt != null && now.isAfter(this.closesAt);
	}

}
