package id.tangerangkota.layanan.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads typed words against the words of the catalogue. */
@Component
class Vocabulary {

	/** Shorter words have too many neighbours to guess. */
	private static final int SHORTEST_CORRECTED = 4;

	private static final int MOST_NEAREST = 5;

	private final JdbcClient jdbc;

	/**
	 * Knowledge about single words, no searches: a minute late after a change is soon
	 * enough.
	 */
	private final Cache<String, SearchWord> words = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Vocabulary(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Each word with what is known of it, in the order given. */
	Map<String, SearchWord> read(Collection<String> typed) {
		Map<String, SearchWord> known = new HashMap<>(this.words.getAllPresent(typed));
		List<String> unread = typed.stream().filter((word) -> !known.containsKey(word)).toList();
		if (!unread.isEmpty()) {
			look(unread).forEach((word) -> {
				known.put(word.typed(), word);
				this.words.put(word.typed(), word);
			});
		}
		Map<String, SearchWord> inOrder = new LinkedHashMap<>();
		typed.forEach((word) -> inOrder.put(word, known.get(word)));
		return inOrder;
	}

	private List<SearchWord> look(List<String> typed) {
		return this.jdbc.sql("""
				select t.word, t.stems, k.known,
					not k.known and length(t.word) > 2
						and exists (select from catalog.word w where w.word like t.word || '%') as beginning,
					case when not k.known and length(t.word) >= :shortest then array(
						select w.word from catalog.word w where w.word % t.word
						order by public.similarity(w.word, t.word) desc, w.frequency desc limit 12) end as near
				from (select word, coalesce(ts_lexize('indonesian_stem', word), array[word])
						|| coalesce(ts_lexize('english_stem', word), array[word]) as stems
					from unnest(:typed) word) t
				cross join lateral (select exists (select from catalog.word w where w.word = t.word)
					or exists (select from catalog.word w where w.stem = t.stems[1]) as known) k""")
			.param("typed", typed.toArray(String[]::new))
			.param("shortest", SHORTEST_CORRECTED)
			.query(Vocabulary::word)
			.list();
	}

	private static SearchWord word(ResultSet row, int number) throws SQLException {
		String typed = row.getString("word");
		boolean beginning = row.getBoolean("beginning");
		String read = (row.getArray("near") != null && !beginning) ? nearest(typed, row.getArray("near").getArray())
				: null;
		return new SearchWord(typed, ServiceRows.strings(row.getArray("stems")).stream().distinct().toList(),
				row.getBoolean("known"), beginning, read);
	}

	/**
	 * The first of the candidates with the fewest errors, when few enough for its length.
	 */
	private static @Nullable String nearest(String typed, Object candidates) {
		int fewest = (typed.length() > 5) ? 2 : 1;
		String nearest = null;
		for (String candidate : (String[]) candidates) {
			int errors = TypingErrors.between(typed, candidate);
			if (errors < fewest || (errors == fewest && nearest == null)) {
				fewest = errors;
				nearest = candidate;
			}
		}
		return nearest;
	}

	/** Other words of the catalogue that look like the typed ones, closest first. */
	List<String> nearest(Collection<String> typed) {
		return this.jdbc.sql("""
				select w.word from unnest(:typed) t join catalog.word w on w.word % t
				where length(w.word) > 3 and w.word <> all (:typed)
				group by w.word order by max(public.similarity(w.word, t)) desc, w.word limit :most""")
			.param("typed", typed.toArray(String[]::new))
			.param("most", MOST_NEAREST)
			.query((row, number) -> row.getString("word"))
			.list();
	}

	/** Forgets what it read, for tests that change the catalogue. */
	void forget() {
		this.words.invalidateAll();
	}

	static List<String> split(String words) {
		return Arrays.asList(words.split(" "));
	}

}
