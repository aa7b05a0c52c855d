package id.tangerangkota.layanan.web.cache;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a kept page, freed from all that is no part of it.
 *
 * @param path the path as it came
 * @param query the known parameters in their order and the language, null when there is
 * nothing to say
 * @param parameters the same for the page
 */
record PageRequest(String path, @Nullable String query, Map<String, String> parameters, Language language) {

	private static final int MAX_QUERY = 2048;

	private static final int MAX_VALUE = 100;

	/** Stands where bytes were no text. */
	private static final char REPLACEMENT = '\uFFFD';

	/** Null when the page is better asked itself. */
	static @Nullable PageRequest of(Route route, String path, @Nullable String query, Language language) {
		if (query == null) {
			return new PageRequest(path, null, Map.of(), language);
		}
		Map<String, String> sent = (query.length() <= MAX_QUERY) ? read(route, query) : null;
		if (sent == null) {
			return null;
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		StringJoiner canonical = new StringJoiner("&");
		for (String name : route.parameters()) {
			String value = sent.get(name);
			if (value != null) {
				parameters.put(name, value);
				canonical.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
			}
		}
		if (language == Language.ENGLISH) {
			parameters.put(Language.PARAMETER, "en");
			canonical.add(Language.PARAMETER + "=en");
		}
		return new PageRequest(path, (canonical.length() > 0) ? canonical.toString() : null, parameters, language);
	}

	private static @Nullable Map<String, String> read(Route route, String query) {
		Map<String, String> values = new HashMap<>();
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String raw = (equals < 0) ? "" : pair.substring(equals + 1);
			if (route.strict() && !pair.isEmpty() && !route.parameters().contains(name)) {
				return null;
			}
			if (raw.isEmpty()) {
				continue;
			}
			if (route.uncached().contains(name)) {
				return null;
			}
			if (route.parameters().contains(name)) {
				String value = decode(raw);
				if (value == null || values.put(name, value) != null) {
					return null;
				}
			}
		}
		return values;
	}

	private static @Nullable String decode(String raw) {
		try {
			String value = URLDecoder.decode(raw, StandardCharsets.UTF_8);
			boolean sound = value.length() <= MAX_VALUE && value.indexOf(REPLACEMENT) < 0 && value.indexOf(0) < 0;
			return sound ? value : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** One string, so that the address of a page without parameters is its own key. */
	String key() {
		return (this.query != null) ? this.path + '?' + this.query : this.path;
	}

}
