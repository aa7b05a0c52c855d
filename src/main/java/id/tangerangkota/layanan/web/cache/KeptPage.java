package id.tangerangkota.layanan.web.cache;

import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * The finished bytes of a page.
 *
 * @param contentType as the page set it
 * @param headers further ones the page set: name, value, name, value …
 * @param epoch the connection during which it was made
 * @param expires in milliseconds since 1970
 */
record KeptPage(Variant identity, @Nullable Variant gzip, String contentType, String[] headers, Language language,
		List<String> tags, Instant made, long epoch, long expires) {

	/** Objects, headers and the place in the table. */
	private static final int OVERHEAD = 1024;

	Variant variant(@Nullable String acceptEncoding) {
		return (this.gzip != null && AcceptEncoding.takesGzip(acceptEncoding)) ? this.gzip : this.identity;
	}

	int weight() {
		return OVERHEAD + this.identity.body().length + ((this.gzip != null) ? this.gzip.body().length : 0);
	}

	/** Whether a client wants it; what is not said in so many words the page decides. */
	boolean satisfies(@Nullable String accept) {
		if (accept == null || accept.contains("*/*")) {
			return true;
		}
		int semicolon = this.contentType.indexOf(';');
		return accept.contains((semicolon < 0) ? this.contentType : this.contentType.substring(0, semicolon));
	}

}
