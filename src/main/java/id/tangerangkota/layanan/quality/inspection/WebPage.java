package id.tangerangkota.layanan.quality.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as browsers read it, however broken it is.
 *
 * @param address where it was found
 * @param text what people see
 * @param links in their order
 * @param loaded addresses of what the page loads by itself
 * @param policy content security policy that the page holds itself
 * @param referrer referrer policy that the page holds itself
 */
record WebPage(String address, String text, List<Link> links, List<String> loaded, @Nullable String policy,
		@Nullable String referrer) {

	/** Fewer signs and links are the frame of a page that scripts fill. */
	private static final int FEWEST_SIGNS = 200;

	private static final int FEWEST_LINKS = 3;

	private static final int MOST_LINKS = 2000;

	private static final int LONGEST_LABEL = 300;

	private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]+)");

	/**
	 * A link.
	 *
	 * @param href absolute
	 * @param label what people read, in small letters
	 */
	record Link(String href, String label) {
	}

	/**
	 * Reads what came, or the beginning of it.
	 * @param contentType as the server says, null where it does not
	 * @return nothing where it is no HTML
	 */
	static Optional<WebPage> read(String address, @Nullable String contentType, byte[] body) {
		if (contentType != null && !contentType.toLowerCase(Locale.ROOT).contains("html")) {
			return Optional.empty();
		}
		try {
			return Optional.of(of(Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), address), address));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Null where the page itself must say it. */
	private static @Nullable String charset(@Nullable String contentType) {
		Matcher named = CHARSET.matcher((contentType != null) ? contentType : "");
		if (!named.find()) {
			return null;
		}
		try {
			return Charset.isSupported(named.group(1)) && Charset.forName(named.group(1)).canEncode() ? named.group(1)
					: null;
		}
		catch (IllegalCharsetNameException ex) {
			return null;
		}
	}

	private static WebPage of(Document page, String address) {
		List<Link> links = page.select("a[href], area[href]")
			.stream()
			.limit(MOST_LINKS)
			.map((link) -> new Link(link.absUrl("href"), label(link)))
			.filter((link) -> !link.href().isEmpty())
			.toList();
		List<String> loaded = page.select(
				"img[src], script[src], iframe[src], frame[src], source[src], video[src], audio[src], embed[src], object[data],"
						+ " link[rel~=(?i)stylesheet][href], link[rel~=(?i)icon][href]")
			.stream()
			.map((element) -> element
				.absUrl(element.hasAttr("src") ? "src" : element.hasAttr("data") ? "data" : "href"))
			.filter((url) -> !url.isEmpty())
			.toList();
		return new WebPage(address, page.body().text().toLowerCase(Locale.ROOT), links, loaded,
				meta(page, "meta[http-equiv=Content-Security-Policy]"), meta(page, "meta[name=referrer]"));
	}

	private static String label(Element link) {
		String label = String
			.join(" ", link.text(), link.attr("title"), link.attr("aria-label"), link.select("img[alt]").attr("alt"))
			.strip()
			.toLowerCase(Locale.ROOT);
		return (label.length() > LONGEST_LABEL) ? label.substring(0, LONGEST_LABEL) : label;
	}

	private static @Nullable String meta(Document page, String selector) {
		Element meta = page.selectFirst(selector);
		return (meta != null && !meta.attr("content").isBlank()) ? meta.attr("content") : null;
	}

	/** Whether there is anything to read without running scripts. */
	boolean isReadable() {
		return this.text.length() >= FEWEST_SIGNS || this.links.size() >= FEWEST_LINKS;
	}

	/** The host in small letters, empty where an address has none. */
	static String host(String address) {
		try {
			String host = URI.create(address).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
