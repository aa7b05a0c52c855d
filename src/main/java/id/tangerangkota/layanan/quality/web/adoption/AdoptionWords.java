package id.tangerangkota.layanan.quality.web.adoption;

import java.util.Locale;

import id.tangerangkota.layanan.quality.adoption.SafeCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says counts as people read them. */
@Component
class AdoptionWords extends PageWords {

	AdoptionWords(MessageSource messages, PageClock clock) {
		super(messages, clock);
	}

	String number(long number, Locale locale) {
		return NumberText.exact(number, 0, locale);
	}

	/** Of all, who may be few, too. */
	String total(Count total, Locale locale) {
		return isHidden(total) ? say("passport-adoption.few", locale) : number(total.times(), locale);
	}

	/** Of 1,000 people; null where the total is hidden. */
	@Nullable String rate(Count total, long people, Locale locale) {
		return isHidden(total) ? null
				: say("passport-adoption.rate", locale, rate(1000.0 * total.times() / people, locale));
	}

	private static boolean isHidden(Count total) {
		return total.times() > 0 && total.people() < SafeCounts.LEAST;
	}

	/** Of 1,000 people. */
	String rate(double rate, Locale locale) {
		return NumberText.exact(rate, 2, locale);
	}

	String hidden(Locale locale) {
		return say("passport-adoption.hidden", locale);
	}

	String unknown(Locale locale) {
		return say("passport-adoption.unknown", locale);
	}

}
