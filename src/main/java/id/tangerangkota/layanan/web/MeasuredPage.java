package id.tangerangkota.layanan.web;

import org.jspecify.annotations.Nullable;

/**
 * A page whose speed browsers tell, some of them: pages for everybody, by the pattern of
 * their address. Pages behind a sign-in are opened by too few to be counted without
 * counting people.
 *
 * @param route pattern of the address, such as {@code /layanan/{slug}}
 * @param sample one in how many views is told
 */
public record MeasuredPage(String route, int sample) {

	private static final String BEHIND_SIGN_IN = "/(?:admin|petugas|auditor|akun|gaya)(?:/.*)?";

	/** They load scripts of their own, and the budget has no room for one more. */
	private static final String STEP_OF_A_FORM = "/pengaduan/baru/.+";

	/** Whether pages of this pattern are measured. */
	public static boolean isMeasured(String pattern) {
		return !pattern.matches(BEHIND_SIGN_IN) && !pattern.matches(STEP_OF_A_FORM);
	}

	static @Nullable MeasuredPage of(@Nullable Object pattern, int sample) {
		return (sample > 0 && pattern != null && isMeasured(pattern.toString()))
				? new MeasuredPage(pattern.toString(), sample) : null;
	}

}
