package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.calendar.WorkingCalendar;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The deadline that comes next, for lists, and when somebody is reminded of it.
 *
 * @param dueAt null when no clock runs
 * @param remindAt null for never
 * @param reminded the step of {@link Reminding} at which somebody was reminded last
 */
@Embeddable
record ShownDeadline(@Nullable Instant dueAt, @Nullable Instant remindAt, int reminded) {

	/** Nobody is reminded of anything. */
	static ShownDeadline silent(@Nullable Deadline running, int reminded) {
		return new ShownDeadline((running != null) ? running.dueAt() : null, null, reminded);
	}

	static ShownDeadline of(Deadline running, int reminded, WorkingCalendar calendar, @Nullable AgencyId agency) {
		return new ShownDeadline(running.dueAt(), Reminding.next(reminded, running, calendar, agency), reminded);
	}

}
