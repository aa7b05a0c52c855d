package id.tangerangkota.layanan.browser;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import id.tangerangkota.layanan.web.testing.FormPages;
import id.tangerangkota.layanan.web.testing.TestPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What pages with a session do, on a portal whose only pages are made up. */
@SpringBootTest(classes = { TestPortal.class, FormPages.class }, webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(BrowserExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SessionBrowserTests {

	private static final int DESK = 1280;

	private static final int HEIGHT = 800;

	/** Whether the parts of the header overlap in height, each with the next. */
	private static final String ONE_ROW = """
			() => {
				const boxes = [...document.querySelectorAll('.site-header .wrap > *')].map(e => e.getBoundingClientRect());
				return Math.max(...boxes.map(b => b.top)) < Math.min(...boxes.map(b => b.bottom));
			}
			""";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private FormPages pages;

	private BrowserContext context;

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@ParameterizedTest
	@CsvSource({ "guest,id", "guest,en", "warga,id", "warga,en", "petugas,id", "petugas,en" })
	void theHeaderFitsWhoeverReads(String who, String language, Portal portal) {
		this.context = portal.open(true, DESK, HEIGHT);
		Page page = this.context.newPage();
		Complaints complaints = Complaints.of(page);
		if (!who.equals("guest")) {
			page.navigate("/masuk-coba?siapa=" + who);
		}
		page.navigate("/formulir-coba" + (language.equals("en") ? "?lang=en" : ""));
		assertThat((Boolean) page.evaluate(ONE_ROW)).as("one row on a desk").isTrue();
		for (int width : List.of(DESK, 1024, 768, 360, 320)) {
			page.setViewportSize(width, HEIGHT);
			assertThat(Layout.widerThanScreen(page)).as("at " + width).isEmpty();
			assertThat(Layout.smallTargets(page)).as("at " + width).isEmpty();
			Shot.take(page, "header-" + who, ColorScheme.LIGHT, language);
		}
		assertThat(Axe.violations(page)).isEmpty();
		assertThat(HtmlChecker.problems(page.content())).isEmpty();
		assertThat(complaints.take()).isEmpty();
	}

	@Test
	void aFormThatWasOpenForTooLongNeedsNoScriptToBeSentAgain(Portal portal) {
		this.context = portal.open(false, 360, HEIGHT);
		Page page = this.context.newPage();
		page.navigate("/formulir-coba");
		page.getByLabel("Nama").fill("Siti & \"Budi\"");
		page.getByLabel("Cerita").fill("Baris satu\nBaris dua");
		page.getByLabel("Sandi").fill("rahasia");
		this.jdbc.sql("delete from session.spring_session").update();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirim").setExact(true)).click();

		assertThat(page.locator("h1").textContent()).isEqualTo("Formulir ini terlalu lama terbuka");
		assertThat(page.content()).doesNotContain("rahasia");
		assertThat(HtmlChecker.problems(page.content())).isEmpty();
		assertThat(Layout.widerThanScreen(page)).isEmpty();
		assertThat(Layout.smallTargets(page)).isEmpty();
		Shot.take(page, "resend", ColorScheme.LIGHT, "id");
		page.locator("#sandi").fill("rahasia");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirim sekali lagi")).click();

		PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("layanan");
		assertThat(this.pages.sent).containsEntry("nama", List.of("Siti & \"Budi\""))
			.containsEntry("cerita", List.of("Baris satu\r\nBaris dua"))
			.containsEntry("sandi", List.of("rahasia"));
	}

	@Test
	void thePageOfALateFormIsAccessible(Portal portal) {
		this.context = portal.open(true, 360, HEIGHT);
		Page page = this.context.newPage();
		Complaints complaints = Complaints.of(page);
		page.navigate("/formulir-coba");
		this.jdbc.sql("delete from session.spring_session").update();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kirim").setExact(true)).click();
		PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Formulir ini terlalu lama terbuka");
		assertThat(Axe.violations(page)).isEmpty();
		assertThat(complaints.take()).isEmpty();
	}

	@Test
	void aSessionAboutToEndSaysSoAndCanBeKept(Portal portal) {
		this.context = portal.open(true, 360, HEIGHT);
		Page page = this.context.newPage();
		Complaints complaints = Complaints.of(page);
		page.clock().install();
		page.navigate("/masuk-coba?siapa=warga");
		page.navigate("/formulir-coba");
		PlaywrightAssertions.assertThat(page.locator(".session-notice")).isHidden();
		page.clock().fastForward("12:55");
		PlaywrightAssertions.assertThat(page.locator(".session-notice")).isHidden();
		page.clock().fastForward("00:10");
		PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT))
			.containsText(Pattern.compile("Anda akan keluar otomatis pukul \\d\\d\\.\\d\\d\\."));
		assertThat(Axe.violations(page)).isEmpty();
		assertThat(Layout.widerThanScreen(page)).isEmpty();
		Shot.take(page, "session-ends", ColorScheme.LIGHT, "id");

		this.jdbc.sql("update session.spring_session set last_access_time = last_access_time - 600000").update();
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tetap masuk")).click();
		PlaywrightAssertions.assertThat(page.locator(".session-notice")).isHidden();
		assertThat(this.jdbc
			.sql("select max(last_access_time) > extract(epoch from clock_timestamp()) * 1000 - 60000"
					+ " from session.spring_session")
			.query(Boolean.class)
			.single()).isTrue();

		this.jdbc.sql("delete from session.spring_session").update();
		page.clock().fastForward("13:05");
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tetap masuk")).click();
		PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("Anda sudah keluar otomatis.");
		PlaywrightAssertions.assertThat(page.getByText("Tetap masuk")).isHidden();
		// A response without a body counts as aborted, whatever it says.
		assertThat(complaints.take()).allMatch((complaint) -> complaint.contains("/sesi/perpanjang"));
	}

	@Test
	void useInAnotherTabKeepsTheNoticeAway(Portal portal) {
		this.context = portal.open(true, 360, HEIGHT);
		Page page = this.context.newPage();
		page.navigate("/masuk-coba?siapa=warga&detik=123");
		page.navigate("/formulir-coba?lang=en");
		Page other = this.context.newPage();
		PlaywrightAssertions.assertThat(page.getByRole(AriaRole.ALERT)).containsText("You will be signed out");
		other.navigate("/formulir-coba");
		PlaywrightAssertions.assertThat(page.locator(".session-notice")).isHidden();
		assertThat(Objects.requireNonNull(other.url())).endsWith("/formulir-coba");
	}

}
