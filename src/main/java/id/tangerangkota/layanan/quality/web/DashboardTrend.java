package id.tangerangkota.layanan.quality.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;

import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Scorecard.Perceived;
import id.tangerangkota.layanan.web.Plot;
import org.jspecify.annotations.Nullable;

/**
 * A dimension over the parts of a period: what was measured and what people said, as two
 * lines. A part without a figure interrupts its line; other words of the questions
 * interrupt that of opinion, other scales that of the measurement.
 *
 * @param measured path of the line of the measurement
 * @param perceived path of the line of opinion
 * @param whiskers paths of its confidence intervals
 */
record DashboardTrend(int width, int height, List<Plot.Grid> grid, String measured, String perceived, String whiskers) {

	/** Scores go from 0 to 100. */
	private static final Plot PLOT = new Plot(100);

	/** Half as wide as the end of an interval. */
	private static final int SERIF = 4;

	static DashboardTrend of(List<Card> parts, QualityDimension dimension) {
		List<Dimension> figures = parts.stream()
			.map((card) -> Objects.requireNonNull(card.dimensions().get(dimension)))
			.toList();
		ScaleBreaks scales = new ScaleBreaks(parts);
		return new DashboardTrend(Plot.WIDTH, Plot.HEIGHT, PLOT.grid(),
				line(figures, Dimension::measured, (part) -> !scales.at(part, dimension)),
				line(figures, (one) -> one.perceived().score(),
						(part) -> figures.get(part).perceived().isInWordsOf(figures.get(part - 1).perceived())),
				whiskers(figures));
	}

	/** In the middle of each part. */
	static int x(int part, int parts) {
		return Plot.x((part + 0.5) / parts);
	}

	private static String line(List<Dimension> parts, Function<Dimension, @Nullable Double> value,
			IntPredicate likeBefore) {
		StringBuilder path = new StringBuilder();
		boolean before = false;
		for (int part = 0; part < parts.size(); part++) {
			Double score = value.apply(parts.get(part));
			if (score != null) {
				boolean joined = before && likeBefore.test(part);
				path.append(joined ? 'L' : 'M').append(x(part, parts.size())).append(' ').append(PLOT.y(score));
				if (!joined) {
					// A lone part is a dot, not nothing.
					path.append("h2");
				}
			}
			before = score != null;
		}
		return path.toString();
	}

	private static String whiskers(List<Dimension> parts) {
		StringBuilder path = new StringBuilder();
		for (int part = 0; part < parts.size(); part++) {
			Perceived said = parts.get(part).perceived();
			if (said.low() != null && said.high() != null) {
				int x = x(part, parts.size());
				path.append("M%d %dV%d".formatted(x, PLOT.y(said.low()), PLOT.y(said.high())))
					.append("M%d %dh%d".formatted(x - SERIF, PLOT.y(said.low()), 2 * SERIF))
					.append("M%d %dh%d".formatted(x - SERIF, PLOT.y(said.high()), 2 * SERIF));
			}
		}
		return path.toString();
	}

}
