package id.tangerangkota.layanan.quality.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NumberText;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.PageWords;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says numbers, times and names as people read them. */
@Component
class DashboardWords extends PageWords {

	private static final double POINTS_OF_STEP = 25;

	private static final int SECOND = 1000;

	/** From here on nobody reads milliseconds. */
	private static final int LONG = 10 * SECOND;

	/** Decimals of what somebody types. */
	private static final int TYPED = 2;

	DashboardWords(MessageSource messages, PageClock clock) {
		super(messages, clock);
	}

	String number(Number number, int decimals, Locale locale) {
		return NumberText.exact(number, decimals, locale);
	}

	/** A score from 0 to 100. */
	@Nullable String score(@Nullable Double score, Locale locale) {
		return (score != null) ? number(score, 1, locale) : null;
	}

	/** A difference of scores, with its sign. */
	String signed(double difference, Locale locale) {
		String written = number(difference, 1, locale);
		return (difference > 0 && !written.equals(number(0, 1, locale))) ? "+" + written : written.replace('-', '−');
	}

	/** A score of people on the scale they answered on, from 1 to 5. */
	String outOfFive(double score, Locale locale) {
		return number(1 + score / POINTS_OF_STEP, 1, locale);
	}

	String percent(double share, Locale locale) {
		return NumberText.percent(share * 100, 0, locale);
	}

	/** A value of an indicator, as precise as it is worth. */
	String value(double value, Unit unit, Locale locale) {
		return switch (unit) {
			// What is not quite everything is never called so.
			case SHARE -> NumberText.percent((value < 100) ? Math.min(value, 99.99) : value, 2, locale);
			case MILLISECONDS -> (value < LONG) ? in(unit, number(value, 0, locale), locale)
					: say("quality.seconds", locale, number(value / SECOND, 0, locale));
			case MINUTES -> in(unit, number(value, 0, locale), locale);
			case DAYS -> in(unit, number(value, 1, locale), locale);
			case COUNT -> number(value, 2, locale);
		};
	}

	/** A value that somebody set, such as a target: as exact as it was typed. */
	String limit(double value, Unit unit, Locale locale) {
		return (unit == Unit.MILLISECONDS && value >= LONG)
				? say("quality.seconds", locale, NumberText.upTo(value / SECOND, TYPED, locale))
				: in(unit, NumberText.upTo(value, TYPED, locale), locale);
	}

	/** A number with its unit. */
	String in(Unit unit, String number, Locale locale) {
		return switch (unit) {
			case SHARE -> NumberText.percent(number, locale);
			case MILLISECONDS -> say("quality.milliseconds", locale, number);
			case MINUTES -> say("quality.minutes", locale, number);
			case DAYS -> say("quality.days", locale, number);
			case COUNT -> number;
		};
	}

	/** As a heading. */
	String heading(QualityDimension dimension, Locale locale) {
		return StringUtils.capitalize(dimension(dimension, locale));
	}

	/** Within a sentence. */
	String dimension(QualityDimension dimension, Locale locale) {
		return say("dashboard.dimension." + dimension.code(), locale);
	}

	String indicator(String id, Locale locale) {
		return say("quality.indicator." + id, locale);
	}

	static String name(Agency agency, Locale locale) {
		return agency.name(Language.of(locale));
	}

	String month(LocalDate day, Locale locale) {
		return month(YearMonth.from(day), locale);
	}

	String period(Period period, Locale locale) {
		return period.from().equals(period.to()) ? date(period.from(), locale)
				: say("dashboard.period", locale, date(period.from(), locale), date(period.to(), locale));
	}

}
