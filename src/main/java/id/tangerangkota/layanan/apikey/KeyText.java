package id.tangerangkota.layanan.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its bearer has it, such as {@code lkt-7k2mdxq4-…}. The name in front lets
 * scanners find keys that got into public code; the next part is shown again so that
 * people can tell keys apart; the rest is 158 random bits.
 */
record KeyText(String prefix, String value) {

	private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

	private static final int PREFIX = 8;

	private static final int SECRET = 32;

	private static final Pattern FORM = Pattern
		.compile("lkt-([" + SIGNS + "]{" + PREFIX + "})-[" + SIGNS + "]{" + SECRET + "}");

	static KeyText random(SecureRandom random) {
		String prefix = signs(random, PREFIX);
		return new KeyText(prefix, "lkt-" + prefix + "-" + signs(random, SECRET));
	}

	/** Nothing for what cannot be a key. */
	static Optional<KeyText> parse(String presented) {
		Matcher matcher = FORM.matcher(presented);
		return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), presented)) : Optional.empty();
	}

	private static String signs(SecureRandom random, int number) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < number; i++) {
			text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		}
		return text.toString();
	}

	byte[] bytes() {
		return this.value.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public String toString() {
		return "KeyText[" + this.prefix + "]";
	}

}
