package id.tangerangkota.layanan.web;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/**
 * Linked data for the {@code <script type="application/ld+json">} of a page. It is the
 * one text that goes into a page unescaped, so it escapes for that place itself.
 */
public record JsonLd(Map<String, ?> node) {

	private static final JsonMapper JSON = new JsonMapper();

	/** The JSON text; nothing in it can end the script element or start another. */
	public String text() {
		return JSON.writeValueAsString(this.node)
			.replace("<", "\\u003c")
			.replace(">", "\\u003e")
			.replace("&", "\\u0026")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029");
	}

}
