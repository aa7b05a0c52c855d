package id.tangerangkota.layanan.complaint;

import java.text.Normalizer;
import java.util.Set;

import id.tangerangkota.layanan.web.SixteenDigits;

/**
 * Makes what people typed safe to keep and to show: without characters nobody sees, which
 * can turn the order of letters around or hide a word, and without the NIK people write
 * although nobody needs it. What is left may be blank.
 */
public final class CleanText {

	private static final int ZERO_WIDTH_JOINER = 0x200d;

	private static final int VARIATION_SELECTOR = 0xfe0f;

	/** Letters and marks that are drawn as nothing. */
	private static final Set<Integer> BLANKS = Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

	private CleanText() {
	}

	/** One line: any white space is one space. */
	public static String line(String typed) {
		return SixteenDigits.mask(visible(typed).replaceAll("\\s+", " ").strip());
	}

	/** Several lines: at most one of them empty between two others. */
	public static String of(String typed) {
		String lines = visible(typed).replaceAll("[\\t ]+\\n", "\n").replaceAll("\\n{3,}", "\n\n");
		return SixteenDigits.mask(lines.strip());
	}

	private static String visible(String typed) {
		String text = Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC);
		StringBuilder visible = new StringBuilder(text.length());
		int before = 0;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int sign = text.codePointAt(i);
			if (sign == '\r' || sign == 0x2028 || sign == 0x2029 || sign == 0x85) {
				visible.append('\n');
			}
			else if (isVisible(sign) || (sign == ZERO_WIDTH_JOINER && isWithinEmoji(text, before, i))) {
				visible.appendCodePoint(sign);
				before = sign;
			}
		}
		return visible.toString();
	}

	private static boolean isVisible(int sign) {
		return switch (Character.getType(sign)) {
			case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
			case Character.CONTROL -> sign == '\n' || sign == '\t';
			default -> !BLANKS.contains(sign);
		};
	}

	/** A family is several emoji in one. */
	private static boolean isWithinEmoji(String text, int before, int joiner) {
		boolean after = joiner + 1 < text.length() && Character.isExtendedPictographic(text.codePointAt(joiner + 1));
		return after && (Character.isExtendedPictographic(before) || before == VARIATION_SELECTOR
				|| Character.isEmojiModifier(before));
	}

}
