package id.tangerangkota.layanan.quality;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was counted: whole numbers, so that the sum of days is exact. Where an indicator
 * needs a percentile, the counts of its classes of size come along, and are added one by
 * one.
 *
 * @param numerator in the indicator's own whole unit (such as seconds or cases)
 * @param denominator 0 when nothing was counted
 * @param classes how many fell into each class; null for indicators without
 */
public record Sum(long numerator, long denominator, long @Nullable [] classes) {

	public static final Sum NONE = new Sum(0, 0, null);

	public static Sum of(long numerator, long denominator) {
		return new Sum(numerator, denominator, null);
	}

	public Sum plus(Sum other) {
		return new Sum(Math.addExact(this.numerator, other.numerator),
				Math.addExact(this.denominator, other.denominator), add(this.classes, other.classes));
	}

	private static long @Nullable [] add(long @Nullable [] one, long @Nullable [] other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
		for (int i = 0; i < other.length; i++) {
			sum[i] = Math.addExact(sum[i], other[i]);
		}
		return sum;
	}

	public boolean isEmpty() {
		return this.denominator == 0;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Sum sum && this.numerator == sum.numerator && this.denominator == sum.denominator
				&& Arrays.equals(this.classes, sum.classes);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.numerator, this.denominator, Arrays.hashCode(this.classes));
	}

}
