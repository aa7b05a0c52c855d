package id.tangerangkota.layanan.web;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people write them in their language. */
public final class NumberText {

	private static final double ALL = 100;

	private NumberText() {
	}

	/** With exactly so many decimals. */
	public static String exact(Number number, int decimals, Locale locale) {
		return write(number, decimals, decimals, locale);
	}

	/** With at most so many decimals, none where they are zero. */
	public static String upTo(Number number, int decimals, Locale locale) {
		return write(number, 0, decimals, locale);
	}

	/**
	 * A share, of which 100 is everything, with exactly so many decimals; nothing and
	 * everything have none. It stays on one line.
	 */
	public static String percent(Number percent, int decimals, Locale locale) {
		double value = percent.doubleValue();
		return percent(exact(percent, (value == 0 || value == ALL) ? 0 : decimals, locale), locale);
	}

	/** A share whose number is written already. */
	public static String percent(String number, Locale locale) {
		return number + ((Language.of(locale) == Language.ENGLISH) ? "%" : "\u00a0%");
	}

	private static String write(Number number, int least, int most, Locale locale) {
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMinimumFractionDigits(least);
		format.setMaximumFractionDigits(most);
		String written = format.format(number);
		// What rounds to nothing has no sign.
		return written.matches("-0([.,]0*)?") ? written.substring(1) : written;
	}

}
