package id.tangerangkota.layanan.privacy;

import id.tangerangkota.layanan.web.SixteenDigits;

/**
 * Words without the NIK that people write into them although nobody needs it there.
 *
 * @param masked whether something was taken out
 */
public record MaskedText(String text, boolean masked) {

	public static MaskedText of(String typed) {
		return new MaskedText(SixteenDigits.mask(typed), SixteenDigits.isIn(typed));
	}

	/** Without the words, which belong into no log. */
	@Override
	public String toString() {
		return "MaskedText[]";
	}

}
