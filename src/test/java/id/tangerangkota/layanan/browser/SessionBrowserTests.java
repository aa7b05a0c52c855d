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
import org.junit.jupiter.params.provider.ValueSource;

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

	private static final int PHONE = 360;

	/** In how many rows the parts of the header lie. */
	private static final String ROWS = """
			() => {
				const boxes = [...document.querySelectorAll('.site-header .wrap > *, .menu:not(:popover-open) > *')]
					.map(e => e.getBoundingClientRect())
					.filter(b => b.height > 0)
					.sort((a, b) => a.top - b.top);
				let rows = 0;
				let bottom = -1;
				for (const box of boxes) {
					if (box.top >= bottom) { rows++; bottom = box.bottom; }
					bottom = Math.min(bottom, box.bottom);
				}
				return rows;
			}
			""";

	private static final String WIDTH_OF_THE_SEARCH = """
			() => document.querySelector('.header-search input').getBoundingClientRect().width
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
		assertThat(page.evaluate(ROWS)).as("rows on a desk").isEqualTo(1);
		assertThat(Axe.contrastViolations(page)).as("on a desk").isEmpty();
		assertThat(((Number) page.evaluate(WIDTH_OF_THE_SEARCH)).doubleValue()).as("search").isGreaterThan(150);
		for (int width : List.of(DESK, 1024, 768, 360, 320)) {
			page.setViewportSize(width, HEIGHT);
			assertThat(Layout.widerThanScreen(page)).as("at " + width).isEmpty();
			assertThat(Layout.smallTargets(page)).as("at " + width).isEmpty();
			shots(page, "header-" + who, language);
			if (width == PHONE && !who.equals("guest")) {
				assertThat((Integer) page.evaluate(ROWS)).as("rows on a phone").isLessThanOrEqualTo(2);
			}
		}
		assertThat(Axe.violations(page)).isEmpty();
		if (!who.equals("guest")) {
			page.setViewportSize(PHONE, HEIGHT);
			People.openMenu(page);
			PlaywrightAssertions.assertThat(page.locator(".menu form button")).isVisible();
			assertThat(Layout.widerThanScreen(page)).isEmpty();
			assertThat(Layout.smallTargets(page)).isEmpty();
			// Axe counts what lies below the menu as its neighbours: colours alone.
			assertThat(Axe.contrastViolations(page)).isEmpty();
			shots(page, "header-menu-" + who, language);
		}
		assertThat(HtmlChecker.problems(page.content())).isEmpty();
		assertThat(complaints.take()).isEmpty();
	}

	private static void shots(Page page, String name, String language) {
		for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			Shot.take(page, name, scheme, language);
		}
	}

	/** Without a script as well. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theMenuOfAPhoneLeadsOut(boolean javaScript, Portal portal) {
		this.context = portal.open(javaScript, PHONE, HEIGHT);
		Page page = this.context.newPage();
		page.navigate("/masuk-coba?siapa=warga");
		page.navigate("/formulir-coba");
		PlaywrightAssertions.assertThat(page.locator(".menu form button")).isHidden();
		page.locator(".menu-button").click();
		page.locator(".menu form button").click();
		page.waitForURL("**/keluar-coba");
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
