package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintCategory;

/**
 * The clocks a complaint begins with. A formal request for information has terms of its
 * own (UU 14/2008).
 */
record FirstClocks(Deadline verification, Deadline start, Deadline solution) {

	/** All of them run from the same instant on, mostly that of receipt. */
	static FirstClocks from(Instant instant, ComplaintCategory category, boolean formal, WorkingCalendar calendar) {
		return begin(calendar.due(instant, category.verifyDays(), null),
				calendar.due(instant, daysToSolve(category, formal), null), calendar);
	}

	/**
	 * Of what is taken out of another complaint. It has the time of the whole, with its
	 * pauses, to be solved; that the whole was verified says nothing about it, and nobody
	 * could verify it before it was there.
	 */
	static FirstClocks outOf(CaseClocks whole, ComplaintCategory category, boolean formal, WorkingCalendar calendar,
			Instant now) {
		Deadline verification = whole.verification().isMet() ? calendar.due(now, category.verifyDays(), null)
				: whole.verification().lasting(category.verifyDays(), calendar, null).deadline();
		return begin(verification, whole.solution().lasting(daysToSolve(category, formal), calendar, null).deadline(),
				calendar);
	}

	private static FirstClocks begin(Deadline verification, Deadline solution, WorkingCalendar calendar) {
		return new FirstClocks(verification, Terms.within(solution, Terms.startAfter(verification, calendar)),
				solution);
	}

	private static int daysToSolve(ComplaintCategory category, boolean formal) {
		return Terms.resolve(category, category.supervisory(), formal);
	}

	/** The one that ends first. */
	Deadline next() {
		return this.verification.dueAt().isBefore(this.solution.dueAt()) ? this.verification : this.solution;
	}

}
