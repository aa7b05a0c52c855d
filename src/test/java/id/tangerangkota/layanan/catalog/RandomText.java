package id.tangerangkota.layanan.catalog;

import java.util.List;
import java.util.Random;

/** Makes text that nobody would think of, the same in every run of a test. */
public final class RandomText {

	private static final String TRICKY = "\u0000\u0130\u00df\ufb03\u00b2\u2168\u0660\u200b\u202e\ufeff\uffff'\"\\%_|&!:*()<>;-";

	private final Random random;

	public RandomText(long seed) {
		this.random = new Random(seed);
	}

	/** Anything a Java string can hold, halves of characters included. */
	public String wild(int longest) {
		StringBuilder text = new StringBuilder();
		int length = this.random.nextInt(longest + 1);
		while (text.length() < length) {
			switch (this.random.nextInt(5)) {
				case 0 -> text.append((char) this.random.nextInt(Character.MAX_VALUE + 1));
				case 1 -> text.append((char) (0xD800 + this.random.nextInt(0x800)));
				case 2 -> text.appendCodePoint(this.random.nextInt(Character.MAX_CODE_POINT + 1));
				case 3 -> text.append(TRICKY.charAt(this.random.nextInt(TRICKY.length())));
				default -> text.append(word(6)).append(' ');
			}
		}
		return text.toString();
	}

	/** Text as people write it, with the characters that files trip over. */
	public String sound(int longest) {
		String alphabet = "abc XYZ 019 éñ漢字😀,;'\"\n\t%_&<>=-.:/";
		int[] points = alphabet.codePoints().toArray();
		StringBuilder text = new StringBuilder();
		int length = this.random.nextInt(longest + 1);
		while (text.length() < length - 1) {
			text.appendCodePoint(points[this.random.nextInt(points.length)]);
		}
		return text.toString();
	}

	public String word(int longest) {
		StringBuilder word = new StringBuilder();
		int length = 1 + this.random.nextInt(longest);
		for (int i = 0; i < length; i++) {
			word.append((char) ('a' + this.random.nextInt(26)));
		}
		return word.toString();
	}

	/** A word of few letters, so that two are often alike. */
	public String likeOthers(int longest) {
		StringBuilder word = new StringBuilder();
		int length = this.random.nextInt(longest + 1);
		for (int i = 0; i < length; i++) {
			word.append((char) ('a' + this.random.nextInt(3)));
		}
		return word.toString();
	}

	public byte[] bytes(int longest) {
		byte[] bytes = new byte[this.random.nextInt(longest + 1)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	public int number(int bound) {
		return this.random.nextInt(bound);
	}

	public <T> T oneOf(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
