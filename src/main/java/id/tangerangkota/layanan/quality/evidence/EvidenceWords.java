package id.tangerangkota.layanan.quality.evidence;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what evidence is about. */
@Component
public class EvidenceWords extends PageWords {

	private static final String INDICATOR = "indikator-";

	private final MessageSource messages;

	EvidenceWords(MessageSource messages, PageClock clock) {
		super(messages, clock);
		this.messages = messages;
	}

	public String period(EvidencePeriod period, Locale locale) {
		YearMonth month = period.month();
		SkmPeriod part = period.part();
		if (month != null || part == null) {
			return month((month != null) ? month : YearMonth.from(period.days().from()), locale);
		}
		String year = Integer.toString(part.year());
		return (part.part() == null) ? say("survey.period.year", locale, year)
				: say("survey.period." + part.part(), locale, Integer.toString(part.number()), year);
	}

	/** What a number is. */
	public String figure(String figure, Locale locale) {
		return figure.startsWith(INDICATOR)
				? say("passport-evidence.indicator", locale,
						say("quality.indicator." + figure.substring(INDICATOR.length()), locale))
				: Objects.requireNonNullElse(
						this.messages.getMessage("passport-evidence.figure." + figure, null, figure, locale), figure);
	}

}
