package id.tangerangkota.layanan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.calendar.Calendars.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The calendar in the database: loaded, edited, and read by several nodes. */
@PortalTest
@RecordApplicationEvents
class CalendarIntegrationTests {

	/** A year no release knows, so that other tests in this database see nothing. */
	private static final LocalDate MONDAY = LocalDate.of(2031, 6, 2);

	private static final LocalDate EID = LocalDate.of(2027, 3, 10);

	@Autowired
	private CalendarDesk desk;

	@Autowired
	private WorkingCalendar calendar;

	@Autowired
	private CalendarData data;

	@Autowired
	private CalendarReader reader;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@AfterEach
	void asReleased() {
		this.jdbc.sql("delete from calendar.holiday").update();
		this.jdbc.sql("delete from calendar.office_hours").update();
		this.jdbc.sql("delete from calendar.ramadan").update();
		this.data.initialize();
	}

	@Test
	void bringsTheHolidaysOfTwoYearsWithHowSureTheyAre() {
		assertThat(this.desk.years()).containsExactly(Year.of(2026), Year.of(2027));
		assertThat(this.desk.holidays(Year.of(2026))).hasSize(25).noneMatch(HolidayEntry::edited);
		assertThat(this.desk.holidays(Year.of(2027))).hasSize(26)
			.extracting(HolidayEntry::holiday)
			.allMatch((holiday) -> holiday.certainty() != Certainty.CERTAIN)
			.allMatch((holiday) -> holiday.source().contains("SKB"));
		assertThat(this.desk.holiday(EID)).get()
			.extracting(Holiday::kind, Holiday::name, Holiday::nameEn)
			.containsExactly(HolidayKind.NATIONAL, "Idulfitri 1448 Hijriah", "Eid al-Fitr 1448 AH");
		assertThat(this.calendar.isWorkingDay(EID)).isFalse();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2027, 3, 12))).isFalse();
	}

	@Test
	void bringsTheHoursOfFridayAndRamadan() {
		assertThat(closes("2026-11-05")).isEqualTo("16:00");
		assertThat(closes("2026-11-06")).isEqualTo("16:30");
		assertThat(closes("2027-03-04")).isEqualTo("15:00");
		assertThat(closes("2027-03-05")).isEqualTo("15:30");
	}

	private String closes(String day) {
		return this.calendar.hours(LocalDate.parse(day), null).closes().toString();
	}

	@Test
	void changesNothingWhenItStartsAgain() {
		long revision = this.reader.revision();
		this.data.initialize();
		assertThat(this.reader.revision()).isEqualTo(revision);
	}

	@Test
	void keepsWhatPeopleChangedWhenItStartsAgain() {
		this.desk.change(EID, holiday(EID, "Idulfitri (sidang isbat)"));
		this.desk.change(LocalDate.of(2027, 3, 11), holiday(LocalDate.of(2027, 3, 16), "Idulfitri kedua"));
		this.desk.remove(LocalDate.of(2027, 3, 15));
		this.desk.setHours(null, Season.ORDINARY, DayOfWeek.FRIDAY, hours("08:00", "15:00"));
		this.data.initialize();
		assertThat(this.desk.holiday(EID)).get().extracting(Holiday::name).isEqualTo("Idulfitri (sidang isbat)");
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2027, 3, 11))).isTrue();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2027, 3, 15))).isTrue();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2027, 3, 16))).isFalse();
		assertThat(closes("2026-11-06")).isEqualTo("15:00");
	}

	@Test
	void takesUpWhatANewReleaseCorrects() {
		this.jdbc.sql("update calendar.holiday set name = 'Dahulu', source_hash = 'x' where day = ?")
			.param(EID)
			.update();
		this.jdbc.sql("""
				insert into calendar.holiday (day, kind, name, name_en, certainty, source, source_hash)
				select cast(moved as date), kind, name, name_en, certainty, source, 'x'
				from calendar.holiday, unnest(array['2027-03-17', '2025-03-17']) moved where day = ?""")
			.param(EID)
			.update();
		this.data.initialize();
		assertThat(this.desk.holiday(EID)).get().extracting(Holiday::name).isEqualTo("Idulfitri 1448 Hijriah");
		assertThat(this.desk.holiday(LocalDate.of(2027, 3, 17))).as("moved elsewhere").isEmpty();
		assertThat(this.desk.holiday(LocalDate.of(2025, 3, 17))).as("of a year that is not in the file").isPresent();
	}

	@Test
	void countsWithAnAddedHolidayAtOnceAndTellsOfIt() {
		Deadline promised = this.calendar.due(at("2031-06-02T10:00"), 3, null);
		this.desk.add(holiday(MONDAY.plusDays(2), "Pilkada"));
		assertThat(this.calendar.recount(promised, null).dueOn()).isEqualTo(MONDAY.plusDays(4));
		this.desk.remove(MONDAY.plusDays(2));
		assertThat(this.calendar.isWorkingDay(MONDAY.plusDays(2))).isTrue();
		this.desk.add(holiday(MONDAY.plusDays(2), "Pilkada"));
		assertThat(this.calendar.isWorkingDay(MONDAY.plusDays(2))).isFalse();
		assertThat(this.events.stream(HolidaysChanged.class)).hasSize(3)
			.containsOnly(new HolidaysChanged(MONDAY.plusDays(2), MONDAY.plusDays(2)));
		assertThat(this.jdbc.sql("""
				select action from audit.entry where subject_kind = 'holiday' and subject_id = '2031-06-04'
				order by seq""").query(String.class).list()).containsExactly("calendar.holiday-added",
				"calendar.holiday-removed", "calendar.holiday-added");
	}

	@Test
	void refusesASecondHolidayOnADay() {
		assertThatExceptionOfType(HolidayTaken.class).isThrownBy(() -> this.desk.add(holiday(EID, "Libur lain")));
		this.desk.add(holiday(MONDAY, "Pilkada"));
		assertThatExceptionOfType(HolidayTaken.class)
			.isThrownBy(() -> this.desk.change(MONDAY, holiday(EID, "Libur lain")));
		assertThat(this.desk.holiday(MONDAY)).isPresent();
		assertThat(this.desk.holiday(EID)).get().extracting(Holiday::name).isEqualTo("Idulfitri 1448 Hijriah");
	}

	@Test
	void doesNotKnowADayWithoutHoliday() {
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.remove(MONDAY));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.change(MONDAY, holiday(MONDAY, "Libur")));
	}

	@Test
	void givesAnAgencyHoursOfItsOwn() {
		AgencyId hospital = new AgencyId("rsud-coba");
		this.desk.setHours(hospital, Season.ORDINARY, DayOfWeek.MONDAY, hours("07:00", "20:00"));
		assertThat(this.calendar.hours(MONDAY, hospital)).isEqualTo(hours("07:00", "20:00"));
		assertThat(this.calendar.hours(MONDAY, null)).isEqualTo(hours("07:30", "16:00"));
		assertThat(this.calendar.due(at("2031-05-30T10:00"), 1, hospital).dueAt()).isEqualTo(at("2031-06-02T20:00"));
	}

	@Test
	void missesTheYearNobodyEntered() {
		assertThat(this.calendar.missingYear(LocalDate.of(2027, 9, 30))).isEmpty();
		assertThat(this.calendar.missingYear(LocalDate.of(2027, 10, 1))).contains(Year.of(2028));
		this.desk.add(holiday(LocalDate.of(2028, 1, 1), "Tahun Baru"));
		assertThat(this.calendar.missingYear(LocalDate.of(2027, 10, 1))).as("one is no year").contains(Year.of(2028));
		for (int month = 2; month <= 10; month++) {
			this.desk.add(holiday(LocalDate.of(2028, month, 1), "Hari libur"));
		}
		assertThat(this.calendar.missingYear(LocalDate.of(2027, 10, 1))).isEmpty();
	}

	@Test
	void isFollowedByOtherNodesWithinSeconds() {
		AtomicLong nanos = new AtomicLong();
		WorkingCalendar other = new WorkingCalendar(new KeptDays(this.reader, nanos::get));
		assertThat(other.isWorkingDay(MONDAY)).isTrue();
		this.desk.add(holiday(MONDAY, "Pilkada"));
		assertThat(other.isWorkingDay(MONDAY)).as("not asked yet").isTrue();
		nanos.addAndGet(KeptDays.FRESH.toNanos());
		assertThat(other.isWorkingDay(MONDAY)).isFalse();
	}

	@Test
	void forgetsWhatWasReadInATransactionThatFailed() {
		AtomicLong nanos = new AtomicLong();
		WorkingCalendar other = new WorkingCalendar(new KeptDays(this.reader, nanos::get));
		this.transaction.executeWithoutResult((status) -> {
			this.desk.add(holiday(MONDAY, "Pilkada"));
			assertThat(other.isWorkingDay(MONDAY)).isFalse();
			status.setRollbackOnly();
		});
		this.desk.add(holiday(MONDAY.plusDays(1), "Pilkada"));
		nanos.addAndGet(KeptDays.FRESH.toNanos());
		assertThat(List.of(other.isWorkingDay(MONDAY), other.isWorkingDay(MONDAY.plusDays(1)))).containsExactly(true,
				false);
	}

	private static Holiday holiday(LocalDate day, String name) {
		return new Holiday(day, HolidayKind.NATIONAL, name, name, Certainty.CERTAIN, "Uji coba");
	}

	private static OfficeHours hours(String opens, String closes) {
		return new OfficeHours(LocalTime.parse(opens), LocalTime.parse(closes));
	}

}
