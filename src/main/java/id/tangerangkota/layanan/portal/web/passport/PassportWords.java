package id.tangerangkota.layanan.portal.web.passport;

import java.math.BigDecimal;
import java.util.Locale;

import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the figures of a passport as people read them; null where there is none. */
@Component
class PassportWords extends PageWords {

	private static final double WHOLE = 100;

	PassportWords(MessageSource messages, PageClock clock) {
		super(messages, clock);
	}

	String number(Number number, int decimals, Locale locale) {
		return NumberText.exact(number, decimals, locale);
	}

	/** The share of time it was up. */
	@Nullable String percent(Uptime uptime, Locale locale) {
		BigDecimal percent = uptime.percent(2).orElse(null);
		return (percent != null) ? NumberText.percent(percent, 2, locale) : null;
	}

	/** How much of the time anybody knows about. */
	String watched(Uptime uptime, Locale locale) {
		double total = uptime.total().toSeconds();
		double share = (total > 0) ? uptime.counted().toSeconds() / total : 0;
		return say("passport.uptime.watched", locale, number(Math.floor(share * WHOLE), 0, locale));
	}

	/** With its sign, also where it rounds to nothing. */
	@Nullable String signed(@Nullable Double value, Locale locale) {
		if (value == null) {
			return null;
		}
		double rounded = Math.round(value * 10) / 10.0;
		String number = number(Math.abs(rounded), 1, locale);
		return (rounded == 0) ? number : ((rounded > 0) ? "+" : "\u2212") + number;
	}

	/** Value and grade of the satisfaction survey, null below ten answers. */
	@Nullable String skm(@Nullable SkmResult skm, Locale locale) {
		if (skm == null || skm.value() == null || skm.band() == null) {
			return null;
		}
		return say("passport.skm.value", locale, number(skm.value(), 2, locale),
				say("survey.band." + skm.band(), locale));
	}

}
