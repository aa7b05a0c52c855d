package id.tangerangkota.layanan.web;

import java.time.Clock;
import java.time.Instant;
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

	private static final DateTimeFormatter INDONESIAN = formatter(
			List.of("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
			"' 'uuuu' pukul 'HH.mm' WIB'");

	private static final DateTimeFormatter ENGLISH = formatter(
			List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
			"' 'uuuu', 'HH:mm' WIB'");

	private final Clock clock;

	PageClock(Clock clock) {
		this.clock = clock;
	}

	public String now(Language language) {
		return format(this.clock.instant(), language);
	}

	public String format(Instant instant, Language language) {
		return ((language == Language.ENGLISH) ? ENGLISH : INDONESIAN).format(instant.atZone(ZONE));
	}

	/** With names of its own: those the JDK brings change from release to release. */
	private static DateTimeFormatter formatter(List<String> months, String rest) {
		Map<Long, String> names = new HashMap<>();
		for (String month : months) {
			names.put(names.size() + 1L, month);
		}
		return new DateTimeFormatterBuilder().appendPattern("d ")
			.appendText(ChronoField.MONTH_OF_YEAR, names)
			.appendPattern(rest)
			.toFormatter(Locale.ROOT);
	}

}
