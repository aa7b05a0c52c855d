package id.tangerangkota.layanan.quality.evidence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a published number follows from its counts. Whole numbers only, rounded once. What
 * is made of other numbers and of scales follows in {@link Recount}.
 */
public enum Rule {

	/** The numerators added up. */
	SUM(0, RoundingMode.UNNECESSARY) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return counts.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(numerator(counts)));
		}

	},

	/** 100 x numerators / denominators. */
	SHARE(2, RoundingMode.HALF_UP) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts).multiply(HUNDRED), denominator(counts));
		}

	},

	/** The same, rounded down, so that 100 means without exception. */
	SHARE_DOWN(2, RoundingMode.DOWN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return SHARE.exactly(counts);
		}

	},

	/** The same, rounded, but to 99.99 at most where it is less than 100. */
	SHARE_BELOW_ALL(2, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return SHARE.exactly(counts);
		}

		@Override
		String round(BigDecimal exact) {
			return super.round((exact.compareTo(ALL) < 0) ? exact.min(NEARLY_ALL) : exact);
		}

	},

	/** Numerators for 30 days, of denominators in seconds. */
	RATE(2, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts).multiply(MONTH), denominator(counts));
		}

	},

	/** Numerators / denominators. */
	MEAN(3, RoundingMode.HALF_UP) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return quotient(numerator(counts), denominator(counts));
		}

	},

	/** The mean of answers from 1 to 5, from 0 to 100. */
	PERCEIVED(1, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			BigInteger answers = denominator(counts);
			return quotient(numerator(counts).subtract(answers).multiply(STEP), answers);
		}

	},

	/**
	 * The value half lie below: numerators are the upper ends of classes, denominators
	 * how many fell into each; a straight line within a class.
	 */
	HALF(0, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return percentile(counts, new BigDecimal("0.5"));
		}

	},

	/** The same of three of four. */
	THREE_OF_FOUR(0, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return percentile(counts, new BigDecimal("0.75"));
		}

	},

	/** The same, of classes whose ends are thousandths. */
	THREE_OF_FOUR_THOUSANDTHS(2, RoundingMode.HALF_EVEN) {

		@Override
		Optional<BigDecimal> exactly(List<Count> counts) {
			return THREE_OF_FOUR.exactly(counts).map((value) -> value.movePointLeft(3));
		}

	},

	/**
	 * The satisfaction survey (PermenPAN-RB 14/2017): the mean of each part, weighted
	 * with one by the number of parts, times 25. Counted from each value by itself and
	 * over one common denominator, otherwise than where it is published.
	 */
	SKM(2, RoundingMode.HALF_UP) {

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
			return quotient(points.multiply(BigInteger.valueOf(25)),
					common.multiply(BigInteger.valueOf(people.size())));
		}

	},

	/** The value of an indicator on its scale, in straight lines between its points. */
	SCALE(1, RoundingMode.HALF_EVEN),

	/** The scores of a dimension's indicators that have data, by their weights. */
	MEASURED(1, RoundingMode.HALF_EVEN),

	/** The weights that have data, of all in the dimension; in percent. */
	COVERAGE(0, RoundingMode.HALF_EVEN),

	/** What people say less what was measured. */
	GAP(1, RoundingMode.HALF_EVEN);

	/** Quotients are cut here; nothing published lies so close to a half. */
	static final MathContext EXACT = new MathContext(60, RoundingMode.DOWN);

	/** Pages compute some numbers in binary fractions, which are right so far. */
	private static final int SURE = 9;

	private static final BigInteger HUNDRED = BigInteger.valueOf(100);

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private static final BigDecimal NEARLY_ALL = new BigDecimal("99.99");

	private static final BigInteger STEP = BigInteger.valueOf(25);

	private static final BigInteger MONTH = BigInteger.valueOf(30L * 24 * 60 * 60);

	private final int decimals;

	private final RoundingMode rounding;

	Rule(int decimals, RoundingMode rounding) {
		this.decimals = decimals;
		this.rounding = rounding;
	}

	/** Not rounded; nothing without counts, or where all of them are empty. */
	Optional<BigDecimal> exactly(List<Count> counts) {
		return Optional.empty();
	}

	/** As it is published; nothing without counts, or where all of them are empty. */
	public Optional<String> apply(List<Count> counts) {
		return exactly(counts).map(this::round);
	}

	/** As it is published. */
	String round(BigDecimal exact) {
		BigDecimal value = (this.rounding == RoundingMode.HALF_EVEN) ? exact.setScale(SURE, RoundingMode.HALF_EVEN)
				: exact;
		return value.setScale(this.decimals, this.rounding).toPlainString();
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

	private static Optional<BigDecimal> quotient(BigInteger above, BigInteger below) {
		return (below.signum() == 0) ? Optional.empty()
				: Optional.of(new BigDecimal(above).divide(new BigDecimal(below), EXACT));
	}

	private static Optional<BigDecimal> percentile(List<Count> counts, BigDecimal part) {
		BigDecimal wanted = new BigDecimal(denominator(counts)).multiply(part);
		BigDecimal before = BigDecimal.ZERO;
		BigDecimal start = BigDecimal.ZERO;
		for (Count count : counts) {
			BigDecimal end = BigDecimal.valueOf(count.numerator());
			BigDecimal many = BigDecimal.valueOf(count.denominator());
			if (many.signum() > 0 && before.add(many).compareTo(wanted) >= 0) {
				BigDecimal beyond = end.subtract(start).multiply(wanted.subtract(before));
				return Optional.of(start.multiply(many).add(beyond).divide(many, EXACT));
			}
			before = before.add(many);
			start = end;
		}
		return Optional.empty();
	}

}
