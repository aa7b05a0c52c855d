package id.tangerangkota.layanan.survey.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out what surely leads to somebody: addresses of e-mail, numbers of identity
 * cards, families, phones, bank accounts and payment cards, and number plates; rather too
 * much than too little. Names and addresses of houses cannot be told from other words,
 * which is why only the staff read what is left.
 */
final class PersonalText {

	/** In both languages, and no word of any. */
	static final String MASK = "[•••]";

	private static final Pattern EMAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

	/** Digits in groups, as people write long numbers, with a plus before a phone's. */
	private static final Pattern NUMBER = Pattern
		.compile("(?<![\\p{L}\\p{N}])\\+?\\(?\\p{Nd}(?:[ \\u00a0.()/\\-\u2010-\u2015]{0,3}\\p{Nd}){7,}");

	/** One or two letters of the region, up to four digits, up to three letters. */
	private static final Pattern PLATE = Pattern.compile(
			"(?<![\\p{L}\\p{N}])(?:A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z|A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNRST]"
					+ "|E[ABD]|K[BHTU]|P[AB]|S[T])[ -]?[1-9]\\d{2,3}[ -]?[A-Z]{1,3}(?![\\p{L}\\p{N}])",
			Pattern.CASE_INSENSITIVE);

	/** A date, or an amount of money, is no number of a person. */
	private static final Pattern HARMLESS = Pattern.compile(
			"\\p{Nd}{1,3}(?:\\.\\p{Nd}{3})+(?:,\\p{Nd}{1,2})?|\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}[-/.](?:19|20)\\p{Nd}{2}"
					+ "|(?:19|20)\\p{Nd}{2}-\\p{Nd}{2}-\\p{Nd}{2}");

	/** As long as an amount of money that somebody pays here can be. */
	private static final int LONGEST_AMOUNT = 9;

	private PersonalText() {
	}

	static String mask(String text) {
		String masked = EMAIL.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
		masked = NUMBER.matcher(masked)
			.replaceAll((found) -> Matcher.quoteReplacement(isHarmless(found.group()) ? found.group() : MASK));
		return PLATE.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
	}

	private static boolean isHarmless(String number) {
		return HARMLESS.matcher(number).matches()
				&& number.chars().filter(Character::isDigit).count() <= LONGEST_AMOUNT;
	}

}
