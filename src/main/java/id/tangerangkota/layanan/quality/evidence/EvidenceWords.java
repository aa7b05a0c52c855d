package id.tangerangkota.layanan.quality.evidence;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what evidence is about. */
@Component
public class EvidenceWords extends PageWords {

	private static final List<String> OF_DIMENSION = List.of(Recount.MEASURED, Recount.COVERAGE, Recount.PERCEIVED,
			Recount.GAP);

	private final MessageSource messages;

	private final Map<String, Unit> units;

	EvidenceWords(MessageSource messages, PageClock clock, List<Indicator> indicators) {
		super(messages, clock);
		this.messages = messages;
		this.units = indicators.stream().collect(Collectors.toMap(Indicator::id, Indicator::unit));
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
		if (figure.startsWith(Recount.INDICATOR)) {
			String id = figure.substring(Recount.INDICATOR.length());
			return say("passport-evidence.indicator", locale, say("quality.indicator." + id, locale),
					say("quality.unit." + this.units.getOrDefault(id, Unit.COUNT), locale));
		}
		if (figure.startsWith(Recount.SCORE)) {
			return say("passport-evidence.score", locale,
					say("quality.indicator." + figure.substring(Recount.SCORE.length()), locale));
		}
		return OF_DIMENSION.stream()
			.filter(figure::startsWith)
			.findFirst()
			.map((start) -> say("passport-evidence.dimension." + start, locale,
					say("quality.dimension." + figure.substring(start.length()), locale)))
			.orElseGet(() -> Objects.requireNonNullElse(
					this.messages.getMessage("passport-evidence.figure." + figure, null, figure, locale), figure));
	}

}
