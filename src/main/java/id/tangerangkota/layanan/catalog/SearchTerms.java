package id.tangerangkota.layanan.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A search in PostgreSQL's query language. It is made of groups: a word or a phrase that
 * people use, and what the catalogue says for it.
 */
final class SearchTerms {

	private static final String NAMES_AND_KEYWORDS = "AB";

	private final List<Group> groups;

	SearchTerms(List<Group> groups) {
		this.groups = List.copyOf(groups);
	}

	/**
	 * What has to be found for one thing a person said.
	 *
	 * @param said the words as typed (or corrected), all of which have to be there
	 * @param meant the words of the catalogue that do as well, null when there is no
	 * synonym
	 */
	record Group(List<SearchWord> said, @Nullable List<SearchWord> meant) {

		private String full(String weights) {
			List<String> alternatives = new ArrayList<>();
			if (this.said.stream().allMatch(SearchWord::isUsable)) {
				alternatives.add(conjunction(this.said, weights));
			}
			if (this.meant != null) {
				alternatives.add(conjunction(this.meant, weights));
			}
			return or(alternatives);
		}

		private String loose() {
			List<SearchWord> words = new ArrayList<>(this.said);
			if (this.meant != null) {
				words.addAll(this.meant);
			}
			return or(words.stream().filter(SearchWord::isUsable).map((word) -> operand(word, "")).toList());
		}

		/** Whether the catalogue can answer it at all. */
		boolean isUsable() {
			return (this.meant != null) || this.said.stream().allMatch(SearchWord::isUsable);
		}

		private static String conjunction(List<SearchWord> words, String weights) {
			return words.stream().map((word) -> operand(word, weights)).collect(Collectors.joining(" & ", "(", ")"));
		}

		private static String operand(SearchWord word, String weights) {
			String flags = (word.beginning() ? "*" : "") + weights;
			List<String> stems = word.beginning() ? List.of(word.typed()) : word.stems();
			return or(stems.stream().map((stem) -> quote(stem) + (flags.isEmpty() ? "" : ":" + flags)).toList());
		}

		private static String quote(String stem) {
			return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'";
		}

	}

	private static String or(List<String> alternatives) {
		return alternatives.stream().distinct().collect(Collectors.joining(" | ", "(", ")"));
	}

	boolean isEmpty() {
		return this.groups.isEmpty();
	}

	/** Everything said, in names and keywords. */
	String allInNames() {
		return all(NAMES_AND_KEYWORDS);
	}

	/** Everything said, anywhere. */
	String all() {
		return all("");
	}

	private String all(String weights) {
		return this.groups.stream().map((group) -> group.full(weights)).collect(Collectors.joining(" & "));
	}

	/** Anything said. */
	String any() {
		return each(Group::loose).stream().collect(Collectors.joining(" | "));
	}

	/** Per group: all of it. */
	List<String> full() {
		return each((group) -> group.full(""));
	}

	/** Per group: any of it. */
	List<String> loose() {
		return each(Group::loose);
	}

	private List<String> each(Function<Group, String> part) {
		return this.groups.stream().map(part).toList();
	}

}
