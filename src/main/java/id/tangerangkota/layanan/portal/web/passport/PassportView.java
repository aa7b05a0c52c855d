package id.tangerangkota.layanan.portal.web.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.SkmResult;
import org.jspecify.annotations.Nullable;

/**
 * A passport in words. What is null is not known, and the page says so.
 *
 * @param span the days it speaks of
 * @param watchedYear how much of the year anybody knows about
 * @param medianDays with how many answers it is made of; null below ten
 * @param said of what time the survey and the dimensions are
 * @param unverified whether nobody has verified the address the figures are of
 * @param sample how many answered the satisfaction survey, and how many it takes
 */
record PassportView(String span, @Nullable String uptimeMonth, String watchedMonth, @Nullable String uptimeYear,
		String watchedYear, String openReports, @Nullable String medianDays, @Nullable String skm, String sample,
		String said, boolean unverified, List<Row> dimensions) {

	/**
	 * A dimension: what people say beside what was measured.
	 *
	 * @param note how many answered, and between what the true value lies
	 * @param score the same as a number for a picture
	 * @param coverage of the weights that have data
	 */
	record Row(String name, @Nullable String perceived, String note, @Nullable Long perceivedScore,
			@Nullable String measured, @Nullable Long measuredScore, String coverage, @Nullable String gap) {
	}

	static PassportView of(Passport passport, PassportWords words, Locale locale) {
		Double median = passport.medianDays();
		SkmResult skm = passport.skm();
		List<Row> rows = new ArrayList<>();
		for (QualityDimension dimension : QualityDimension.values()) {
			Dimension found = passport.card().dimensions().get(dimension);
			if (found != null) {
				rows.add(row(found, words, locale));
			}
		}
		return new PassportView(
				words.say("passport.span", locale, words.date(passport.from(), locale),
						words.date(passport.to(), locale)),
				words.percent(passport.month(), locale), words.watched(passport.month(), locale),
				words.percent(passport.year(), locale), words.watched(passport.year(), locale),
				words.number(passport.openReports(), 0, locale),
				(median != null) ? words.say("passport.answer.days", locale, words.number(median, 1, locale),
						passport.complaints().answered()) : null,
				words.skm(skm, locale),
				(skm != null) ? words.say("passport.skm.sample", locale, skm.respondents(), skm.needed())
						: words.say("passport.skm.nobody", locale),
				said(passport.said(), words, locale), passport.isUnverified(), rows);
	}

	private static String said(OpinionYear said, PassportWords words, Locale locale) {
		return words.say(said.running() ? "passport.said.running" : "passport.said", locale,
				words.date(said.days().first(), locale), words.date(said.days().last(), locale));
	}

	private static Row row(Dimension dimension, PassportWords words, Locale locale) {
		Perceived said = dimension.perceived();
		Double score = said.score();
		Double measured = dimension.measured();
		return new Row(words.say("survey.dimension." + dimension.dimension(), locale),
				(score != null) ? words.number(score, 1, locale) : null, note(said, words, locale),
				(score != null) ? Math.round(score) : null,
				(measured != null) ? words.number(measured, 1, locale) : null,
				(measured != null) ? Math.round(measured) : null,
				words.say("passport.coverage", locale, words.number(Math.round(dimension.coverage() * 100), 0, locale)),
				words.signed(dimension.gap(), locale));
	}

	private static String note(Perceived said, PassportWords words, Locale locale) {
		String sample = (said.needed() != null) ? words.say("passport.sample", locale, said.n(), said.needed())
				: words.say("passport.answers", locale, said.n());
		return (said.low() != null && said.high() != null) ? words.say("passport.interval", locale, sample,
				words.number(said.low(), 1, locale), words.number(said.high(), 1, locale)) : sample;
	}

}
