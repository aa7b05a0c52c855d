package id.tangerangkota.layanan.calendar;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.util.Assert;

/**
 * Until when something was promised, and how that was counted. It is what is stored and
 * told to people; a change of the calendar makes a new one, never an earlier one.
 *
 * @param startsAt when the clock starts: the receipt, or the next opening of the office;
 * its day does not count
 * @param workingDays that were promised, at least one
 * @param pausedDays working days by which pauses moved the end
 * @param dueOn the last day, in Jakarta
 * @param dueAt the end of the office hours of that day as promised
 */
public record Deadline(Instant startsAt, int workingDays, int pausedDays, LocalDate dueOn, Instant dueAt) {

	public Deadline {
		Assert.isTrue(workingDays > 0 && pausedDays >= 0, "A deadline is at least one working day away");
		Assert.isTrue(startsAt.isBefore(dueAt), "A deadline is after the start");
	}

	/** At the very instant of the deadline there is still time. */
	public boolean isOverdue(Instant now) {
		return now.isAfter(this.dueAt);
	}

	/** Keeps what was promised where that is later. */
	Deadline notBefore(Deadline promised) {
		return promised.dueAt().isAfter(this.dueAt)
				? new Deadline(this.startsAt, this.workingDays, this.pausedDays, promised.dueOn(), promised.dueAt())
				: this;
	}

}
