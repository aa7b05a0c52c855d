package id.tangerangkota.layanan.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The portal's languages. {@code lang=en} in the address is English; everything else is
 * Indonesian, whatever a browser asks for.
 */
public enum Language {

	/** The portal's own. */
	INDONESIAN("id"),

	/** For guests. */
	ENGLISH("en");

	/** The parameter that names the language. */
	public static final String PARAMETER = "lang";

	private static final String ENGLISH_PAIR = PARAMETER + "=en";

	private final Locale locale;

	Language(String code) {
		this.locale = Locale.of(code);
	}

	public static Language of(Locale locale) {
		return locale.getLanguage().equals("en") ? ENGLISH : INDONESIAN;
	}

	/**
	 * The language of a request. Reads the address itself: looking for parameters fails
	 * when another of them cannot be read.
	 */
	public static Language of(HttpServletRequest request) {
		return ofQuery(request.getQueryString());
	}

	static Language ofQuery(@Nullable String query) {
		if (query == null) {
			return INDONESIAN;
		}
		int start = query.indexOf(ENGLISH_PAIR);
		while (start >= 0) {
			int end = start + ENGLISH_PAIR.length();
			if ((start == 0 || query.charAt(start - 1) == '&') && (end == query.length() || query.charAt(end) == '&')) {
				return ENGLISH;
			}
			start = query.indexOf(ENGLISH_PAIR, end);
		}
		return INDONESIAN;
	}

	public Locale locale() {
		return this.locale;
	}

	/** The one to switch to. */
	public Language other() {
		return (this == ENGLISH) ? INDONESIAN : ENGLISH;
	}

	/** Adds this language to an address that does not name one yet. */
	public String addTo(String href) {
		if (this == INDONESIAN) {
			return href;
		}
		int hash = href.indexOf('#');
		String address = (hash < 0) ? href : href.substring(0, hash);
		String fragment = (hash < 0) ? "" : href.substring(hash);
		int query = address.indexOf('?');
		if (query < 0) {
			return address + '?' + ENGLISH_PAIR + fragment;
		}
		if (ofQuery(address.substring(query + 1)) == ENGLISH) {
			return href;
		}
		boolean open = address.endsWith("?") || address.endsWith("&");
		return address + (open ? "" : "&") + ENGLISH_PAIR + fragment;
	}

}
