package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a published number follows from its counts. Whole numbers only, rounded once. */
public enum Rule {

	/** The numerators added up. */
	SUM {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return Optional.of(new BigDecimal(numerator(counts)));
		}

	},

	/** 100 x numerators / denominators. */
	SHARE {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts).multiply(HUNDRED), denominator(counts), 2, RoundingMode.HALF_UP);
		}

	},

	/** The same, rounded down, so that 100 means without exception. */
	SHARE_DOWN {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts).multiply(HUNDRED), denominator(counts), 2, RoundingMode.DOWN);
		}

	},

	/** Numerators / denominators. */
	MEAN {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts), denominator(counts), 3, RoundingMode.HALF_UP);
		}

	},

	/**
	 * The value three of four lie below: numerators are the upper ends of classes,
	 * denominators how many fell into each; a straight line within a class.
	 */
	THREE_OF_FOUR {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			BigDecimal wanted = new BigDecimal(denominator(counts)).multiply(new BigDecimal("0.75"));
			BigDecimal before = BigDecimal.ZERO;
			BigDecimal start = BigDecimal.ZERO;
			for (Count count : counts) {
				BigDecimal end = BigDecimal.valueOf(count.numerator());
				BigDecimal many = BigDecimal.valueOf(count.denominator());
				if (many.signum() > 0 && before.add(many).compareTo(wanted) >= 0) {
					BigDecimal beyond = end.subtract(start).multiply(wanted.subtract(before));
					return Optional.of(start.multiply(many).add(beyond).divide(many, 0, RoundingMode.HALF_UP));
				}
				before = before.add(many);
				start = end;
			}
			return Optional.empty();
		}

	},

	/**
	 * The satisfaction survey (PermenPAN-RB 14/2017): the mean of each part, weighted
	 * with one by the number of parts, times 25. Counted from each value by itself and
	 * over one common denominator, otherwise than where it is published.
	 */
	SKM {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			Map<String, BigInteger> people = new HashMap<>();
			for (Count count : counts) {
				people.merge(count.item(), BigInteger.valueOf(count.denominator()), BigInteger::add);
			}
			BigInteger common = BigInteger.ONE;
			for (BigInteger many : people.values()) {
				if (many.signum() <= 0) {
					return Optional.empty();
				}
				common = common.divide(common.gcd(many)).multiply(many);
			}
			BigInteger points = BigInteger.ZERO;
			for (Count count : counts) {
				BigInteger weight = common.divide(Objects.requireNonNull(people.get(count.item())));
				points = points.add(weight.multiply(BigInteger.valueOf(count.numerator())));
			}
			return quotient(points.multiply(BigInteger.valueOf(25)), common.multiply(BigInteger.valueOf(people.size())),
					2, RoundingMode.HALF_UP);
		}

	};

	private static final BigInteger HUNDRED = BigInteger.valueOf(100);

	abstract Optional<BigDecimal> exactly(List<Count> counts);

	/** As it is published; nothing without counts, or where all of them are empty. */
	public Optional<String> apply(List<Count> counts) {
		return counts.isEmpty() ? Optional.empty() : exactly(counts).map(BigDecimal::toPlainString);
	}

	private static BigInteger numerator(List<Count> counts) {
		return counts.stream()
			.map((count) -> BigInteger.valueOf(count.numerator()))
			.reduce(BigInteger.ZERO, BigInteger::add);
	}

	private static BigInteger denominator(List<Count> counts) {
		return counts.stream()
			.map((count) -> BigInteger.valueOf(count.denominator()))
			.reduce(BigInteger.ZERO, BigInteger::add);
	}

	private static Optional<BigDecimal> quotient(BigInteger above, BigInteger below, int decimals,
			RoundingMode rounding) {
		return (below.signum() == 0) ? Optional.empty()
				: Optional.of(new BigDecimal(above).divide(new BigDecimal(below), decimals, rounding));
	}

}
