package id.tangerangkota.layanan.survey.result;

import org.springframework.util.Assert;

/** Student's t distribution. */
final class StudentT {

	private static final double PRECISION = 1e-12;

	private static final int MOST_STEPS = 5_000;

	private static final double TINY = 1e-300;

	private StudentT() {
	}

	/**
	 * The value that lies within ±t with a probability.
	 * @param within such as 0.95
	 * @param degrees of freedom, at least 1
	 */
	static double twoSided(double within, long degrees) {
		Assert.isTrue(degrees >= 1 && within > 0 && within < 1, "Not a probability, or no freedom");
		double outside = 1 - within;
		double low = 0;
		double high = 1;
		while (outside(high, degrees) > outside) {
			high *= 2;
		}
		while (high - low > PRECISION * high) {
			double middle = (low + high) / 2;
			if (outside(middle, degrees) > outside) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return (low + high) / 2;
	}

	/** The probability of a value beyond ±t: an incomplete beta function. */
	private static double outside(double t, long degrees) {
		return beta(degrees / (degrees + t * t), degrees / 2.0, 0.5);
	}

	/** The regularised incomplete beta function (continued fraction, after Lentz). */
	private static double beta(double x, double a, double b) {
		if (x <= 0 || x >= 1) {
			return (x <= 0) ? 0 : 1;
		}
		if (x > (a + 1) / (a + b + 2)) {
			return 1 - beta(1 - x, b, a);
		}
		double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
				/ a;
		double f = 1;
		double c = 1;
		double d = 0;
		for (int step = 0; step <= MOST_STEPS; step++) {
			int m = step / 2;
			double numerator;
			if (step == 0) {
				numerator = 1;
			}
			else if (step % 2 == 0) {
				numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
			}
			else {
				numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
			}
			d = 1 / away(1 + numerator * d);
			c = away(1 + numerator / c);
			f *= c * d;
			if (Math.abs(1 - c * d) < 1e-15) {
				break;
			}
		}
		return front * (f - 1);
	}

	private static double away(double value) {
		return (Math.abs(value) < TINY) ? TINY : value;
	}

	/** Stirling's series, where it is exact to the last digits. */
	private static double logGamma(double z) {
		double shift = 0;
		double x = z;
		while (x < 15) {
			shift -= Math.log(x);
			x++;
		}
		double square = x * x;
		return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI)
				+ (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / (1680.0 * square)) / square) / square) / x;
	}

}
