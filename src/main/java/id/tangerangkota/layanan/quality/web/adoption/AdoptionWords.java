package id.tangerangkota.layanan.quality.web.adoption;

import java.time.LocalDate;
import java.util.Locale;

import id.tangerangkota.layanan.quality.adoption.SafeCounts;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says counts as people read them. */
@Component
class AdoptionWords {

	private final MessageSource messages;

	private final PageClock clock;

	AdoptionWords(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	String number(long number, Locale locale) {
		return NumberText.exact(number, 0, locale);
	}

	/** Of all, which may be few, too. */
	String total(long total, Locale locale) {
		return (total > 0 && total < SafeCounts.LEAST) ? say("passport-adoption.few", locale) : number(total, locale);
	}

	/** Of 1,000 people; null where the total is hidden. */
	@Nullable String rate(long total, long people, Locale locale) {
		return (total > 0 && total < SafeCounts.LEAST) ? null
				: say("passport-adoption.rate", locale, of1000(total, people, locale));
	}

	String of1000(long count, long people, Locale locale) {
		return NumberText.exact(1000.0 * count / people, 2, locale);
	}

	String date(LocalDate day, Locale locale) {
		return this.clock.date(day, locale);
	}

	String hidden(Locale locale) {
		return say("passport-adoption.hidden", locale);
	}

	String unknown(Locale locale) {
		return say("passport-adoption.unknown", locale);
	}

}
