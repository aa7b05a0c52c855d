package id.tangerangkota.layanan.browser;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people come for, each time also without JavaScript. */
@BrowserTest
class JourneysBrowserTests {

	/** Nobody reads further on a phone. */
	private static final int LOOKED_AT = 3;

	private static final int MOST_TABS = 25;

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	private static final List<Errand> ERRANDS = List.of(
			new Errand("ktp hilang", "disdukcapil", "disdukcapil.tangerangkota.go.id"),
			new Errand("ppdb smp", "spmb", "spmb.tangerangkota.go.id"),
			new Errand("bayar pbb", "cek-pbb", "pbb.tangerangkota.go.id"),
			new Errand("lowongan kerja", "disnaker", "disnaker.tangerangkota.go.id"),
			new Errand("rumah saktit", "rsud-kota-tangerang", "rsud.tangerangkota.go.id"),
			new Errand("puskesmas buka jam berapa", "dinkes", "dinkes.tangerangkota.go.id"),
			new Errand("izin bangun rumah", "perizinan-online", "perizinanonline.tangerangkota.go.id"),
			new Errand("surat domisili", "pangkas", "pangkas.tangerangkota.go.id"),
			new Errand("jadwal bus", "tng", "tng.id"),
			new Errand("bayar tagihan air", "tirta-benteng", "www.perumdatirtabenteng.co.id"),
			new Errand("aplikasi tangerang live", "tangerang-live-aplikasi", "play.google.com"));

	private static final List<String> PAGES_TO_SWITCH = List.of("/", "/layanan", "/layanan?q=ktp+hilang",
			"/layanan?kategori=kesehatan&jenis=situs", "/layanan?halaman=2", "/layanan/spmb", "/kategori/kependudukan",
			"/perangkat-daerah/disdukcapil", "/kecamatan/larangan", "/bantuan", "/gaya");

	private Portal portal;

	private BrowserContext modern;

	private BrowserContext plain;

	private Page page;

	/**
	 * What somebody wants.
	 *
	 * @param words as they would say it
	 * @param slug the service that does it
	 * @param host where that service lives
	 */
	record Errand(String words, String slug, String host) {

	}

	static Stream<Arguments> errands() {
		return Stream.of(true, false)
			.flatMap((javaScript) -> ERRANDS.stream().map((errand) -> Arguments.of(errand, javaScript)));
	}

	static Stream<Arguments> switches() {
		return Stream.of(true, false)
			.flatMap((javaScript) -> PAGES_TO_SWITCH.stream().map((path) -> Arguments.of(path, javaScript)));
	}

	@BeforeAll
	void open(Portal portal) {
		this.portal = portal;
		this.modern = portal.open(true, PHONE, HEIGHT);
		this.plain = portal.open(false, PHONE, HEIGHT);
	}

	@AfterAll
	void close() {
		this.modern.close();
		this.plain.close();
	}

	@AfterEach
	void closePage() {
		this.page.close();
	}

	@ParameterizedTest(name = "{0}, JavaScript {1}")
	@MethodSource("errands")
	void findAServiceOnAPhone(Errand errand, boolean javaScript) {
		start(javaScript, "/");
		search("main", errand.words());
		assertThat(this.page).hasURL(this.portal.url() + "/layanan?q=" + errand.words().replace(' ', '+'));
		Locator results = this.page.locator(".service-item a");
		List<String> shown = results.all()
			.stream()
			.limit(LOOKED_AT)
			.map((result) -> withoutPlace(result.getAttribute("href")))
			.toList();
		assertThat(shown).contains("/layanan/" + errand.slug());
		results.nth(shown.indexOf("/layanan/" + errand.slug())).click();
		this.page.waitForURL((url) -> withoutPlace(url).equals(this.portal.url() + "/layanan/" + errand.slug()));
		Locator open = this.page.locator("main .address a.btn");
		assertThat(open).isInViewport();
		assertThat(open.getAttribute("href")).startsWith("/buka/" + errand.slug());
		HttpResponse<String> sent = this.portal.get(open.getAttribute("href"));
		assertThat(sent.statusCode()).isEqualTo(302);
		assertThat(URI.create(sent.headers().firstValue("Location").orElseThrow()).getHost()).isEqualTo(errand.host());
		assertThat(sent.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((value) -> assertThat(value).contains("no-store"));
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void searchInEnglishAndStayThere(boolean javaScript) {
		start(javaScript, "/?lang=en");
		search("main", "birth certificate");
		assertThat(this.page.locator("html")).hasAttribute("lang", "en");
		this.page.locator(".service-item a").first().click();
		assertThat(this.page.locator("html")).hasAttribute("lang", "en");
		search("header", "tax");
		assertThat(this.page.locator("html")).hasAttribute("lang", "en");
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void narrowAListAndWidenItAgain(boolean javaScript) {
		start(javaScript, "/layanan");
		this.page.locator(".filters > summary").click();
		this.page.locator("#kategori").selectOption("kesehatan");
		this.page.locator(".filters button[type=submit]").click();
		assertThat(this.page.url()).contains("kategori=kesehatan");
		assertThat(this.page.locator("#kategori")).hasValue("kesehatan");
		Locator active = this.page.locator(".active-filters a");
		assertThat(active).hasCount(1);
		active.click();
		assertThat(this.page).hasURL(this.portal.url() + "/layanan");
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void findAServiceByKeyboardAlone(boolean javaScript) {
		start(javaScript, "/");
		Locator focus = this.page.locator(":focus");
		skipToMain(focus);
		tabTo("main input[name=q]");
		this.page.keyboard().type("ktp hilang");
		this.page.keyboard().press("Enter");
		this.page.waitForURL("**/layanan?q=**");
		skipToMain(focus);
		tabTo("main .service-item a");
		String destination = focus.getAttribute("href");
		this.page.keyboard().press("Enter");
		this.page.waitForURL("**" + destination);
		skipToMain(focus);
		tabTo("main .address a.btn");
	}

	/** Zooming in to 200 % leaves half the pixels of a small notebook's 640. */
	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void findAServiceAtTwiceTheSize(boolean javaScript) {
		this.page = this.portal.openZoomed(javaScript, 2, 640, HEIGHT).newPage();
		this.page.navigate("/");
		assertThat(width()).isEqualTo(320);
		search("main", "bayar pbb");
		assertThat(Layout.widerThanScreen(this.page)).isEmpty();
		this.page.locator(".service-item a").first().click();
		assertThat(this.page.locator("main .address a.btn")).isVisible();
		assertThat(Layout.widerThanScreen(this.page)).isEmpty();
		this.page.context().close();
	}

	@ParameterizedTest(name = "{0}, JavaScript {1}")
	@MethodSource("switches")
	void switchTheLanguageAndKeepThePage(String path, boolean javaScript) {
		start(javaScript, path);
		String heading = this.page.locator("h1").innerText();
		this.page.locator("a.lang-switch").click();
		assertThat(this.page.locator("html")).hasAttribute("lang", "en");
		assertThat(this.page.url()).isEqualTo(this.portal.url() + path + (path.contains("?") ? "&" : "?") + "lang=en");
		this.page.locator("a.lang-switch").click();
		assertThat(this.page.locator("html")).hasAttribute("lang", "id");
		assertThat(this.page.url()).isEqualTo(this.portal.url() + path);
		assertThat(this.page.locator("h1")).hasText(heading);
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void getOnFromAnAddressThatIsNotThere(boolean javaScript) {
		start(javaScript, "/layanan/spbm");
		search("main", "spmb");
		assertThat(this.page.locator(".service-item a").first()).hasAttribute("href", "/layanan/spmb?urut=1");
	}

	@Test
	void showPlainLinksOutsideOfASearch() {
		start(true, "/layanan");
		assertThat(this.page.locator(".service-item a[href*='urut']")).hasCount(0);
		assertThat(this.page.locator(".service-item a").first()).isVisible();
	}

	/** Links from a search say the place of the result. */
	private static String withoutPlace(String href) {
		return href.replaceFirst("\\?urut=\\d$", "");
	}

	private void start(boolean javaScript, String path) {
		this.page = (javaScript ? this.modern : this.plain).newPage();
		this.page.navigate(path);
	}

	private void search(String where, String words) {
		Locator form = this.page.locator(where + " form[action^='/layanan']").first();
		form.getByRole(AriaRole.SEARCHBOX).fill(words);
		form.getByRole(AriaRole.BUTTON).first().click();
	}

	private void skipToMain(Locator focus) {
		this.page.keyboard().press("Tab");
		assertThat(focus).hasClass("skip-link");
		assertThat(focus).isInViewport();
		this.page.keyboard().press("Enter");
		assertThat(focus).hasId("main");
	}

	private void tabTo(String selector) {
		for (int i = 0; i < MOST_TABS; i++) {
			this.page.keyboard().press("Tab");
			if (this.page.locator(selector + ":focus").count() == 1) {
				return;
			}
		}
		throw new AssertionError("No way to " + selector + " within " + MOST_TABS + " tabs");
	}

	private int width() {
		return ((Number) this.page.evaluate("() => document.documentElement.clientWidth")).intValue();
	}

}
