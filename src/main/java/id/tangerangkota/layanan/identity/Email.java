package id.tangerangkota.layanan.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, in form only: whether it is there and whose it is, a link sent there
 * shows.
 *
 * @param value at most 254 characters, as RFC 5321 allows
 */
public record Email(String value) {

	private static final int LONGEST = 254;

	private static final Pattern FORM = Pattern
		.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
				+ "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

	public Email {
		if (!isValid(value)) {
			throw new IllegalArgumentException("Not an e-mail address");
		}
	}

	public static boolean isValid(String value) {
		return value.length() <= LONGEST && FORM.matcher(value).matches();
	}

	/** Nobody means two people by capital and small letters. */
	String folded() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	/**
	 * What the tries with an address are counted by, also one of wrong form: what stands
	 * behind a plus reaches the same mailbox.
	 */
	public static String mailbox(String address) {
		return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
	}

	/** As it may be shown to its owner on a screen others see: {@code s•••@gmail.com}. */
	public String masked() {
		return this.value.charAt(0) + "•••" + this.value.substring(this.value.indexOf('@'));
	}

	@Override
	public String toString() {
		return masked();
	}

}
