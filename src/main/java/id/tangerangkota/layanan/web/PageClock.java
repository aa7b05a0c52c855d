package id.tangerangkota.layanan.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Says the time as people in the city read it. */
@Component
public class PageClock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	private static final List<String> INDONESIAN_MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul",
			"Agu", "Sep", "Okt", "Nov", "Des");

	private static final List<String> ENGLISH_MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
			"Sep", "Oct", "Nov", "Dec");

	private static final DateTimeFormatter INDONESIAN = formatter(INDONESIAN_MONTHS, "' 'uuuu' pukul 'HH.mm' WIB'");

	private static final DateTimeFormatter ENGLISH = formatter(ENGLISH_MONTHS, "' 'uuuu', 'HH:mm' WIB'");

	private static final DateTimeFormatter INDONESIAN_DATE = formatter(INDONESIAN_MONTHS, "' 'uuuu");

	private static final DateTimeFormatter ENGLISH_DATE = formatter(ENGLISH_MONTHS, "' 'uuuu");

	private static final DateTimeFormatter INDONESIAN_MONTH = formatter("", INDONESIAN_MONTHS, "' 'uuuu");

	private static final DateTimeFormatter ENGLISH_MONTH = formatter("", ENGLISH_MONTHS, "' 'uuuu");

	private static final DateTimeFormatter INDONESIAN_SHORT = formatter(INDONESIAN_MONTHS, "");

	private static final DateTimeFormatter ENGLISH_SHORT = formatter(ENGLISH_MONTHS, "");

	private static final DateTimeFormatter INDONESIAN_TIME = DateTimeFormatter.ofPattern("'pukul 'HH.mm' WIB'",
			Locale.ROOT);

	private static final DateTimeFormatter ENGLISH_TIME = DateTimeFormatter.ofPattern("HH:mm' WIB'", Locale.ROOT);

	private final Clock clock;

	public PageClock(Clock clock) {
		this.clock = clock;
	}

	public String now(Language language) {
		return format(this.clock.instant(), language);
	}

	public String format(Instant instant, Language language) {
		return ((language == Language.ENGLISH) ? ENGLISH : INDONESIAN).format(instant.atZone(ZONE));
	}

	public String format(Instant instant, Locale locale) {
		return format(instant, Language.of(locale));
	}

	/** Only the time where it was today, else the date too. */
	public String brief(Instant instant, Language language) {
		return brief(instant, this.clock.instant(), language);
	}

	/**
	 * Only the time where it was on the same day as something told before, else the date
	 * too.
	 */
	public String brief(Instant instant, Instant told, Language language) {
		if (!day(instant).equals(day(told))) {
			return format(instant, language);
		}
		return ((language == Language.ENGLISH) ? ENGLISH_TIME : INDONESIAN_TIME).format(instant.atZone(ZONE));
	}

	/** When a day begins in the city. */
	public static Instant start(LocalDate day) {
		return day.atStartOfDay(ZONE).toInstant();
	}

	/** The day it is in the city. */
	public static LocalDate day(Instant instant) {
		return instant.atZone(ZONE).toLocalDate();
	}

	/** A day of this year, without it. */
	public String shortDate(LocalDate date, Locale locale) {
		return ((Language.of(locale) == Language.ENGLISH) ? ENGLISH_SHORT : INDONESIAN_SHORT).format(date);
	}

	/** A month with its year. */
	public String month(YearMonth month, Locale locale) {
		return ((Language.of(locale) == Language.ENGLISH) ? ENGLISH_MONTH : INDONESIAN_MONTH).format(month);
	}

	public String date(LocalDate date, Locale locale) {
		return ((Language.of(locale) == Language.ENGLISH) ? ENGLISH_DATE : INDONESIAN_DATE).format(date);
	}

	private static DateTimeFormatter formatter(List<String> months, String rest) {
		return formatter("d ", months, rest);
	}

	/** With names of its own: those the JDK brings change from release to release. */
	private static DateTimeFormatter formatter(String start, List<String> months, String rest) {
		Map<Long, String> names = new HashMap<>();
		for (String month : months) {
			names.put(names.size() + 1L, month);
		}
		return new DateTimeFormatterBuilder().appendPattern(start)
			.appendText(ChronoField.MONTH_OF_YEAR, names)
			.appendPattern(rest)
			.toFormatter(Locale.ROOT);
	}

}
