package id.tangerangkota.layanan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static id.tangerangkota.layanan.calendar.Calendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingCalendarTests {

	private static final String[] LEBARAN_2026 = { "2026-03-18", "2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22",
			"2026-03-23", "2026-03-24" };

	private final WorkingCalendar plain = Calendars.with();

	@ParameterizedTest
	@CsvSource(textBlock = """
			# received         | days | starts           | due
			2026-11-02T10:00   | 1    | 2026-11-02T10:00 | 2026-11-03T16:00
			2026-11-02T10:00   | 5    | 2026-11-02T10:00 | 2026-11-09T16:00
			# before the office opens, at its opening, at its closing
			2026-11-02T06:00   | 1    | 2026-11-02T07:30 | 2026-11-03T16:00
			2026-11-02T07:30   | 1    | 2026-11-02T07:30 | 2026-11-03T16:00
			2026-11-02T15:59:59| 1    | 2026-11-02T15:59:59 | 2026-11-03T16:00
			2026-11-02T16:00   | 1    | 2026-11-03T07:30 | 2026-11-04T16:00
			2026-11-02T23:59:59| 1    | 2026-11-03T07:30 | 2026-11-04T16:00
			2026-11-03T00:00   | 1    | 2026-11-03T07:30 | 2026-11-04T16:00
			# on Friday half an hour longer, at the weekend on Monday
			2026-11-06T16:15   | 1    | 2026-11-06T16:15 | 2026-11-09T16:00
			2026-11-06T16:30   | 1    | 2026-11-09T07:30 | 2026-11-10T16:00
			2026-11-07T12:00   | 1    | 2026-11-09T07:30 | 2026-11-10T16:00
			2026-11-05T09:00   | 1    | 2026-11-05T09:00 | 2026-11-06T16:30
			""", delimiter = '|')
	void startsInOfficeHoursAndIsDueWhenTheyEnd(String received, int days, String starts, String due) {
		Deadline deadline = this.plain.due(at(received), days, null);
		assertThat(deadline.startsAt()).isEqualTo(at(starts));
		assertThat(deadline.dueAt()).isEqualTo(at(due));
		assertThat(deadline.dueOn()).isEqualTo(LocalDate.parse(due.substring(0, 10)));
		assertThat(deadline.workingDays()).isEqualTo(days);
	}

	@Test
	void leavesOutLebaranWithItsCollectiveLeave() {
		WorkingCalendar calendar = Calendars.with(LEBARAN_2026);
		assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 3, 17), 1)).isEqualTo(LocalDate.of(2026, 3, 25));
		Deadline deadline = calendar.due(at("2026-03-17T14:59"), 3, null);
		assertThat(deadline.dueAt()).isEqualTo(at("2026-03-27T16:30"));
		// In Ramadan the office closes at three, and opens a week later.
		assertThat(calendar.due(at("2026-03-17T15:00"), 3, null).startsAt()).isEqualTo(at("2026-03-25T07:30"));
		assertThat(calendar.elapsed(at("2026-03-17T15:00"), at("2026-03-25T07:30"), null)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T07:00, 2026-03-02T08:00, 2026-03-03T15:00",
			"2026-03-05T09:00, 2026-03-05T09:00, 2026-03-06T15:30",
			"2026-02-18T15:30, 2026-02-18T15:30, 2026-02-19T15:00" })
	void hasOtherHoursInRamadan(String received, String starts, String due) {
		Deadline deadline = this.plain.due(at(received), 1, null);
		assertThat(deadline.startsAt()).isEqualTo(at(starts));
		assertThat(deadline.dueAt()).isEqualTo(at(due));
	}

	@Test
	void goesByTheHoursOfTheAgency() {
		Deadline deadline = this.plain.due(at("2026-11-09T19:00"), 5, Calendars.HOSPITAL);
		assertThat(deadline.startsAt()).isEqualTo(at("2026-11-09T19:00"));
		assertThat(deadline.dueAt()).isEqualTo(at("2026-11-16T20:00"));
		assertThat(this.plain.due(at("2026-11-09T19:00"), 4, null).dueAt()).isEqualTo(at("2026-11-16T16:00"));
		// Its own hours hold in Ramadan too; on other days it has those of all.
		assertThat(this.plain.hours(LocalDate.of(2026, 3, 2), Calendars.HOSPITAL).closes()).hasToString("20:00");
		assertThat(this.plain.hours(LocalDate.of(2026, 3, 3), Calendars.HOSPITAL).closes()).hasToString("15:00");
	}

	@Test
	void goesOverTheEndOfTheYear() {
		WorkingCalendar calendar = Calendars.with("2026-12-24", "2026-12-25", "2027-01-01");
		assertThat(calendar.due(at("2026-12-23T09:00"), 5, null).dueAt()).isEqualTo(at("2027-01-04T16:00"));
		assertThat(calendar.due(at("2026-12-31T23:59:59"), 1, null).dueAt()).isEqualTo(at("2027-01-05T16:00"));
		assertThat(calendar.elapsed(at("2026-12-31T15:00"), at("2027-01-04T08:30"), null))
			.isEqualTo(Duration.ofHours(2));
	}

	@Test
	void countsTheLeapDay() {
		assertThat(this.plain.workingDaysAfter(LocalDate.of(2028, 2, 28), 1)).isEqualTo(LocalDate.of(2028, 2, 29));
		assertThat(this.plain.due(at("2028-02-28T10:00"), 2, null).dueAt()).isEqualTo(at("2028-03-01T16:00"));
		assertThat(this.plain.due(at("2028-02-29T17:00"), 1, null).dueAt()).isEqualTo(at("2028-03-02T16:00"));
		assertThat(this.plain.workingDaysAfter(LocalDate.of(2027, 2, 26), 1)).isEqualTo(LocalDate.of(2027, 3, 1));
		assertThat(Calendars.with("2028-02-29").workingDaysAfter(LocalDate.of(2028, 2, 28), 1))
			.isEqualTo(LocalDate.of(2028, 3, 1));
	}

	/** In the city it is the day after already. */
	@Test
	void countsDaysOfTheCityNotOfGreenwich() {
		assertThat(this.plain.due(Instant.parse("2026-11-02T23:00:00Z"), 1, null).dueAt())
			.isEqualTo(Instant.parse("2026-11-04T09:00:00Z"));
	}

	@Test
	void movesARunningClockLaterWhenAHolidayIsAdded() {
		Deadline promised = this.plain.due(at("2026-11-02T10:00"), 3, null);
		Deadline counted = Calendars.with("2026-11-04").recount(promised, null);
		assertThat(promised.dueAt()).isEqualTo(at("2026-11-05T16:00"));
		assertThat(counted.dueAt()).isEqualTo(at("2026-11-06T16:30"));
		assertThat(counted.dueOn()).isEqualTo(LocalDate.of(2026, 11, 6));
	}

	@Test
	void keepsThePromiseWhenAHolidayIsRemoved() {
		Deadline promised = Calendars.with("2026-11-04").due(at("2026-11-02T10:00"), 3, null);
		assertThat(this.plain.recount(promised, null)).isEqualTo(promised);
		// The day itself may have become a holiday: it moves on to the next working day.
		assertThat(Calendars.with("2026-11-06").recount(promised, null)).isEqualTo(promised);
		assertThat(Calendars.with("2026-11-04", "2026-11-06").recount(promised, null).dueAt())
			.isEqualTo(at("2026-11-09T16:00"));
	}

	@Test
	void keepsTheClosingTimeThatWasPromised() {
		Deadline promised = this.plain.due(at("2026-11-09T10:00"), 5, Calendars.HOSPITAL);
		assertThat(this.plain.recount(promised, null)).isEqualTo(promised);
		Deadline ofOthers = this.plain.due(at("2026-11-09T10:00"), 5, null);
		assertThat(this.plain.recount(ofOthers, Calendars.HOSPITAL).dueAt()).isEqualTo(at("2026-11-16T20:00"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# from             | until            | due
			2026-11-02T11:00   | 2026-11-02T15:59 | 2026-11-05T16:00
			2026-11-02T11:00   | 2026-11-02T16:00 | 2026-11-06T16:30
			2026-11-02T11:00   | 2026-11-04T11:00 | 2026-11-09T16:00
			# weekend, and before the start
			2026-11-07T00:00   | 2026-11-09T07:00 | 2026-11-05T16:00
			2026-11-01T00:00   | 2026-11-02T09:00 | 2026-11-05T16:00
			2026-10-01T00:00   | 2026-11-03T07:00 | 2026-11-06T16:30
			# over the deadline, and after it
			2026-11-05T15:00   | 2026-11-09T07:30 | 2026-11-09T16:00
			2026-11-05T16:00   | 2026-11-30T07:30 | 2026-11-05T16:00
			""", delimiter = '|')
	void movesByTheDaysThatEndedInAPause(String from, String until, String due) {
		Deadline deadline = this.plain.due(at("2026-11-02T10:00"), 3, null);
		assertThat(this.plain.paused(deadline, at(from), at(until), null).dueAt()).isEqualTo(at(due));
	}

	@Test
	void countsAgainWithThePauses() {
		Deadline promised = this.plain.due(at("2026-11-02T10:00"), 3, null);
		Deadline paused = this.plain.paused(promised, at("2026-11-03T10:00"), at("2026-11-04T10:00"), null);
		assertThat(paused.pausedDays()).isEqualTo(1);
		assertThat(this.plain.recount(paused, null)).isEqualTo(paused);
		assertThat(Calendars.with("2026-11-05").recount(paused, null).dueAt()).isEqualTo(at("2026-11-09T16:00"));
	}

	@Test
	void measuresWorkingTime() {
		assertThat(this.plain.elapsed(at("2026-11-02T10:00"), at("2026-11-02T12:00"), null))
			.isEqualTo(Duration.ofHours(2));
		assertThat(this.plain.elapsed(at("2026-11-02T00:00"), at("2026-11-09T00:00"), null))
			.isEqualTo(Duration.ofHours(43));
		assertThat(this.plain.elapsed(at("2026-11-02T12:00"), at("2026-11-02T10:00"), null)).isZero();
		assertThat(this.plain.elapsed(at("2026-11-07T00:00"), at("2026-11-09T07:30"), null)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "50, 2026-11-03T13:00", "80, 2026-11-04T11:24", "100, 2026-11-04T16:00" })
	void saysWhenAShareOfTheTimeIsOver(int percent, String reached) {
		// 6 h on Monday and twice 8.5 h
		Deadline deadline = this.plain.due(at("2026-11-02T10:00"), 2, null);
		assertThat(this.plain.reached(deadline, percent, null)).isEqualTo(at(reached));
	}

	@Test
	void isOverdueOnlyAfterTheInstant() {
		Deadline deadline = this.plain.due(at("2026-11-02T10:00"), 1, null);
		assertThat(deadline.isOverdue(at("2026-11-03T16:00"))).isFalse();
		assertThat(deadline.isOverdue(at("2026-11-03T16:00").plusNanos(1))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE })
	void refusesToCountDaysNobodyGives(int days) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.plain.due(at("2026-11-02T10:00"), days, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.plain.workingDaysAfter(LocalDate.of(2026, 11, 2), days));
	}

	@ParameterizedTest
	@CsvSource({ "2026-09-30,", "2026-10-01, 2027", "2026-12-31, 2027", "2027-01-01, 2027", "2025-05-05, 2025" })
	void missesAYearFromOctoberBefore(LocalDate today, Year missing) {
		String[] days = IntStream.rangeClosed(1, 10).mapToObj("2026-%02d-01"::formatted).toArray(String[]::new);
		assertThat(Calendars.with(days).missingYear(today).orElse(null)).isEqualTo(missing);
	}

	@Test
	void missesAYearOfWhichOneHolidayIsKnown() {
		LocalDate today = LocalDate.of(2026, 3, 2);
		assertThat(Calendars.with("2026-01-01", "2026-03-20").missingYear(today)).contains(Year.of(2026));
	}

}
