package id.tangerangkota.layanan.quality.inspection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Pages of strangers are read whatever they hold. */
class WebPageTests {

	private static final String ADDRESS = "https://situs.example/a/b";

	private static final List<String> PIECES = List.of("<", ">", "</", "/>", "<a href=", "'", "\"", "&", "&#", "&#x;",
			"<!--", "-->", "<script>", "</script>", "<svg>", "<table><tr>", "<![CDATA[", "<base href='::'>",
			"<base href='//x'>", "href='http://[::1'", "<img src=", "<a href='kontak'>Kontak</a>", "\u0000", "\ud800",
			"\ufeff", "é", "<meta charset=utf-16>", "<meta http-equiv=refresh content='0;url=/'>",
			"<iframe src='http://x'>", "javascript:", "<template>", "<select><option>", "</body></html>", "kata ");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void readsAnyMarkup(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			StringBuilder markup = new StringBuilder();
			for (int piece = random.nextInt(60); piece >= 0; piece--) {
				markup.append(PIECES.get(random.nextInt(PIECES.size())));
			}
			String html = markup.toString();
			assertThat(WebPage.read(ADDRESS, "text/html", html.getBytes(StandardCharsets.UTF_8))).as(html)
				.hasValueSatisfying(
						(page) -> assertThat(page.links()).allSatisfy((link) -> assertThat(link.href()).isNotEmpty()));
			inspected(html.getBytes(StandardCharsets.UTF_8));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13, 14 })
	void readsAnyBytes(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			byte[] bytes = new byte[random.nextInt(2000)];
			random.nextBytes(bytes);
			assertThat(WebPage.read(ADDRESS, null, bytes)).isPresent();
			inspected(bytes);
		}
	}

	/** Whatever the page holds, each item gets one verdict. */
	private static void inspected(byte[] body) {
		ScriptedVisits visits = new ScriptedVisits().page("https://situs.example/", body, "Content-Type: text/html");
		SiteInspection inspection = new SiteInspector(visits, new Promises())
			.inspect(new Site(new ServiceId(new UUID(1, 1)), "https://situs.example/", true, Set.of()))
			.orElseThrow();
		assertThat(inspection.findings()).extracting(Finding::item).doesNotHaveDuplicates().contains("contact", "hsts");
	}

	@Test
	void readsHugeAndDeepPagesQuickly() {
		String deep = "<div>".repeat(100_000);
		String wide = "<a href='/kontak'>Kontak kami</a>".repeat(15_000);
		String broken = "<a href='".repeat(40_000);
		String spaces = "standar" + " ".repeat(400_000) + "x";
		for (String html : List.of(deep, wide, broken, spaces)) {
			assertTimeout(Duration.ofSeconds(10), () -> inspected(html.getBytes(StandardCharsets.UTF_8)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "Shift_JIS", "GB18030" })
	void readsTheEncodingTheServerNames(String charset) {
		byte[] body = ScriptedVisits.bytes("<a href='/p'>Kebijakan privasi</a>", charset);
		assertThat(WebPage.read(ADDRESS, "text/html; charset=" + charset, body))
			.hasValueSatisfying((page) -> assertThat(page.links()).singleElement()
				.extracting(WebPage.Link::label)
				.isEqualTo("kebijakan privasi"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html; charset=tidak-ada", "text/html; charset=", "text/html; charset=\"\"",
			"text/html;charset=%%%", "text/html; charset=ISO-2022-CN", "TEXT/HTML" })
	void fallsBackWhereTheEncodingIsNone(String type) {
		byte[] body = "<meta charset=utf-8><a href='/p'>Café</a>".getBytes(StandardCharsets.UTF_8);
		assertThat(WebPage.read(ADDRESS, type, body)).hasValueSatisfying(
				(page) -> assertThat(page.links()).singleElement().extracting(WebPage.Link::label).isEqualTo("café"));
	}

	@Test
	void takesNothingElseForAPage() {
		assertThat(WebPage.read(ADDRESS, "application/pdf", new byte[10])).isEmpty();
		assertThat(WebPage.read(ADDRESS, "application/json", "{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(WebPage.read(ADDRESS, "application/xhtml+xml", "<a/>".getBytes(StandardCharsets.UTF_8))).isPresent();
	}

	@Test
	void readsLinksAsBrowsersDo() {
		byte[] body = "<base href='/dasar/'><a href='kontak'><img alt='Kontak kami'></a>"
			.getBytes(StandardCharsets.UTF_8);
		assertThat(WebPage.read(ADDRESS, "text/html", body).orElseThrow().links())
			.containsExactly(new WebPage.Link("https://situs.example/dasar/kontak", "kontak kami"));
	}

}
