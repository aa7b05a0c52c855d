package id.tangerangkota.layanan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What plain Indonesian is, as far as a machine can tell. */
final class PlainLanguage {

	private static final int LONGEST_SENTENCE = 20;

	private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.!?…])[”’\")]*\\s+");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}{]");

	private static final List<Pattern> BANNED = List.of(word("submit"), word("invalid"), word("login gagal"),
			word("error 500"), word("silahkan"), word("klik di sini"), word("kesalahan anda"), word("anda salah"));

	private PlainLanguage() {
	}

	private static Pattern word(String word) {
		return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + word + "(?![\\p{L}\\p{N}])");
	}

	/** What is not plain in a text; nothing when all is well. */
	static List<String> objections(String text) {
		List<String> objections = new ArrayList<>();
		BANNED.stream().filter((word) -> word.matcher(text).find()).forEach((word) -> objections.add("says " + word));
		if (Pattern.compile("(?<![\\p{L}])anda(?![\\p{L}])").matcher(text).find()) {
			objections.add("writes Anda small");
		}
		List<String> sentences = sentences(text);
		if (word("maaf").matcher(text).find() && sentences.size() < 2) {
			objections.add("apologises without saying what to do");
		}
		sentences.stream()
			.filter((sentence) -> words(sentence) > LONGEST_SENTENCE)
			.forEach((sentence) -> objections.add(words(sentence) + " words: " + sentence));
		return objections;
	}

	private static List<String> sentences(String text) {
		return Arrays.stream(END_OF_SENTENCE.split(text.strip())).toList();
	}

	private static long words(String sentence) {
		return Arrays.stream(sentence.split("\\s+")).filter((word) -> WORD.matcher(word).find()).count();
	}

}
