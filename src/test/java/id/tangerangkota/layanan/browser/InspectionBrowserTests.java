package id.tangerangkota.layanan.browser;

import java.time.Instant;
import java.util.Set;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.inspection.InspectedSites;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The staff read what sites lack, and say where the inspection was wrong. */
@BrowserTest
class InspectionBrowserTests {

	private static final String PATH = "/admin/mutu/pemeriksaan";

	private static final String HTML = "<p>" + "Dinas Komunikasi dan Informatika. ".repeat(10) + "</p>"
			+ "<a href='/kontak'>Kontak</a><img src='http://lain.example/sebuah-gambar-dengan-nama-yang-panjang-sekali.png'>";

	@Autowired
	private StaffMembers staff;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private InspectedSites sites;

	private Portal portal;

	private Inspection worker;

	@BeforeAll
	void prepare(Portal portal) {
		this.portal = portal;
		this.sites.page(service("diskominfo"), "https://diskominfo.tangerangkota.go.id/", Instant.now(), HTML,
				"Set-Cookie: SESI=x");
		this.sites.unreachable(service("dinkes"), "https://dinkes.tangerangkota.go.id/", Instant.now());
		this.worker = new Inspection(portal);
		this.staff.join(this.worker.page(), null, Role.COORDINATOR);
	}

	private ServiceId service(String slug) {
		return this.catalog.service(slug).orElseThrow().id();
	}

	@AfterAll
	void close() {
		this.worker.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void holdUpInBothLanguages(String language) {
		inspect("pemeriksaan", "", language);
		inspect("pemeriksaan-situs", "/diskominfo", language);
		inspect("pemeriksaan-tak-terjangkau", "/dinkes", language);
		inspect("pemeriksaan-keliru", "/diskominfo/hsts/keliru", language);
	}

	private void inspect(String name, String path, String language) {
		this.worker.inspect(new PublicPage(name, PATH + path, 200), language, true);
	}

	@Test
	void takesTheWordOfTheStaffWithoutScripts() {
		try (BrowserContext plain = this.portal.open(false, 360, 740)) {
			Page page = plain.newPage();
			this.staff.join(page, null, Role.COORDINATOR);
			page.navigate("/petugas");
			page.locator("main a[href='" + PATH + "']").click();
			page.locator("main tbody th a").first().click();
			page.locator("main a[href$='/privacy-notice/keliru']").click();
			page.locator("main form[method=post] button[type=submit]").click();
			assertThat(page.locator(".error-summary")).isVisible();
			page.locator("#alasan").fill("Ada di bagian bawah beranda.");
			page.locator("main form[method=post] button[type=submit]").click();
			assertThat(page.locator(".banner-success")).isVisible();
			assertThat(page.locator("li:has(> #privacy-notice)")).containsText("Ada di bagian bawah beranda.");
			page.locator("li:has(> #privacy-notice) form button").click();
			assertThat(page.locator("li:has(> #privacy-notice)")).not().containsText("Ada di bagian bawah beranda.");
		}
	}

}
