package id.tangerangkota.layanan.catalog;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The synonyms and pointers that people edit, by the phrase that calls them. */
@Component
class CitizensWords {

	private final LoadingCache<String, Phrases> phrases;

	private record Phrases(Map<String, String> meanings, Map<String, Pointer> pointers) {
	}

	CitizensWords(JdbcClient jdbc) {
		// One entry: both tables are small, and an edit may show half a minute later.
		this.phrases = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofSeconds(30))
			.build((key) -> new Phrases(meanings(jdbc), pointers(jdbc)));
	}

	private static Map<String, String> meanings(JdbcClient jdbc) {
		Map<String, String> meanings = new HashMap<>();
		jdbc.sql("select phrase, meaning from catalog.synonym").query((row) -> {
			meanings.put(row.getString("phrase"), row.getString("meaning"));
		});
		return meanings;
	}

	private static Map<String, Pointer> pointers(JdbcClient jdbc) {
		Map<String, Pointer> pointers = new HashMap<>();
		jdbc.sql("select * from catalog.pointer").query((row) -> {
			Pointer pointer = new Pointer(row.getString("slug"), row.getString("title"), row.getString("title_en"),
					row.getString("text"), row.getString("text_en"), row.getString("service"),
					Pointer.LinkKind.valueOf(row.getString("link_kind")));
			ServiceRows.strings(row.getArray("phrases")).forEach((phrase) -> pointers.put(phrase, pointer));
		});
		return pointers;
	}

	/**
	 * What a phrase means in the words of the catalogue; the phrases without a synonym
	 * are left out.
	 */
	Map<String, String> meanings(Collection<String> phrases) {
		Map<String, String> known = this.phrases.get("").meanings();
		Map<String, String> found = new HashMap<>();
		phrases.stream().filter(known::containsKey).forEach((phrase) -> found.put(phrase, known.get(phrase)));
		return found;
	}

	/** The pointers the phrases call, each once, those of longer phrases first. */
	List<Pointer> pointers(Collection<String> phrases) {
		Map<String, Pointer> known = this.phrases.get("").pointers();
		Set<Pointer> found = new LinkedHashSet<>();
		phrases.stream().filter(known::containsKey).forEach((phrase) -> found.add(known.get(phrase)));
		return List.copyOf(found);
	}

	/** Forgets what it read, for tests that change the tables. */
	void forget() {
		this.phrases.invalidateAll();
	}

}
