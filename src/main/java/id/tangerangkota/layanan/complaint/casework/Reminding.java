package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** The steps at which somebody is reminded of a deadline, in percent of its time. */
final class Reminding {

	static final int HALFWAY = 50;

	static final int NEAR = 80;

	static final int OVER = 100;

	/** Two working days after the deadline. */
	static final int ESCALATED = 120;

	private static final int[] STEPS = { HALFWAY, NEAR, OVER, ESCALATED };

	private Reminding() {
	}

	/** When a step is reached. */
	static Instant at(int step, Deadline deadline, WorkingCalendar calendar, @Nullable AgencyId agency) {
		if (step != ESCALATED) {
			return calendar.reached(deadline, step, agency);
		}
		// At the deadline itself the office has closed, and its day would not count.
		return calendar.due(deadline.dueAt().minusSeconds(1), Terms.ESCALATION, agency).dueAt();
	}

	/** When the next step after one comes, null after the last. */
	static @Nullable Instant next(int step, Deadline deadline, WorkingCalendar calendar, @Nullable AgencyId agency) {
		for (int next : STEPS) {
			if (next > step) {
				return at(next, deadline, calendar, agency);
			}
		}
		return null;
	}

	/** The last step that is reached, 0 before the first. */
	static int reached(Deadline deadline, Instant now, WorkingCalendar calendar, @Nullable AgencyId agency) {
		int reached = 0;
		for (int step : STEPS) {
			if (!at(step, deadline, calendar, agency).isAfter(now)) {
				reached = step;
			}
		}
		return reached;
	}

}
