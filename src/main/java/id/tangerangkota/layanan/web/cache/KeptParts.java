package id.tangerangkota.layanan.web.cache;

import java.util.List;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps finished parts of pages that cannot be kept as a whole, such as the filters
 * beside the answers to a question. A part lives until the data behind one of its tags
 * changes.
 */
class KeptParts {

	private static final int MOST_CHARACTERS = 4_000_000;

	private final PageStore store;

	private final Cache<String, Part> parts = Caffeine.newBuilder()
		.maximumWeight(MOST_CHARACTERS)
		.weigher((String key, Part part) -> key.length() + part.html().length())
		.build();

	KeptParts(PageStore store) {
		this.store = store;
	}

	private record Part(String html, PageStore.Ticket ticket) {
	}

	/** The kept part, or a new one. */
	String get(String key, List<String> tags, Supplier<String> make) {
		Part kept = this.parts.getIfPresent(key);
		if (kept != null && this.store.isValid(kept.ticket())) {
			return kept.html();
		}
		PageStore.Ticket ticket = this.store.ticket(tags);
		String html = make.get();
		if (ticket.isStorable()) {
			this.parts.put(key, new Part(html, ticket));
		}
		return html;
	}

}
