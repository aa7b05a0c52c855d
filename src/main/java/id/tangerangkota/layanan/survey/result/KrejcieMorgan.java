package id.tangerangkota.layanan.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.springframework.util.Assert;

/**
 * How many people to ask so that a share is known within 5 %, at 95 % confidence (Krejcie
 * and Morgan 1970, with half of the people of one mind).
 */
final class KrejcieMorgan {

	/** Chi-square at one degree of freedom, as the authors' table uses it. */
	private static final BigDecimal CHI_SQUARE = new BigDecimal("3.841");

	private static final BigDecimal QUARTER = new BigDecimal("0.25");

	private static final BigDecimal ERROR_SQUARE = new BigDecimal("0.0025");

	private KrejcieMorgan() {
	}

	/** How many of a population. */
	static long needed(long population) {
		Assert.isTrue(population > 0, "Nobody to ask");
		BigDecimal size = BigDecimal.valueOf(population);
		BigDecimal chance = CHI_SQUARE.multiply(QUARTER);
		BigDecimal error = ERROR_SQUARE.multiply(size.subtract(BigDecimal.ONE));
		return size.multiply(chance).divide(error.add(chance), 0, RoundingMode.HALF_UP).longValueExact();
	}

}
