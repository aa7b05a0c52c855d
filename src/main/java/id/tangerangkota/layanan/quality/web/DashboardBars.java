package id.tangerangkota.layanan.quality.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import org.jspecify.annotations.Nullable;

/**
 * Measurement and opinion of each dimension as bars below each other.
 *
 * @param rows a dimension each
 */
record DashboardBars(int width, int height, List<Row> rows) {

	private static final int WIDTH = 720;

	private static final int ROW = 104;

	/** Right of it stands the number, where there is one. */
	private static final int LONGEST = 600;

	private static final int NUMBER = 612;

	private static final int LABEL = 26;

	private static final int MEASURED = 46;

	private static final int PERCEIVED = 76;

	private static final int SERIF = 7;

	private static final int BASELINE = 8;

	/**
	 * A dimension.
	 *
	 * @param measured path of the bar, null without data
	 * @param perceived path of the bar, null without a figure
	 * @param measuredX where its text begins: without a bar, where that would
	 * @param whisker path of its confidence interval
	 * @param perceivedX as measuredX
	 */
	record Row(String label, int labelY, @Nullable String measured, String measuredText, int measuredX, int measuredY,
			@Nullable String perceived, @Nullable String whisker, String perceivedText, int perceivedX,
			int perceivedY) {
	}

	static DashboardBars of(Card card, DashboardWords words, Locale locale) {
		List<Row> rows = new ArrayList<>();
		String none = words.say("dashboard.none.short", locale);
		card.dimensions()
			.values()
			.forEach((dimension) -> rows.add(row(dimension, rows.size() * ROW, none, words, locale)));
		return new DashboardBars(WIDTH, rows.size() * ROW, rows);
	}

	private static Row row(Dimension dimension, int top, String none, DashboardWords words, Locale locale) {
		Double measured = dimension.measured();
		Perceived said = dimension.perceived();
		Double perceived = said.score();
		return new Row(words.heading(dimension.dimension(), locale), top + LABEL,
				(measured != null) ? bar(measured, top + MEASURED) : null,
				(measured != null) ? words.number(measured, 1, locale) : none, (measured != null) ? NUMBER : 0,
				top + MEASURED + BASELINE, (perceived != null) ? bar(perceived, top + PERCEIVED) : null,
				(said.low() != null && said.high() != null) ? whisker(said.low(), said.high(), top + PERCEIVED) : null,
				(perceived != null) ? words.number(perceived, 1, locale) : none, (perceived != null) ? NUMBER : 0,
				top + PERCEIVED + BASELINE);
	}

	private static String bar(double score, int y) {
		return "M0 %dH%d".formatted(y, x(score));
	}

	private static String whisker(double low, double high, int y) {
		return "M%d %dH%dM%d %dv%dM%d %dv%d".formatted(x(low), y, x(high), x(low), y - SERIF, 2 * SERIF, x(high),
				y - SERIF, 2 * SERIF);
	}

	private static int x(double score) {
		return (int) Math.round(score * LONGEST / 100);
	}

}
