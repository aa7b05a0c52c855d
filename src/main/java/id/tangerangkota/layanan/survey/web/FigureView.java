package id.tangerangkota.layanan.survey.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * A figure in words.
 *
 * @param mean null where nothing is told, and so is all that follows
 * @param note says why, or that there are few, null else
 * @param bars the distribution, from the worst value on
 */
record FigureView(String label, String n, @Nullable String mean, @Nullable String interval, @Nullable String score,
		@Nullable String topTwo, @Nullable String alpha, @Nullable String note, List<Bar> bars) {

	private static final int WIDTH = 200;

	/**
	 * A part of a stacked bar. Its pattern tells it apart without colour.
	 *
	 * @param step from 1, the worst value
	 * @param path from where to where
	 */
	record Bar(int step, String path, String label, long count) {
	}

	static FigureView of(String label, Figure figure, @Nullable Double alpha, Instrument instrument, SurveyWords words,
			Locale locale) {
		String n = words.number(figure.n(), 0, locale);
		Estimate estimate = figure.estimate();
		if (estimate == null) {
			return new FigureView(label, n, null, null, null, null, null,
					words.say((figure.n() < Figure.LEAST) ? "survey.figure.hidden" : "survey.figure.covered", locale),
					List.of());
		}
		return new FigureView(label, n, words.number(estimate.mean(), 2, locale),
				words.say("survey.figure.interval", locale, words.number(estimate.low(), 2, locale),
						words.number(estimate.high(), 2, locale)),
				words.number(estimate.score(instrument), 1, locale), words.percent(estimate.topTwo(), locale),
				(alpha != null) ? words.number(alpha, 2, locale) : null,
				estimate.few() ? words.say("survey.figure.few", locale) : null,
				bars(figure, instrument, words, locale));
	}

	private static List<Bar> bars(Figure figure, Instrument instrument, SurveyWords words, Locale locale) {
		long all = figure.distribution().stream().mapToLong(Long::longValue).sum();
		List<Bar> bars = new ArrayList<>();
		long before = 0;
		for (int value = 1; value <= figure.distribution().size(); value++) {
			long count = figure.distribution().get(value - 1);
			long left = before * WIDTH / all;
			long right = (before + count) * WIDTH / all;
			bars.add(new Bar(value, "M%d 12H%d".formatted(left, right), words.value(instrument, value, locale), count));
			before += count;
		}
		return bars;
	}

}
