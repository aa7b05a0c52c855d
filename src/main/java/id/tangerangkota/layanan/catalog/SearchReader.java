package id.tangerangkota.layanan.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Understands what a person typed: corrects, finds the words the catalogue uses for it.
 */
@Component
class SearchReader {

	private static final int LONGEST_PHRASE = 3;

	private final Vocabulary vocabulary;

	private final CitizensWords citizensWords;

	SearchReader(Vocabulary vocabulary, CitizensWords citizensWords) {
		this.vocabulary = vocabulary;
		this.citizensWords = citizensWords;
	}

	/**
	 * What was understood.
	 *
	 * @param asked words of the catalogue that were asked for
	 * @param unknown words that nothing in the catalogue resembles
	 */
	record Reading(SearchTerms terms, List<Pointer> pointers, List<SearchResult.Correction> corrections,
			List<String> asked, List<String> unknown) {
	}

	Reading read(SearchText text) {
		Map<String, SearchWord> typed = this.vocabulary.read(text.meaningful());
		List<String> corrected = new ArrayList<>();
		List<SearchResult.Correction> corrections = new ArrayList<>();
		for (SearchWord word : typed.values()) {
			String read = word.read();
			corrected.add((read != null) ? read : word.typed());
			if (read != null) {
				corrections.add(new SearchResult.Correction(word.typed(), read));
			}
		}
		Set<String> phrases = new LinkedHashSet<>(text.phrases());
		phrases.addAll(SearchText.phrases(corrected));
		Map<String, String> meanings = this.citizensWords.meanings(phrases);
		Map<String, SearchWord> words = words(corrected, meanings);
		List<SearchTerms.Group> groups = groups(corrected, meanings, words);
		List<SearchTerms.Group> usable = groups.stream().filter(SearchTerms.Group::isUsable).toList();
		return new Reading(new SearchTerms(usable), this.citizensWords.pointers(phrases), corrections,
				corrected.stream().filter((word) -> known(words.get(word))).toList(),
				corrected.stream().filter((word) -> !known(words.get(word))).toList());
	}

	/** Words of the catalogue to try instead. */
	List<String> nearest(SearchText text) {
		return this.vocabulary.nearest(text.meaningful());
	}

	private static boolean known(@Nullable SearchWord word) {
		return word != null && word.known();
	}

	private Map<String, SearchWord> words(List<String> corrected, Map<String, String> meanings) {
		Set<String> all = new LinkedHashSet<>(corrected);
		meanings.values().forEach((meaning) -> all.addAll(SearchText.of(meaning).words()));
		return this.vocabulary.read(all);
	}

	/** One group for each longest phrase with a synonym, else for each word. */
	private static List<SearchTerms.Group> groups(List<String> said, Map<String, String> meanings,
			Map<String, SearchWord> words) {
		List<SearchTerms.Group> groups = new ArrayList<>();
		int start = 0;
		while (start < said.size()) {
			int length = Math.min(LONGEST_PHRASE, said.size() - start);
			while (length > 1 && !meanings.containsKey(phrase(said, start, length))) {
				length--;
			}
			String meaning = meanings.get(phrase(said, start, length));
			groups.add(new SearchTerms.Group(
					said.subList(start, start + length).stream().map((word) -> found(words, word)).toList(),
					(meaning != null) ? meant(meaning, words) : null));
			start += length;
		}
		return groups;
	}

	private static String phrase(List<String> words, int start, int length) {
		return String.join(" ", words.subList(start, start + length));
	}

	private static @Nullable List<SearchWord> meant(String meaning, Map<String, SearchWord> words) {
		List<SearchWord> meant = SearchText.of(meaning)
			.words()
			.stream()
			.map((word) -> found(words, word))
			.filter(SearchWord::isUsable)
			.toList();
		return meant.isEmpty() ? null : meant;
	}

	private static SearchWord found(Map<String, SearchWord> words, String word) {
		SearchWord found = words.get(word);
		if (found == null) {
			throw new IllegalStateException("A word was not read before it was used");
		}
		return found;
	}

}
