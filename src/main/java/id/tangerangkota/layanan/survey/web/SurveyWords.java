package id.tangerangkota.layanan.survey.web;

import java.util.Locale;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says numbers, times and answers as people read them. */
@Component
class SurveyWords extends PageWords {

	SurveyWords(MessageSource messages, PageClock clock) {
		super(messages, clock);
	}

	String number(Number number, int decimals, Locale locale) {
		return NumberText.exact(number, decimals, locale);
	}

	String percent(double share, Locale locale) {
		return NumberText.percent(share * 100, 0, locale);
	}

	static String name(Agency agency, Locale locale) {
		return agency.name(Language.of(locale));
	}

	String instrument(Instrument instrument, Locale locale) {
		return say("survey.instrument." + instrument, locale);
	}

	String period(SkmPeriod period, Locale locale) {
		String year = Integer.toString(period.year());
		if (period.part() == null) {
			return say("survey.period.year", locale, year);
		}
		return say("survey.period." + period.part(), locale, Integer.toString(period.number()), year);
	}

	/** What a value of an instrument is called. */
	String value(Instrument instrument, int value, Locale locale) {
		return switch (instrument) {
			case SHORT -> say("survey.value.short." + value, locale);
			case SKM -> say("survey.value.skm." + value, locale);
			case ESQUAL, ERECS -> say("survey.value.agree." + value, locale);
		};
	}

}
