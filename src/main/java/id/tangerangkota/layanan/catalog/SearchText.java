package id.tangerangkota.layanan.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * What a person typed, taken apart into words.
 *
 * @param words all words in order
 * @param meaningful the words without fillers such as "cara" and "di"; all when nothing
 * else is left
 */
record SearchText(List<String> words, List<String> meaningful) {

	/** Longer questions are stories; the first words carry them. */
	private static final int MOST_WORDS = 12;

	private static final int LONGEST_WORD = 40;

	private static final int LONGEST_PHRASE = 3;

	private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Set<String> STOP_WORDS = stopWords();

	/** Takes any text, however wild: what is neither letter nor digit separates words. */
	static SearchText of(String typed) {
		String plain = NEITHER_LETTER_NOR_DIGIT
			.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
			.replaceAll(" ");
		List<String> words = Arrays.stream(plain.strip().split(" "))
			.filter((word) -> !word.isEmpty() && word.length() <= LONGEST_WORD)
			.limit(MOST_WORDS)
			.toList();
		List<String> meaningful = words.stream().filter((word) -> !STOP_WORDS.contains(word)).distinct().toList();
		return new SearchText(words, meaningful.isEmpty() ? words.stream().distinct().toList() : meaningful);
	}

	boolean isEmpty() {
		return this.words.isEmpty();
	}

	/** All runs of one to three words, longest first. */
	static List<String> phrases(List<String> words) {
		List<String> phrases = new ArrayList<>();
		for (int length = LONGEST_PHRASE; length > 0; length--) {
			for (int start = 0; start + length <= words.size(); start++) {
				phrases.add(String.join(" ", words.subList(start, start + length)));
			}
		}
		return phrases;
	}

	/** Phrases as typed and without the fillers. */
	Set<String> phrases() {
		Set<String> phrases = new LinkedHashSet<>(phrases(this.words));
		phrases.addAll(phrases(this.meaningful));
		return phrases;
	}

	private static Set<String> stopWords() {
		try (InputStream in = new ClassPathResource("data/catalog/stopwords.txt").getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map(String::strip)
				.filter((line) -> !line.isEmpty())
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the stop words", ex);
		}
	}

}
