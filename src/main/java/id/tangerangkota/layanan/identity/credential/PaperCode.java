package id.tangerangkota.layanan.identity.credential;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes for paper, in groups of four signs that nobody confuses: {@code K7XM-92PQ-4HWT}.
 * A sign holds almost 5 bits.
 */
public final class PaperCode {

	/** 59 bits, keyed hashes and a throttle in front of them. */
	public static final int RECOVERY_GROUPS = 3;

	/** 79 bits. */
	public static final int COUNTER_GROUPS = 4;

	private static final int GROUP = 4;

	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private PaperCode() {
	}

	public static String random(SecureRandom random, int groups) {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < groups * GROUP; i++) {
			if (i > 0 && i % GROUP == 0) {
				code.append('-');
			}
			code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
		}
		return code.toString();
	}

	/**
	 * As it was printed, from what somebody typed: with small letters, without hyphens.
	 */
	public static String normal(String typed) {
		StringBuilder code = new StringBuilder();
		for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
			if (SIGNS.indexOf(c) >= 0) {
				if (code.length() % (GROUP + 1) == GROUP) {
					code.append('-');
				}
				code.append(c);
			}
		}
		return code.toString();
	}

}
