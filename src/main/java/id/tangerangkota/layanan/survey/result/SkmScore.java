package id.tangerangkota.layanan.survey.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.instrument.Item;
import org.jspecify.annotations.Nullable;

/**
 * The satisfaction survey of PermenPAN-RB 14/2017. Weights are exactly one by the number
 * of parts, as fractions; nothing is rounded before the converted value, which is rounded
 * once and then takes its band. Weights of 0.11 would make 99 of nothing but the best
 * answers.
 */
final class SkmScore {

	private static final BigInteger CONVERSION = BigInteger.valueOf(25);

	private static final int DECIMALS = 2;

	private static final int SHOWN_DECIMALS = 3;

	private SkmScore() {
	}

	static SkmResult of(int version, LocalDate since, List<Item> items, Tally tally, long needed) {
		List<SkmResult.Part> parts = new ArrayList<>();
		long[] sums = new long[items.size()];
		long[] counts = new long[items.size()];
		for (int item = 0; item < items.size(); item++) {
			sums[item] = tally.sum(item);
			counts[item] = tally.n(item);
			parts.add(part(items.get(item), counts[item], sums[item], tally.distribution(item)));
		}
		BigDecimal value = (tally.answers() < Figure.LEAST) ? null : converted(sums, counts);
		List<String> weakest = (value == null) ? List.of()
				: parts.stream()
					.filter((part) -> part.mean() != null)
					.sorted(Comparator.comparing(SkmScore::exact).thenComparing(SkmResult.Part::code))
					.map(SkmResult.Part::code)
					.toList();
		return new SkmResult(version, since, tally.answers(), needed, value, (value != null) ? SkmBand.of(value) : null,
				parts, weakest);
	}

	private static SkmResult.Part part(Item item, long n, long sum, List<Long> distribution) {
		if (n < Figure.LEAST) {
			return new SkmResult.Part(item.code(), item.text(), item.textEn(), n, null, null, null, List.of());
		}
		BigDecimal converted = Objects.requireNonNull(converted(new long[] { sum }, new long[] { n }));
		return new SkmResult.Part(item.code(), item.text(), item.textEn(), n, sum,
				BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(n), SHOWN_DECIMALS, RoundingMode.HALF_UP),
				SkmBand.of(converted), distribution);
	}

	private static BigDecimal exact(SkmResult.Part part) {
		return BigDecimal.valueOf(Objects.requireNonNull(part.sum()))
			.divide(BigDecimal.valueOf(part.n()), 20, RoundingMode.HALF_UP);
	}

	/**
	 * The converted value: the mean of the parts' means, times 25.
	 * @return null where somebody answered no part at all
	 */
	static @Nullable BigDecimal converted(long[] sums, long[] counts) {
		BigInteger numerator = BigInteger.ZERO;
		BigInteger denominator = BigInteger.ONE;
		for (int part = 0; part < sums.length; part++) {
			if (counts[part] == 0) {
				return null;
			}
			BigInteger count = BigInteger.valueOf(counts[part]);
			numerator = numerator.multiply(count).add(BigInteger.valueOf(sums[part]).multiply(denominator));
			denominator = denominator.multiply(count);
		}
		return new BigDecimal(numerator.multiply(CONVERSION)).divide(
				new BigDecimal(denominator.multiply(BigInteger.valueOf(sums.length))), DECIMALS, RoundingMode.HALF_UP);
	}

}
