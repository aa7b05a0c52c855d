package id.tangerangkota.layanan.complaint.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import id.tangerangkota.layanan.calendar.WorkingCalendar;

/** When offices open, on working days. */
class OpeningTimes implements Schedule {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private final WorkingCalendar calendar;

	OpeningTimes(WorkingCalendar calendar) {
		this.calendar = calendar;
	}

	@Override
	public Instant getNextExecutionTime(ExecutionComplete last) {
		return after(last.getTimeDone());
	}

	@Override
	public Instant getInitialExecutionTime(Instant now) {
		return after(now);
	}

	Instant after(Instant now) {
		LocalDate today = LocalDate.ofInstant(now, ZONE);
		if (this.calendar.isWorkingDay(today) && opening(today).isAfter(now)) {
			return opening(today);
		}
		return opening(this.calendar.workingDaysAfter(today, 1));
	}

	private Instant opening(LocalDate day) {
		return day.atTime(this.calendar.hours(day, null).opens()).atZone(ZONE).toInstant();
	}

	/** Holidays change. */
	@Override
	public boolean isDeterministic() {
		return false;
	}

}
