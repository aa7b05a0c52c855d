package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case, and when it was met. What was promised is never taken back: each
 * change makes a clock that ends as late or later.
 *
 * @param metAt null while it runs
 */
@Embeddable
record CaseClock(Instant startsAt, int workingDays, int pausedDays, LocalDate dueOn, Instant dueAt,
		@Nullable Instant metAt) {

	static CaseClock of(Deadline deadline) {
		return of(deadline, null);
	}

	private static CaseClock of(Deadline deadline, @Nullable Instant metAt) {
		return new CaseClock(deadline.startsAt(), deadline.workingDays(), deadline.pausedDays(), deadline.dueOn(),
				deadline.dueAt(), metAt);
	}

	Deadline deadline() {
		return new Deadline(this.startsAt, this.workingDays, this.pausedDays, this.dueOn, this.dueAt);
	}

	boolean isMet() {
		return this.metAt != null;
	}

	/** The first time counts. */
	CaseClock met(Instant now) {
		return isMet() ? this : of(deadline(), now);
	}

	/** Runs on, as if it had not been met. */
	CaseClock goingOn() {
		return of(deadline());
	}

	/** Begins anew; the promise of before holds where it was later. */
	CaseClock restarted(int days, WorkingCalendar calendar, @Nullable AgencyId agency, Instant now) {
		return of(later(calendar.due(now, days, agency)));
	}

	/** With other working days from the same start. */
	CaseClock lasting(int days, WorkingCalendar calendar, @Nullable AgencyId agency) {
		Deadline counted = new Deadline(this.startsAt, days, this.pausedDays, this.dueOn, this.dueAt);
		return of(calendar.recount(counted, agency), this.metAt);
	}

	/** Counted again, for the calendar or for another agency, while it runs. */
	CaseClock recounted(WorkingCalendar calendar, @Nullable AgencyId agency) {
		return isMet() ? this : of(calendar.recount(deadline(), agency));
	}

	/** Moved by a time in which it stood still, while it runs. */
	CaseClock paused(Instant from, Instant until, WorkingCalendar calendar, @Nullable AgencyId agency) {
		return isMet() ? this : of(calendar.paused(deadline(), from, until, agency));
	}

	/** Ends with another one where that ends before, while it runs. */
	CaseClock within(CaseClock other) {
		return isMet() ? this : of(Terms.within(other.deadline(), deadline()));
	}

	private Deadline later(Deadline other) {
		return other.dueAt().isBefore(this.dueAt)
				? new Deadline(other.startsAt(), other.workingDays(), other.pausedDays(), this.dueOn, this.dueAt)
				: other;
	}

}
