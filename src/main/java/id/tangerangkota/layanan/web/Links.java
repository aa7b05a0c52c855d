package id.tangerangkota.layanan.web;

import java.net.URI;

/**
 * Absolute addresses, made from {@code layanan.public-url} alone: what a client calls the
 * host never comes back to anybody.
 */
public class Links {

	private final URI publicUrl;

	private final String base;

	public Links(URI publicUrl) {
		this.publicUrl = publicUrl;
		String url = publicUrl.toString();
		this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	/** Where the portal is reached. */
	public URI publicUrl() {
		return this.publicUrl;
	}

	/**
	 * The absolute form of an address of the portal.
	 * @param href begins with a slash, already encoded
	 */
	public String absolute(String href) {
		return this.base + href;
	}

	/** The absolute form in a language. */
	public String absolute(String href, Language language) {
		return this.base + language.addTo(href);
	}

}
