package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.complaint.ComplaintCategory;

/** How many working days the city gives itself where a category does not say. */
final class Terms {

	/** Until the agency has begun, from when it got the case. */
	static final int START = 5;

	/** Of silence after which a solved case closes by itself. */
	static final int SILENCE = 10;

	/** In which the citizen can reopen. */
	static final int REOPEN = 10;

	/** Reports about the conduct of officials that came under another category. */
	static final int SUPERVISORY = 60;

	/** Formal requests for information (UU 14/2008, article 22). */
	static final int FORMAL = 10;

	/** By which the time for those may be extended, once. */
	static final int EXTENSION = 7;

	/** After the deadline, until the coordinator hears that it is late still. */
	static final int ESCALATION = 2;

	/** Calendar days for which the citizen's answer is waited for. */
	static final int WAITING = 30;

	private Terms() {
	}

	/** Until it is solved. */
	static int resolve(ComplaintCategory category, boolean supervisory, boolean formal) {
		if (formal) {
			return FORMAL;
		}
		return (supervisory && !category.supervisory()) ? SUPERVISORY : category.resolveDays();
	}

	/** Until the agency has begun, as long as none has the case. */
	static Deadline startAfter(Deadline verification, WorkingCalendar calendar) {
		return calendar.due(verification.dueAt(), START, null);
	}

	/** Nobody has longer to begin than to finish. */
	static Deadline within(Deadline solution, Deadline start) {
		return start.dueAt().isAfter(solution.dueAt()) ? solution : start;
	}

}
