package id.tangerangkota.layanan.quality.evidence;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what evidence is about. */
@Component
public class EvidenceWords {

	private static final String INDICATOR = "indikator-";

	private final MessageSource messages;

	private final PageClock clock;

	EvidenceWords(MessageSource messages, PageClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	public String period(EvidencePeriod period, Locale locale) {
		YearMonth month = period.month();
		SkmPeriod part = period.part();
		if (month != null || part == null) {
			return this.clock.month((month != null) ? month : YearMonth.from(period.days().from()), locale);
		}
		String year = Integer.toString(part.year());
		return (part.part() == null) ? this.messages.getMessage("survey.period.year", new Object[] { year }, locale)
				: this.messages.getMessage("survey.period." + part.part(),
						new Object[] { Integer.toString(part.number()), year }, locale);
	}

	String say(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** What a number is. */
	public String figure(String figure, Locale locale) {
		return figure(this.messages, figure, locale);
	}

	static String figure(MessageSource messages, String figure, Locale locale) {
		return figure.startsWith(INDICATOR)
				? messages.getMessage("passport-evidence.indicator",
						new Object[] { messages.getMessage("quality.indicator." + figure.substring(INDICATOR.length()),
								null, locale) },
						locale)
				: Objects.requireNonNullElse(
						messages.getMessage("passport-evidence.figure." + figure, null, figure, locale), figure);
	}

}
