package id.tangerangkota.layanan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Counts in working days and office hours of the city, in Jakarta's time. Working days
 * are Monday to Friday without national holidays and collective leave, which closes the
 * offices too. Where an agency is asked for, null stands for one without hours of its
 * own.
 * <p>
 * Each answer is computed from the calendar as it is then; what was promised is kept in a
 * {@link Deadline}.
 */
public class WorkingCalendar {

	/** More than any law gives; refuses what a slip of the finger would make of it. */
	private static final int MOST_WORKING_DAYS = 1000;

	private static final int WHOLE = 100;

	private final Supplier<WorkingDays> days;

	WorkingCalendar(Supplier<WorkingDays> days) {
		this.days = days;
	}

	public boolean isWorkingDay(LocalDate day) {
		return this.days.get().isWorkingDay(day);
	}

	/**
	 * The n-th working day after a day, which does not count itself.
	 * @param n from 1 to 1000
	 */
	public LocalDate workingDaysAfter(LocalDate day, int n) {
		Assert.isTrue(n > 0 && n <= MOST_WORKING_DAYS, "Working days are counted from 1 to 1000");
		return this.days.get().after(day, n);
	}

	/** When the office is open on a working day. */
	public OfficeHours hours(LocalDate day, @Nullable AgencyId agency) {
		return this.days.get().hours(day, agency);
	}

	/**
	 * Until when something is due. What comes in outside of office hours counts as
	 * received when the office opens next. The day of receipt does not count; due is at
	 * the end of the last day's office hours.
	 * @param workingDays from 1 to 1000
	 */
	public Deadline due(Instant received, int workingDays, @Nullable AgencyId agency) {
		Assert.isTrue(workingDays > 0 && workingDays <= MOST_WORKING_DAYS, "Working days are counted from 1 to 1000");
		WorkingDays now = this.days.get();
		return due(now, now.openFrom(received, agency), workingDays, 0, agency);
	}

	private static Deadline due(WorkingDays days, Instant start, int workingDays, int pausedDays,
			@Nullable AgencyId agency) {
		LocalDate last = days.after(WorkingDays.dateOf(start), workingDays + pausedDays);
		return new Deadline(start, workingDays, pausedDays, last, days.closing(last, agency));
	}

	/**
	 * Counts again after the calendar changed, or for the agency that has it now. The
	 * result is never earlier than what was promised.
	 */
	public Deadline recount(Deadline promised, @Nullable AgencyId agency) {
		return due(this.days.get(), promised.startsAt(), promised.workingDays(), promised.pausedDays(), agency)
			.notBefore(promised);
	}

	/**
	 * Moves the end by a time in which the clock stood still: by one working day for each
	 * end of office hours in it. So a pause within a day moves nothing, and two pauses
	 * that meet move as much as one. A pause from the deadline on moves nothing, for what
	 * is late stays late.
	 * @param from when the clock stopped
	 * @param until when it went on
	 */
	public Deadline paused(Deadline deadline, Instant from, Instant until, @Nullable AgencyId agency) {
		Assert.isTrue(!until.isBefore(from), "A pause ends after it begins");
		if (!from.isBefore(deadline.dueAt())) {
			return deadline;
		}
		WorkingDays now = this.days.get();
		Instant begin = from.isBefore(deadline.startsAt()) ? deadline.startsAt() : from;
		int closings = (int) openDays(now, begin, until).map((day) -> now.closing(day, agency))
			.filter((closing) -> closing.isAfter(begin) && !closing.isAfter(until))
			.count();
		if (closings == 0) {
			return deadline;
		}
		// From the promised day on: it may be later than the calendar of today would say.
		LocalDate last = now.after(deadline.dueOn(), closings);
		return new Deadline(deadline.startsAt(), deadline.workingDays(), deadline.pausedDays() + closings, last,
				now.closing(last, agency));
	}

	/**
	 * The time offices were open between two instants, zero when the second is not after
	 * the first.
	 */
	Duration elapsed(Instant from, Instant to, @Nullable AgencyId agency) {
		return elapsed(this.days.get(), from, to, agency);
	}

	private static Duration elapsed(WorkingDays days, Instant from, Instant to, @Nullable AgencyId agency) {
		return openDays(days, from, to)
			.map((day) -> overlap(days.opening(day, agency), days.closing(day, agency), from, to))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private static Duration overlap(Instant opening, Instant closing, Instant from, Instant to) {
		Instant begin = opening.isBefore(from) ? from : opening;
		Instant end = closing.isAfter(to) ? to : closing;
		return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
	}

	private static Stream<LocalDate> openDays(WorkingDays days, Instant from, Instant to) {
		LocalDate first = WorkingDays.dateOf(from);
		LocalDate end = WorkingDays.dateOf(to).plusDays(1);
		return first.isBefore(end) ? first.datesUntil(end).filter(days::isWorkingDay) : Stream.empty();
	}

	/**
	 * When so much of the working time until a deadline is over, for reminders. Pauses
	 * count as working time; who pauses asks again afterwards.
	 * @param percent from 1 to 100, at which it is the deadline itself
	 */
	public Instant reached(Deadline deadline, int percent, @Nullable AgencyId agency) {
		Assert.isTrue(percent > 0 && percent <= WHOLE, "A share is between 1 and 100 percent");
		if (percent == WHOLE) {
			return deadline.dueAt();
		}
		WorkingDays now = this.days.get();
		Duration all = elapsed(now, deadline.startsAt(), deadline.dueAt(), agency);
		Instant found = after(now, deadline.startsAt(), all.multipliedBy(percent).dividedBy(WHOLE), agency);
		return found.isAfter(deadline.dueAt()) ? deadline.dueAt() : found;
	}

	private static Instant after(WorkingDays days, Instant start, Duration workingTime, @Nullable AgencyId agency) {
		Instant at = days.openFrom(start, agency);
		Duration left = workingTime;
		while (true) {
			Instant closing = days.closing(WorkingDays.dateOf(at), agency);
			Duration today = Duration.between(at, closing);
			if (left.compareTo(today) <= 0) {
				return at.plus(left);
			}
			left = left.minus(today);
			at = days.openFrom(closing, agency);
		}
	}

	/**
	 * A year whose holidays nobody entered: this one, or from October the next. Until it
	 * is filled, deadlines in it are counted as if it had no holidays.
	 */
	public Optional<Year> missingYear(LocalDate today) {
		WorkingDays now = this.days.get();
		Year year = Year.from(today);
		if (!now.isKnown(year)) {
			return Optional.of(year);
		}
		boolean late = today.getMonth().compareTo(Month.OCTOBER) >= 0;
		return (late && !now.isKnown(year.plusYears(1))) ? Optional.of(year.plusYears(1)) : Optional.empty();
	}

}
