package id.tangerangkota.layanan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

import org.springframework.context.MessageSource;

/**
 * Says things as people read them. Each part of the portal adds what it alone has to say.
 */
public abstract class PageWords {

	private final MessageSource messages;

	private final PageClock clock;

	protected PageWords(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	public final String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	public final String time(Instant instant, Locale locale) {
		return this.clock.format(instant, locale);
	}

	/** Only the time where it was today, else the date too. */
	public final String brief(Instant instant, Locale locale) {
		return this.clock.brief(instant, Language.of(locale));
	}

	/**
	 * Only the time where it was on the day of something told before, else the date too.
	 */
	public final String brief(Instant instant, Instant told, Locale locale) {
		return this.clock.brief(instant, told, Language.of(locale));
	}

	public final String date(LocalDate day, Locale locale) {
		return this.clock.date(day, locale);
	}

	/** A day of this year, without it. */
	public final String shortDate(LocalDate day, Locale locale) {
		return this.clock.shortDate(day, locale);
	}

	public final String month(YearMonth month, Locale locale) {
		return this.clock.month(month, locale);
	}

}
