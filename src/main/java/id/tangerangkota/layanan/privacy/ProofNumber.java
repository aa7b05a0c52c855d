package id.tangerangkota.layanan.privacy;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a proof, such as {@code 7K2MD-XQ4TB-H9WRA-3NEFC}. Whoever has it can see
 * the proof, which names no person; its 99 random bits cannot be guessed.
 */
public record ProofNumber(String value) {

	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int GROUPS = 4;

	private static final int GROUP = 5;

	private static final Pattern FORM = Pattern
		.compile("[" + SIGNS + "]{" + GROUP + "}(?:-[" + SIGNS + "]{" + GROUP + "}){" + (GROUPS - 1) + "}");

	public ProofNumber {
		if (!isValid(value)) {
			throw new IllegalArgumentException("Not the number of a proof");
		}
	}

	public static boolean isValid(String text) {
		return FORM.matcher(text).matches();
	}

	/** Reads a number copied from paper, with small letters too. */
	public static ProofNumber parse(String text) {
		return new ProofNumber(text.strip().toUpperCase(Locale.ROOT));
	}

	static ProofNumber random(SecureRandom random) {
		StringBuilder number = new StringBuilder();
		for (int i = 0; i < GROUPS * GROUP; i++) {
			if (i > 0 && i % GROUP == 0) {
				number.append('-');
			}
			number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		}
		return new ProofNumber(number.toString());
	}

	@Override
	public String toString() {
		return this.value;
	}

}
