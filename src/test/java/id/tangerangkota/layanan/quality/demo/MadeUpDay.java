package id.tangerangkota.layanan.quality.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

/**
 * What would have been counted on a day so that an indicator gets a score. It knows
 * indicators only by the values they make of sums.
 *
 * @param ratio numerator for each of the denominator
 * @param classes as the database writes an array, null for indicators without
 */
record MadeUpDay(double ratio, int denominator, @Nullable String classes) {

	/** More classes than any indicator has. */
	private static final int MOST_CLASSES = 64;

	/** How answers spread around the class that is wanted, out of a hundred. */
	private static final int[] SPREAD = { 20, 35, 35, 10 };

	/** Where in them the class itself lies. */
	private static final int MIDDLE = 2;

	private static final int SECONDS_OF_DAY = 86_400;

	/** Values that grow so fast are about seconds. */
	private static final double FAST = 1000;

	static MadeUpDay of(Indicator indicator, Scale scale, double score, int denominator) {
		double value = value(scale, score);
		if (indicator.value(one(0)) != indicator.value(one(MOST_CLASSES - 1))) {
			return ofClasses(indicator, scale, value);
		}
		double each = indicator.value(Sum.of(1, 1));
		return new MadeUpDay(value / each, (each > FAST) ? SECONDS_OF_DAY : denominator, null);
	}

	private static Sum one(int place) {
		long[] classes = new long[MOST_CLASSES];
		classes[place] = 1;
		return new Sum(1, 1, classes);
	}

	/** Good are those that reach the target. */
	private static MadeUpDay ofClasses(Indicator indicator, Scale scale, double value) {
		long[] counts = classes(indicator, value);
		long good = 0;
		for (int place = 0; place < counts.length; place++) {
			if (scale.score(indicator.value(one(place))) >= scale.score(scale.target())) {
				good += counts[place];
			}
		}
		int all = Arrays.stream(SPREAD).sum();
		return new MadeUpDay((double) good / all, all,
				Arrays.stream(counts).mapToObj(String::valueOf).collect(Collectors.joining(",", "{", "}")));
	}

	private static long[] classes(Indicator indicator, double value) {
		int wanted = 0;
		while (wanted < MOST_CLASSES - MIDDLE && indicator.value(one(wanted)) < value) {
			wanted++;
		}
		// Beyond the last class nothing is counted.
		int last = wanted;
		while (last < MOST_CLASSES - 1 && indicator.value(one(last + 1)) > indicator.value(one(last))) {
			last++;
		}
		long[] counts = new long[last + 1];
		for (int part = 0; part < SPREAD.length; part++) {
			counts[Math.clamp(wanted + part - (long) MIDDLE, 0, last)] += SPREAD[part];
		}
		return counts;
	}

	/** The value that gets a score, or the nearest there is. */
	static double value(Scale scale, double score) {
		List<Point> points = scale.points();
		Point nearest = points.getFirst();
		for (int place = 0; place < points.size(); place++) {
			Point point = points.get(place);
			if (Math.abs(point.score() - score) < Math.abs(nearest.score() - score)) {
				nearest = point;
			}
			if (place > 0) {
				Point before = points.get(place - 1);
				double part = (score - before.score()) / (point.score() - before.score());
				if (part >= 0 && part <= 1) {
					return before.value() + part * (point.value() - before.value());
				}
			}
		}
		return nearest.value();
	}

}
