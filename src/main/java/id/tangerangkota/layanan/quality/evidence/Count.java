package id.tangerangkota.layanan.quality.evidence;

/**
 * One raw count.
 *
 * @param figure what it is a count for, such as {@code skm}
 * @param subject whom the published number is about: the city ({@code kota}), the code of
 * an agency, the slug of a service
 * @param part which part of the number it is, such as a service, an agency or a day
 */
public record Count(String figure, String subject, String part, long numerator, long denominator) {

	private static final String VALUE = "-nilai-";

	/** How often a value was given to an item. */
	static Count given(String figure, String subject, String item, int value, long many) {
		return new Count(figure, subject, value(item, value), value * many, many);
	}

	/** The part that counts a value of an item. */
	static String value(String item, int value) {
		return item + VALUE + value;
	}

	/** The item a value was given to; the part itself where it counts no value. */
	String item() {
		int end = this.part.indexOf(VALUE);
		return (end < 0) ? this.part : this.part.substring(0, end);
	}

}
