package id.tangerangkota.layanan.quality;

import java.util.List;
import java.util.Objects;

/** How the sum of an indicator becomes the value that people read. */
public sealed interface Reading {

	/** In percent. */
	Reading SHARE = new Share();

	/** Of a sum that is not empty. */
	double of(Sum sum);

	/** Numerators in percent of denominators. */
	record Share() implements Reading {

		private static final double PERCENT = 100;

		@Override
		public double of(Sum sum) {
			return PERCENT * sum.numerator() / sum.denominator();
		}

	}

	/**
	 * Numerators for so many denominators.
	 *
	 * @param each in the denominator's whole unit
	 */
	record Rate(long each) implements Reading {

		@Override
		public double of(Sum sum) {
			return (double) sum.numerator() / sum.denominator() * this.each;
		}

	}

	/**
	 * The value below which a part of what was counted lies, between the ends of its
	 * class in a straight line.
	 *
	 * @param ends the upper end of each class, rising; what is beyond the last counts as
	 * the last
	 * @param unit how many of theirs are one of the unit that people read
	 */
	record Percentile(Part part, List<Long> ends, long unit) implements Reading {

		public Percentile {
			ends = List.copyOf(ends);
		}

		@Override
		public double of(Sum sum) {
			long[] classes = Objects.requireNonNull(sum.classes(), "An indicator with classes");
			long all = 0;
			for (long count : classes) {
				all += count;
			}
			double wanted = this.part.share * all;
			double before = 0;
			for (int i = 0; i < classes.length && i < this.ends.size(); i++) {
				if (classes[i] > 0 && before + classes[i] >= wanted) {
					double start = (i > 0) ? this.ends.get(i - 1) : 0;
					return (start + (this.ends.get(i) - start) * (wanted - before) / classes[i]) / this.unit;
				}
				before += classes[i];
			}
			return (double) this.ends.getLast() / this.unit;
		}

	}

	/** How many lie below. */
	enum Part {

		HALF(0.5), THREE_OF_FOUR(0.75);

		private final double share;

		Part(double share) {
			this.share = share;
		}

	}

}
