package id.tangerangkota.layanan.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.quality.demo.MadeUpYear;
import id.tangerangkota.layanan.survey.testing.SurveyAnswers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The dashboard as its readers see it, and its summary for everybody. */
@BrowserTest
class DashboardBrowserTests {

	private static final int DESK = 1280;

	private static final int HEIGHT = 800;

	/** A4 at 96 dots per inch. */
	private static final int PAPER = 794;

	private static final int PAPER_HEIGHT = 1123;

	private static final String QUARTER = "rentang=triwulan&pada=2026-05-01";

	@Autowired
	private StaffMembers staff;

	@Autowired
	private SurveyAnswers answers;

	@Autowired
	private BeanFactory beans;

	private Portal portal;

	private Inspection worker;

	private Inspection guest;

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.worker = new Inspection(portal);
		this.guest = new Inspection(portal);
		this.staff.join(this.worker.page(), null, Role.ADMINISTRATOR);
		this.answers.add("ESQUAL", "disdukcapil", 160, Instant.parse("2026-04-02T14:00:00Z"), Duration.ofHours(12),
				(person, item) -> 1 + (person * item) % 4);
		MadeUpYear.make(this.beans, LocalDate.of(2026, 6, 30));
	}

	/** What others look at is empty as before. */
	@AfterAll
	void close() {
		this.worker.close();
		this.guest.close();
		MadeUpYear.clear(this.beans);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdsUp(String language) {
		look("mutu-admin", "/admin/mutu?" + QUARTER, language);
		look("mutu-admin-layanan", "/admin/mutu?layanan=disdukcapil&" + QUARTER, language);
		look("mutu-admin-kosong", "/admin/mutu?rentang=tahun&pada=2020-05-01", language);
		look("mutu-peta", "/admin/mutu/peta?urut=ukuran&" + QUARTER, language);
		look("mutu-peta-opd", "/admin/mutu/peta?tingkat=opd&" + QUARTER, language);
		look("mutu-rincian", "/admin/mutu/rincian/response-time?" + QUARTER, language);
		this.worker.inspect(new PublicPage("mutu-salah", "/admin/mutu?rentang=bebas&dari=2026&sampai=kapan", 422),
				language, true);
		look("pemakaian-penduduk", "/admin/mutu/pemakaian/penduduk", language);
		this.guest.inspect(new PublicPage("mutu-umum", "/mutu", 200), language, false);
	}

	private void look(String name, String path, String language) {
		this.worker.inspect(new PublicPage(name, path, 200), language, true);
	}

	@Test
	void worksWithoutScripts() {
		try (BrowserContext plain = this.portal.open(false, DESK, HEIGHT)) {
			plain.addCookies(this.worker.page().context().cookies());
			Page page = plain.newPage();
			page.navigate("/admin/mutu");
			page.locator("#rentang").selectOption("bulan");
			page.locator("#pada").fill("2026-05-09");
			page.locator("#opd").selectOption("disdukcapil");
			page.locator("main form button[type=submit]").click();
			assertThat(page.locator(".lead")).containsText("1 Mei 2026 sampai 31 Mei 2026");
			page.locator("#efficiency ~ details summary").click();
			page.locator("#efficiency ~ details th a").first().click();
			assertThat(page.locator(".numbers tbody tr")).hasCount(31);
		}
	}

	/** Colour alone would not tell them apart. */
	@Test
	void drawsOpinionAndMeasurementInLinesOfTheirOwn() {
		Page page = this.worker.page();
		page.navigate("/admin/mutu?layanan=disdukcapil&" + QUARTER);
		String measured = dashes(page, ".trends .chart-measured");
		String perceived = dashes(page, ".trends .chart-perceived");
		assertThat(perceived).isNotEqualTo(measured).isNotEqualTo("none");
	}

	private static String dashes(Page page, String line) {
		return (String) page.locator(line).first().evaluate("(path) => getComputedStyle(path).strokeDasharray");
	}

	@Test
	void saysWhatIsWrongWithAScale() {
		Page page = this.worker.page();
		page.navigate("/admin/mutu/skala/uptime");
		page.locator("#target").fill("30.000");
		page.locator("main form[method=post] button[type=submit]").click();
		assertThat(page.locator(".error-summary a[href='#target']")).isVisible();
		assertThat(Axe.violations(page)).isEmpty();
	}

	@Test
	void printsTheSummaryForEverybody() {
		try (BrowserContext paper = this.portal.open(true, PAPER, PAPER_HEIGHT)) {
			Page page = paper.newPage();
			page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			page.navigate("/mutu");
			assertThat(page.locator("main h1")).isVisible();
			assertThat(page.locator("main table").first()).isVisible();
			assertThat(page.locator(".site-nav")).isHidden();
			assertThat(page.locator(".breadcrumb")).isHidden();
			assertThat(Layout.widerThanScreen(page)).isEmpty();
		}
	}

	@Test
	void opensTheReportOnPaper() {
		Page page = this.worker.page();
		page.navigate("/admin/mutu?opd=disdukcapil&" + QUARTER);
		String href = page.locator("a[href*='.pdf']").getAttribute("href");
		byte[] document = page.request().get(href).body();
		assertThat(new String(document, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator("#pendapat")).isVisible();
		assertThat(page.locator("#lanjut")).isHidden();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
	}

}
