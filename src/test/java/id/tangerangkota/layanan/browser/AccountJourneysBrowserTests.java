package id.tangerangkota.layanan.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways in and out, on a phone; where no passkey is involved also without JavaScript.
 */
@BrowserTest
class AccountJourneysBrowserTests {

	private static final int PHONE = 360;

	private static final int HEIGHT = 740;

	@Autowired
	private Letterbox letterbox;

	@Autowired
	private StaffDesk staff;

	private Portal portal;

	private BrowserContext context;

	private Page page;

	@BeforeAll
	void open(Portal portal) {
		this.portal = portal;
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void registerSignInAndOut(boolean javaScript) {
		start(javaScript);
		String nik = Niks.next();
		People.register(this.page, nik, "");
		assertThat(this.page.locator("main")).containsText("Bila NIK ini belum terdaftar");
		this.page.navigate("/akun/keamanan");
		People.signIn(this.page, nik, People.PASSWORD);
		People.send(this.page, "/akun/kode-pemulihan");
		assertThat(this.page.locator(".code-list code")).hasCount(8);
		People.send(this.page, "/akun/kode-pemulihan/selesai");
		// Back where they wanted to go.
		assertThat(this.page).hasURL(Pattern.compile(".*/akun/keamanan$"));
		People.signOut(this.page);
		assertThat(this.page.locator("h1")).hasText("Anda sudah keluar");
		this.page.navigate("/akun");
		assertThat(this.page).hasURL(Pattern.compile(".*/masuk\\?lanjut=%2Fakun$"));
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void comeBackAfterForgettingThePassword(boolean javaScript) {
		start(javaScript);
		String nik = Niks.next();
		String email = nik + "@contoh.id";
		People.register(this.page, nik, email);
		String confirm = this.letterbox.link(email, Kind.CONFIRM_EMAIL);
		this.page.navigate(confirm);
		People.send(this.page, confirm);
		assertThat(this.page.locator("h1")).hasText("Surel Anda sudah dikonfirmasi");
		this.page.navigate("/lupa-sandi?ganti");
		this.page.locator("#nik").fill(nik);
		People.send(this.page, "/lupa-sandi");
		this.page.waitForURL("**/lupa-sandi/terkirim");
		String link = this.letterbox.link(email, Kind.RESET_PASSWORD);
		this.page.navigate(link);
		this.page.locator("#sandi").fill("jendela merah terbuka");
		People.send(this.page, link);
		this.page.waitForURL("**/lupa-sandi/selesai");
		this.page.navigate(link);
		assertThat(this.page.locator("h1")).hasText("Tautan ini tidak berlaku lagi");
		this.page.navigate("/masuk");
		People.signIn(this.page, nik, "jendela merah terbuka");
		assertThat(this.page).hasURL(Pattern.compile(".*/akun$"));
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void useAnAuthenticatorApp(boolean javaScript) {
		start(javaScript);
		String nik = enter();
		this.page.navigate("/akun/keamanan/totp");
		String secret = this.page.locator(".secret-code").innerText();
		Instant now = Instant.now();
		this.page.locator("#kode").fill(People.code(secret, now));
		People.send(this.page, "/akun/keamanan/totp");
		assertThat(this.page.locator(".banner")).containsText("Langkah kedua sudah ditambahkan");
		People.signOut(this.page);
		this.page.navigate("/masuk");
		People.signIn(this.page, nik, People.PASSWORD);
		this.page.waitForURL("**/masuk/kode");
		// Nobody is signed in before the second step.
		this.page.navigate("/akun");
		assertThat(this.page).hasURL(Pattern.compile(".*/masuk.*"));
		this.page.navigate("/masuk/kode");
		this.page.locator("#kode").fill(People.code(secret, now));
		People.send(this.page, "/masuk/kode");
		assertThat(this.page.locator(".error-summary")).containsText("sudah dipakai");
		this.page.locator("#kode").fill(People.code(secret, now.plusSeconds(30)));
		People.send(this.page, "/masuk/kode");
		assertThat(this.page).hasURL(Pattern.compile(".*/akun$"));
	}

	@Test
	void useAPasskey() {
		start(true);
		new FingerprintReader(this.page, true);
		String nik = enter();
		this.page.navigate("/akun/keamanan/kunci-sandi");
		this.page.locator("main form[data-passkey] button").click();
		assertThat(this.page.locator(".banner")).containsText("Langkah kedua sudah ditambahkan");
		People.signOut(this.page);
		this.page.navigate("/masuk");
		People.signIn(this.page, nik, People.PASSWORD);
		this.page.waitForURL("**/masuk/kode");
		this.page.locator("main form[data-passkey] button").click();
		assertThat(this.page).hasURL(Pattern.compile(".*/akun$"));
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void joinTheStaffAndInviteSomebody(boolean javaScript) {
		start(javaScript);
		String administrator = Niks.next() + "@contoh.go.id";
		People.join(this.page, invitation(), "Budi Santoso", administrator);
		assertThat(this.page.locator("main")).containsText("Loket");
		this.page.navigate("/admin/akun/undang");
		String officer = Niks.next() + "@contoh.go.id";
		this.page.locator("#surel").fill(officer);
		this.page.locator("input[type=checkbox][value=AUDITOR]").check();
		People.send(this.page, "/admin/akun/undang");
		assertThat(this.page.locator(".banner")).isVisible();
		People.signOut(this.page);
		People.join(this.page, this.letterbox.link(officer, Kind.STAFF_INVITATION), "Rina Wati", "");
		this.page.navigate("/auditor");
		assertThat(this.page.locator("main")).containsText("Menerima undangan petugas");
		this.page.navigate("/admin/akun");
		assertThat(this.page.locator("h1")).hasText("Halaman ini tidak terbuka untuk Anda");
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void endTheSessionOfAnotherDevice(boolean javaScript) {
		start(javaScript);
		String nik = enter();
		try (BrowserContext other = this.portal.open(javaScript, PHONE, HEIGHT)) {
			Page otherPage = other.newPage();
			otherPage.navigate("/masuk");
			People.signIn(otherPage, nik, People.PASSWORD);
			otherPage.waitForURL("**/akun");
			this.page.navigate("/akun/keamanan");
			assertThat(this.page.locator(".device-list li")).hasCount(2);
			this.page.locator(".device-list form button").click();
			assertThat(this.page.locator(".device-list li")).hasCount(1);
			otherPage.navigate("/akun");
			assertThat(otherPage).hasURL(Pattern.compile(".*/masuk\\?lanjut=%2Fakun&habis=ya$"));
		}
	}

	@ParameterizedTest(name = "JavaScript {0}")
	@ValueSource(booleans = { true, false })
	void takeOnesDataAlong(boolean javaScript) throws Exception {
		start(javaScript);
		String nik = enter();
		this.page.navigate("/akun/data-saya");
		Download download = this.page.waitForDownload(
				() -> this.page.locator("a[href*='unduh.json'], form[action*='unduh.json'] button").first().click());
		Path file = download.path();
		assertThat(Files.readString(file)).contains(nik, "Siti Aminah");
	}

	/** The path of a link that makes whoever opens it administrator. */
	private String invitation() {
		return this.staff.inviteAdministrator(null).replaceFirst("^https?://[^/]+", "");
	}

	/** Somebody who registered and signed in a moment ago, and skipped the codes. */
	private String enter() {
		String nik = Niks.next();
		People.register(this.page, nik, "");
		this.page.navigate("/masuk");
		People.signIn(this.page, nik, People.PASSWORD);
		this.page.waitForURL("**/akun/kode-pemulihan");
		return nik;
	}

	private void start(boolean javaScript) {
		this.context = this.portal.open(javaScript, PHONE, HEIGHT);
		this.page = this.context.newPage();
	}

}
