package id.tangerangkota.layanan.quality.indicator;

import java.util.Objects;

import id.tangerangkota.layanan.quality.Sum;

/** How sums become values that people read. */
public final class Values {

	private static final double PERCENT = 100;

	private Values() {
	}

	/** In percent. */
	public static double share(Sum sum) {
		return PERCENT * sum.numerator() / sum.denominator();
	}

	public static double mean(Sum sum) {
		return (double) sum.numerator() / sum.denominator();
	}

	/**
	 * The value below which a share of what was counted lies, between the ends of its
	 * class in a straight line.
	 * @param ends the upper end of each class, rising; what is beyond the last counts as
	 * the last
	 */
	public static double percentile(Sum sum, double share, double[] ends) {
		long[] classes = Objects.requireNonNull(sum.classes(), "An indicator with classes");
		long all = 0;
		for (long count : classes) {
			all += count;
		}
		double wanted = share * all;
		double before = 0;
		for (int i = 0; i < classes.length && i < ends.length; i++) {
			if (classes[i] > 0 && before + classes[i] >= wanted) {
				double start = (i > 0) ? ends[i - 1] : 0;
				return start + (ends[i] - start) * (wanted - before) / classes[i];
			}
			before += classes[i];
		}
		return ends[ends.length - 1];
	}

}
