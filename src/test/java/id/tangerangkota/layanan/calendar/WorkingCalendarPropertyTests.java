package id.tangerangkota.layanan.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any holidays, any instant and any number of days. */
class WorkingCalendarPropertyTests {

	private static final int ROUNDS = 50;

	private static final int MOST_DAYS = 70;

	private static WorkingCalendar of(Set<LocalDate> holidays) {
		WorkingDays days = Calendars.days(holidays);
		return new WorkingCalendar(() -> days);
	}

	@RepeatedTest(20)
	void landsOnWorkingDaysOnlyAndCountsThemAll(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Set<LocalDate> holidays = Calendars.holidays(random);
		WorkingCalendar calendar = of(holidays);
		for (int i = 0; i < ROUNDS; i++) {
			LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(730));
			int n = 1 + random.nextInt(MOST_DAYS);
			LocalDate found = calendar.workingDaysAfter(day, n);
			assertThat(found.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
			assertThat(holidays).doesNotContain(found);
			assertThat(day.plusDays(1).datesUntil(found.plusDays(1)).filter(calendar::isWorkingDay)).hasSize(n);
			assertThat(calendar.workingDaysAfter(day, n + 1)).isAfter(found);
			assertThat(calendar.workingDaysAfter(day.plusDays(1), n)).isAfterOrEqualTo(found);
		}
	}

	@RepeatedTest(20)
	void promisesNoLessToWhoComesLater(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		WorkingCalendar calendar = of(Calendars.holidays(random));
		for (int i = 0; i < ROUNDS; i++) {
			Instant received = Calendars.instant(random);
			Instant later = received.plusSeconds(random.nextInt(10 * 24 * 3600));
			int n = 1 + random.nextInt(MOST_DAYS);
			Deadline deadline = calendar.due(received, n, null);
			assertThat(deadline.startsAt()).isAfterOrEqualTo(received);
			assertThat(calendar.elapsed(received, deadline.startsAt(), null)).isZero();
			assertThat(calendar.due(later, n, null).dueAt()).isAfterOrEqualTo(deadline.dueAt());
			assertThat(calendar.due(received, n + 1, null).dueAt()).isAfter(deadline.dueAt());
			assertThat(deadline.dueOn())
				.isEqualTo(calendar.workingDaysAfter(WorkingDays.dateOf(deadline.startsAt()), n));
		}
	}

	@RepeatedTest(20)
	void measuresAsItCounts(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		WorkingCalendar calendar = of(Calendars.holidays(random));
		for (int i = 0; i < ROUNDS; i++) {
			Instant received = Calendars.instant(random);
			int n = 1 + random.nextInt(MOST_DAYS);
			Deadline deadline = calendar.due(received, n, null);
			Duration all = calendar.elapsed(received, deadline.dueAt(), null);
			// n days of seven to nine hours, and what is left of the day of receipt.
			assertThat(all).isBetween(Duration.ofHours(7).multipliedBy(n), Duration.ofHours(9).multipliedBy(n + 1));
			Instant between = received.plusSeconds(random.nextInt(100 * 24 * 3600));
			assertThat(
					calendar.elapsed(received, between, null).plus(calendar.elapsed(between, deadline.dueAt(), null)))
				.isEqualTo(between.isAfter(deadline.dueAt()) ? calendar.elapsed(received, between, null) : all);
			int percent = 1 + random.nextInt(100);
			Instant reached = calendar.reached(deadline, percent, null);
			assertThat(reached).isBetween(deadline.startsAt(), deadline.dueAt());
			assertThat(calendar.elapsed(received, reached, null)).isEqualTo(all.multipliedBy(percent).dividedBy(100));
		}
	}

	@RepeatedTest(20)
	void neverMovesAPromiseEarlier(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Deadline deadline = of(Calendars.holidays(random)).due(Calendars.instant(random), 1 + random.nextInt(MOST_DAYS),
				null);
		for (int i = 0; i < ROUNDS; i++) {
			WorkingCalendar changed = of(Calendars.holidays(random));
			Deadline counted = changed.recount(deadline, random.nextBoolean() ? Calendars.HOSPITAL : null);
			assertThat(counted.dueAt()).isAfterOrEqualTo(deadline.dueAt());
			assertThat(WorkingDays.dateOf(counted.dueAt())).isEqualTo(counted.dueOn());
			assertThat(changed.recount(counted, null)).isEqualTo(counted);
			deadline = counted;
		}
	}

	@RepeatedTest(20)
	void movesByEachAddedHolidayAtMostToTheNextWorkingDay(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Set<LocalDate> holidays = Calendars.holidays(random);
		WorkingCalendar before = of(holidays);
		for (int i = 0; i < ROUNDS; i++) {
			Deadline promised = before.due(Calendars.instant(random), 1 + random.nextInt(MOST_DAYS), null);
			LocalDate added = WorkingDays.dateOf(promised.startsAt()).plusDays(random.nextInt(100));
			Set<LocalDate> more = new HashSet<>(holidays);
			more.add(added);
			boolean moves = before.isWorkingDay(added) && added.isAfter(WorkingDays.dateOf(promised.startsAt()))
					&& !added.isAfter(promised.dueOn());
			assertThat(of(more).recount(promised, null).dueOn())
				.isEqualTo(moves ? before.workingDaysAfter(promised.dueOn(), 1) : promised.dueOn());
		}
	}

	@RepeatedTest(20)
	void pausesAddUp(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		WorkingCalendar calendar = of(Calendars.holidays(random));
		for (int i = 0; i < ROUNDS; i++) {
			Instant received = Calendars.instant(random);
			Deadline deadline = calendar.due(received, 1 + random.nextInt(20), null);
			Instant from = received.plusSeconds(random.nextInt(30 * 24 * 3600));
			Instant middle = from.plusSeconds(random.nextInt(15 * 24 * 3600));
			Instant until = middle.plusSeconds(random.nextInt(15 * 24 * 3600));
			Deadline atOnce = calendar.paused(deadline, from, until, null);
			Deadline inTwo = calendar.paused(calendar.paused(deadline, from, middle, null), middle, until, null);
			assertThat(inTwo).isEqualTo(atOnce);
			assertThat(atOnce.dueAt()).isAfterOrEqualTo(deadline.dueAt());
			assertThat(calendar.recount(atOnce, null)).isEqualTo(atOnce);
			if (from.isBefore(deadline.dueAt())) {
				assertThat(atOnce.dueAt())
					.isAfterOrEqualTo(until.isBefore(deadline.dueAt()) ? deadline.dueAt() : until);
			}
		}
	}

}
