package id.tangerangkota.layanan.complaint;

import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

import org.springframework.util.Assert;

/**
 * The secret that opens a complaint without an account, such as {@code K7QF-3M9X-TB2D}:
 * 60 bits in letters and digits that cannot be mistaken for each other (Crockford's base
 * 32). It is stored sealed only.
 */
public record TrackingCode(String value) {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 12;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	public TrackingCode {
		Assert.isTrue(value.length() == LENGTH && value.chars().allMatch((c) -> ALPHABET.indexOf(c) >= 0),
				"Not a tracking code");
	}

	public static TrackingCode random() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return new TrackingCode(code.toString());
	}

	/** Reads a code as people type it; O is read as 0, I and L as 1. */
	public static Optional<TrackingCode> parse(String typed) {
		String plain = typed.strip()
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\u2010-\u2015-]+", "")
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
		boolean valid = plain.length() == LENGTH && plain.chars().allMatch((c) -> ALPHABET.indexOf(c) >= 0);
		return valid ? Optional.of(new TrackingCode(plain)) : Optional.empty();
	}

	/** Takes as long for a wrong code as for the right one. */
	public boolean matches(TrackingCode other) {
		return MessageDigest.isEqual(this.value.getBytes(StandardCharsets.US_ASCII),
				other.value.getBytes(StandardCharsets.US_ASCII));
	}

	/** In groups, as it is printed and read out. */
	public String grouped() {
		return String.join("-", this.value.substring(0, GROUP), this.value.substring(GROUP, 2 * GROUP),
				this.value.substring(2 * GROUP));
	}

	/** Not the code: it must not get into a log. */
	@Override
	public String toString() {
		return "TrackingCode";
	}

}
