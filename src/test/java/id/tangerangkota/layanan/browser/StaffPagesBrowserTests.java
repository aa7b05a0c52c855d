package id.tangerangkota.layanan.browser;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of the staff that show somebody: an invitation, an account, a visit at the
 * counter.
 */
@BrowserTest
class StaffPagesBrowserTests {

	private static final int PHONE = 360;

	private static final int DESK = 1280;

	private static final int HEIGHT = 800;

	@Autowired
	private Letterbox letterbox;

	@Autowired
	private StaffDesk staff;

	@Autowired
	private StaffMembers members;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private Registration registration;

	private Inspection guest;

	private Inspection worker;

	@BeforeAll
	void open(Portal portal) {
		this.guest = new Inspection(portal);
		this.worker = new Inspection(portal);
		this.members.join(this.worker.page(), new AgencyId("disdukcapil"), Role.ADMINISTRATOR, Role.OFFICER);
	}

	@AfterAll
	void close() {
		this.guest.close();
		this.worker.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void invitationsHoldUp(String language) {
		String link = this.members.invite(new AgencyId("disdukcapil"), Role.OFFICER, Role.COORDINATOR);
		inspect(this.guest, "undangan", link, language);
		Page page = this.guest.page();
		page.locator("#nama").fill("Siti Aminah");
		page.locator("#sandi").fill(People.PASSWORD);
		People.send(page, link);
		page.waitForURL("**/faktor*");
		inspect(this.guest, "undangan-faktor", link + "/faktor", language);
		page.locator("#kode").fill("000000");
		People.send(page, link + "/faktor");
		refused(page, "undangan-faktor-salah", language);
		this.guest.inspect(new PublicPage("undangan-habis", "/petugas/undangan/tidak-ada", 410), language, true);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void accountsOfStaffHoldUp(String language) {
		String email = Niks.next() + "@contoh.go.id";
		AccountId id = this.staff.invite(new Email(email), Set.of(Role.OFFICER), new AgencyId("disdukcapil")).id();
		String path = "/admin/akun/" + id;
		inspect(this.worker, "admin-akun-satu", path, language);
		inspect(this.worker, "admin-akun-nonaktifkan", path + "/nonaktifkan", language);
		inspect(this.worker, "admin-akun-undang-lagi", path + "/undang-lagi", language);
		Page page = this.worker.page();
		page.navigate(in("/admin/akun/undang", language));
		page.locator("#peran").check();
		People.send(page, "/admin/akun/undang");
		refused(page, "admin-akun-undang-salah", language);
		assertThat(page.locator("#peran")).isChecked();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void linksThatNoMailServerTakesHoldUp(String language) {
		Page page = this.worker.page();
		page.navigate(in("/admin/akun/undang", language));
		page.locator("#surel").fill(Niks.next() + "@contoh.go.id");
		page.locator("input[name=peran][value=AUDITOR]").check();
		this.letterbox.setPossible(false);
		try {
			People.send(page, "/admin/akun/undang");
			page.waitForURL("**/admin/akun/undang/tautan*");
		}
		finally {
			this.letterbox.setPossible(true);
		}
		assertThat(page.locator("html")).hasAttribute("lang", language);
		assertThat(page.locator(".secret-code")).containsText("/petugas/undangan/");
		pictures(page, "admin-akun-tautan", language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void visitsAtTheCounterHoldUp(String language) {
		Page page = this.worker.page();
		String none = Niks.next();
		lookUp(none, language);
		inspect(this.worker, "loket-tanpa-akun", "/petugas/loket/hasil", language);
		People.send(page, "/petugas/loket/hasil");
		refused(page, "loket-tanpa-akun-salah", language);
		page.locator("#nama").fill("Dewi Lestari");
		page.locator("#saksi").check();
		People.send(page, "/petugas/loket/hasil");
		page.waitForURL("**/petugas/loket/kode*");
		inspect(this.worker, "loket-kode", "/petugas/loket/kode", language);
		inspect(this.worker, "loket-terverifikasi", "/petugas/loket/hasil", language);
		Nik registered = Nik.parse(Niks.next());
		this.registration
			.register(new Registration.Application(registered, "Siti Aminah", People.PASSWORD, null, "192.0.2.99"));
		page.navigate(in("/petugas/loket", language));
		page.locator("#nik").fill("3671");
		People.send(page, "/petugas/loket");
		refused(page, "loket-salah", language);
		String path = "/petugas/loket/" + this.counter.find(registered).orElseThrow().id();
		inspect(this.worker, "loket-akun", path, language);
		page.locator("#alasan").check();
		page.locator("#keterangan").fill("Surat dinas sosial nomor 12");
		People.send(page, path);
		assertThat(page.locator(".paper-code")).hasText(Pattern.compile("(?:\\d{4} ){3}\\d{4}"));
		pictures(page, "loket-nik", language);
		page.navigate(in("/petugas/loket", language));
		sound(page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "en" })
	void unverifiedAccountsHoldUp(String language) {
		String nik = Niks.next();
		this.registration
			.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", People.PASSWORD, null, "192.0.2.98"));
		lookUp(nik, language);
		inspect(this.worker, "loket-belum-terverifikasi", "/petugas/loket/hasil", language);
	}

	private void lookUp(String nik, String language) {
		Page page = this.worker.page();
		page.navigate(in("/petugas/loket", language));
		page.locator("#nik").fill(nik);
		People.send(page, "/petugas/loket");
		page.waitForURL("**/petugas/loket/hasil*");
	}

	private static void inspect(Inspection inspection, String name, String path, String language) {
		inspection.inspect(new PublicPage(name, path, 200), language, true);
	}

	private static String in(String path, String language) {
		return path + ("en".equals(language) ? "?lang=en" : "");
	}

	/** A page that shows a form again: it says what is wrong and holds up as before. */
	private static void refused(Page page, String name, String language) {
		assertThat(page.locator(".error-summary")).isFocused();
		assertThat(page.locator("html")).hasAttribute("lang", language);
		pictures(page, name, language);
	}

	private static void pictures(Page page, String name, String language) {
		for (int width : List.of(PHONE, DESK)) {
			page.setViewportSize(width, HEIGHT);
			assertThat(Layout.widerThanScreen(page)).isEmpty();
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
				Shot.take(page, name, scheme, language);
			}
		}
		sound(page);
	}

	private static void sound(Page page) {
		assertThat(Axe.violations(page)).isEmpty();
	}

}
