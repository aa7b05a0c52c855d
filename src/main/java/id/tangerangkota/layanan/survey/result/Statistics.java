package id.tangerangkota.layanan.survey.result;

import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What sums tell. People answer only some of the items, so:
 * <ul>
 * <li>an item's mean and interval are those of the people who answered it;
 * <li>a dimension's mean is the quotient of all points and all answered items in it. A
 * person gives several of these at once, so its variance is that of a quotient of two
 * sums over people (linearised), with as many degrees of freedom as people less one;
 * <li>alpha takes each variance from whoever answered the item and each covariance from
 * whoever answered both.
 * </ul>
 */
final class Statistics {

	/** Fewer people who answered both show no alpha. */
	static final int LEAST_PAIRS = 30;

	private static final double CONFIDENCE = 0.95;

	private Statistics() {
	}

	/** An item's figure. */
	static Figure item(Tally tally, int item, String code) {
		long n = tally.n(item);
		if (n < Figure.LEAST) {
			return new Figure(code, n, null, List.of());
		}
		double mean = (double) tally.sum(item) / n;
		double error = Math.sqrt(variance(n, tally.sum(item), tally.squares(item)) / n);
		List<Long> counts = tally.distribution(item);
		return new Figure(code, n, estimate(n, mean, error, counts), counts);
	}

	/** All dimensions, with alpha. */
	static List<DimensionFigure> dimensions(Tally tally) {
		List<DimensionFigure> figures = new ArrayList<>();
		for (int dimension = 0; dimension < tally.layout().dimensions().size(); dimension++) {
			long pairs = pairs(tally, dimension);
			figures.add(new DimensionFigure(dimension(tally, dimension),
					(pairs >= LEAST_PAIRS) ? alpha(tally, dimension) : null, pairs));
		}
		return List.copyOf(figures);
	}

	/** All dimensions without alpha. */
	static List<Figure> figures(Tally tally) {
		List<Figure> figures = new ArrayList<>();
		for (int dimension = 0; dimension < tally.layout().dimensions().size(); dimension++) {
			figures.add(dimension(tally, dimension));
		}
		return List.copyOf(figures);
	}

	private static Figure dimension(Tally tally, int dimension) {
		String code = tally.layout().dimensions().get(dimension);
		long n = tally.dimension(dimension, 0);
		if (n < Figure.LEAST) {
			return new Figure(code, n, null, List.of());
		}
		double answered = tally.dimension(dimension, 1);
		double mean = tally.dimension(dimension, 2) / answered;
		double residuals = tally.dimension(dimension, 3) - 2 * mean * tally.dimension(dimension, 4)
				+ mean * mean * tally.dimension(dimension, 5);
		double error = Math.sqrt(Math.max(0, residuals) / (n - 1) * n) / answered;
		List<Long> counts = new ArrayList<>();
		for (int value = 1; value <= tally.layout().values(); value++) {
			long count = 0;
			for (int item : tally.layout().itemsOf(dimension)) {
				count += tally.count(item, value);
			}
			counts.add(count);
		}
		return new Figure(code, n, estimate(n, mean, error, counts), List.copyOf(counts));
	}

	private static Estimate estimate(long n, double mean, double error, List<Long> counts) {
		double half = StudentT.twoSided(CONFIDENCE, n - 1) * error;
		long all = counts.stream().mapToLong(Long::longValue).sum();
		long best = counts.getLast() + counts.get(counts.size() - 2);
		return new Estimate(mean, Math.max(1, mean - half), Math.min(counts.size(), mean + half), (double) best / all,
				n < Figure.ENOUGH);
	}

	/** Of a sample; whole numbers until the last step. */
	private static double variance(long n, long sum, long squares) {
		return (double) Math.max(0, n * squares - sum * sum) / ((double) n * (n - 1));
	}

	/** People who answered the rarest pair; 0 where there is none. */
	private static long pairs(Tally tally, int dimension) {
		long least = Long.MAX_VALUE;
		for (int pair = 0; pair < tally.layout().pairs().size(); pair++) {
			if (tally.layout().pairs().get(pair).dimension() == dimension) {
				least = Math.min(least, tally.pair(pair, 0));
			}
		}
		return (least == Long.MAX_VALUE) ? 0 : least;
	}

	/** Null where nothing varies. */
	static @Nullable Double alpha(Tally tally, int dimension) {
		List<Integer> items = tally.layout().itemsOf(dimension);
		double variances = 0;
		for (int item : items) {
			variances += variance(tally.n(item), tally.sum(item), tally.squares(item));
		}
		double covariances = 0;
		for (int pair = 0; pair < tally.layout().pairs().size(); pair++) {
			if (tally.layout().pairs().get(pair).dimension() == dimension) {
				long n = tally.pair(pair, 0);
				covariances += (double) (n * tally.pair(pair, 3) - tally.pair(pair, 1) * tally.pair(pair, 2))
						/ ((double) n * (n - 1));
			}
		}
		double whole = variances + 2 * covariances;
		return (whole <= 0) ? null : items.size() / (items.size() - 1.0) * (1 - variances / whole);
	}

}
