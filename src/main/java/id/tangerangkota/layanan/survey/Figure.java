package id.tangerangkota.layanan.survey;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What people say in a dimension, or to one item.
 *
 * @param code of the dimension or item
 * @param n people who answered
 * @param estimate null below ten, of whom nothing is told, and where it would tell what
 * fewer than ten others say
 * @param distribution how often each value was given, from 1 on; empty without an
 * estimate
 */
public record Figure(String code, long n, @Nullable Estimate estimate, List<Long> distribution) {

	/** Fewer people show no figure. */
	public static final int LEAST = 10;

	/** Fewer people are marked. */
	public static final int ENOUGH = 30;

	/** Says nothing but how many people there are. */
	public Figure hidden() {
		return new Figure(this.code, this.n, null, List.of());
	}

}
