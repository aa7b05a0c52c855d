package id.tangerangkota.layanan.portal.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;

/** The portal itself in the words of schema.org, with its search. */
final class SiteJsonLd {

	private SiteJsonLd() {
	}

	static Map<String, Object> of(Links links, Locale locale) {
		Language language = Language.of(locale);
		Map<String, Object> node = new LinkedHashMap<>();
		node.put("@context", "https://schema.org");
		node.put("@type", "WebSite");
		node.put("name", "Layanan Kota Tangerang");
		node.put("url", links.absolute("/", language));
		node.put("inLanguage", language.locale().getLanguage());
		node.put("potentialAction", Map.of("@type", "SearchAction", "target",
				links.absolute("/layanan?q={question}", language), "query-input", "required name=question"));
		return node;
	}

}
