package id.tangerangkota.layanan.browser;

import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People who join the staff with a passkey, and need no authenticator app. */
@BrowserTest
class JoiningBrowserTests {

	private static final String BUTTON = "main form[data-passkey] button";

	@Autowired
	private StaffDesk staff;

	@Autowired
	private Passkeys passkeys;

	@Autowired
	private Letterbox letterbox;

	@Autowired
	private JdbcClient jdbc;

	private BrowserContext context;

	private Page page;

	private Complaints complaints;

	private String email;

	private AccountId account;

	@BeforeEach
	void openTheLinkInTheMail(Portal portal) {
		this.context = portal.open(true, 360, 740);
		this.page = this.context.newPage();
		this.complaints = Complaints.of(this.page);
		this.email = Niks.next() + "@contoh.go.id";
		this.account = this.staff.invite(new Email(this.email), Set.of(Role.AUDITOR), null).id();
		String link = this.letterbox.link(this.email, Kind.STAFF_INVITATION).replaceFirst("\\?.*", "");
		this.page.navigate(link);
		this.page.locator("#nama").fill("Rina Wati");
		this.page.locator("#sandi").fill(People.PASSWORD);
		People.send(this.page, link);
		this.page.waitForURL("**/faktor");
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void joinAndComeBackWithAPasskeyAlone() {
		FingerprintReader reader = new FingerprintReader(this.page, true);
		this.page.locator(BUTTON).click();
		assertThat(this.page).hasURL(Pattern.compile(".*/petugas$"));
		assertThat(this.page.locator("main")).containsText("Rina Wati");
		assertThat(reader.credentials()).isEqualTo(1);
		assertThat(this.passkeys.of(this.account)).hasSize(1);
		assertThat(this.jdbc.sql("select state from identity.account where id = ? and totp_secret is null")
			.param(this.account.value())
			.query(String.class)
			.single()).isEqualTo("ACTIVE");
		People.signOut(this.page);
		this.page.navigate("/auditor");
		this.page.locator("#surel").fill(this.email);
		this.page.locator("#sandi").fill(People.PASSWORD);
		People.send(this.page, "/petugas/masuk");
		this.page.waitForURL("**/masuk/kode?lanjut=%2Fauditor");
		assertThat(this.page.locator("#kode")).hasCount(0);
		assertThat(Axe.violations(this.page)).isEmpty();
		this.page.locator(BUTTON).click();
		// Back where they wanted to go.
		assertThat(this.page).hasURL(Pattern.compile(".*/auditor$"));
		assertThat(this.complaints.take()).isEmpty();
	}

	/** Nobody is in, and the invitation is still good. */
	@Test
	void stayOutsideWithAFingerOfSomebodyElse() {
		FingerprintReader reader = new FingerprintReader(this.page, true);
		reader.knowsFinger(false);
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("form[data-passkey] [role=alert]")).containsText("Kunci sandi belum dibuat");
		assertThat(this.passkeys.has(this.account)).isFalse();
		reader.knowsFinger(true);
		this.page.locator(BUTTON).click();
		assertThat(this.page).hasURL(Pattern.compile(".*/petugas$"));
	}

}
