package id.tangerangkota.layanan.complaint.web.desk;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import id.tangerangkota.layanan.calendar.WorkingCalendar;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DeskWordsTests {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	/** On a Friday. */
	private final DeskWords words = words("2026-07-03T10:00");

	private static DeskWords words(String now) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/complaint-desk");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		WorkingCalendar calendar = mock(WorkingCalendar.class);
		given(calendar.isWorkingDay(any()))
			.willAnswer((asked) -> !WEEKEND.contains(asked.getArgument(0, LocalDate.class).getDayOfWeek()));
		Clock clock = Clock.fixed(SetClock.local(now), ZoneOffset.UTC);
		return new DeskWords(messages, new PageClock(clock), calendar, clock);
	}

	/** Red, yellow and grey never alone: always with words and a sign. */
	@ParameterizedTest
	@CsvSource({ "2026-07-03T09:59, down, warning, Terlambat kurang dari sehari, Overdue by less than a day",
			"2026-07-02T10:00, down, warning, Terlambat 1 hari, Overdue by 1 day",
			"2026-06-26T16:00, down, warning, Terlambat 6 hari, Overdue by 6 days",
			"2026-07-03T10:00, maintenance, clock, Hari ini, Today",
			"2026-07-03T16:00, maintenance, clock, Hari ini, Today",
			"2026-07-05T16:00, maintenance, clock, 0 hari kerja lagi, 0 working days left",
			"2026-07-06T16:00, maintenance, clock, 1 hari kerja lagi, 1 working day left",
			"2026-07-07T16:00, cited, clock, 2 hari kerja lagi, 2 working days left",
			"2026-07-13T16:00, cited, clock, 6 hari kerja lagi, 6 working days left" })
	void tellsHowMuchIsLeftInWordsSignAndColour(String due, String color, String icon, String text, String english) {
		DueTag tag = this.words.due(SetClock.local(due), Locale.of("id"));
		assertThat(tag.color()).isEqualTo(color);
		assertThat(tag.icon()).isEqualTo(icon);
		assertThat(tag.text()).isEqualTo(text);
		assertThat(tag.date()).contains(due.substring(11).replace(':', '.'));
		DueTag inEnglish = this.words.due(SetClock.local(due), Locale.ENGLISH);
		assertThat(inEnglish.text()).isEqualTo(english);
		assertThat(inEnglish.color()).isEqualTo(color);
	}

	@ParameterizedTest
	@CsvSource({ "2026-09-30T16:00, 63 hari kerja lagi", "2030-01-01T16:00, 64 hari kerja lagi" })
	void countsNoFurtherThanAQuarterOfAYear(String due, String text) {
		assertThat(this.words.due(SetClock.local(due), Locale.of("id")).text()).isEqualTo(text);
	}

}
