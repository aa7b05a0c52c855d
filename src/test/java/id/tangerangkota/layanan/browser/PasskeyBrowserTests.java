package id.tangerangkota.layanan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tangerangkota.layanan.actor.AccountId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Passkeys through the forms and the script, with an authenticator of the browser's own.
 */
@BrowserTest
class PasskeyBrowserTests {

	private static final String BUTTON = "form[data-passkey] button";

	private static final String ALERT = "form[data-passkey] [role=alert]";

	@Autowired
	private JdbcClient jdbc;

	private Portal portal;

	private BrowserContext context;

	private Page page;

	private Complaints complaints;

	private AccountId account;

	/** What the page finds in the browser. */
	enum Browser {

		MODERN(""),

		/** As of before 2025. */
		WITHOUT_JSON("""
				delete PublicKeyCredential.parseCreationOptionsFromJSON;
				delete PublicKeyCredential.parseRequestOptionsFromJSON;
				delete PublicKeyCredential.prototype.toJSON;
				"""),

		/** A password manager stands in for the browser, badly. */
		WITH_BROKEN_JSON(
				"PublicKeyCredential.prototype.toJSON = () => { throw new TypeError('Illegal invocation'); };"),

		/** As Safari before 16. */
		WITHOUT_REQUEST_SUBMIT("delete HTMLFormElement.prototype.requestSubmit;");

		private final String script;

		Browser(String script) {
			this.script = script;
		}

	}

	@BeforeEach
	void open(Portal portal) {
		this.portal = portal;
		this.context = portal.open(true, 360, 740);
		this.page = this.context.newPage();
		this.complaints = Complaints.of(this.page);
		this.account = account();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	private AccountId account() {
		AccountId account = AccountId.random();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, created_at, version)
				values (?, 'CITIZEN', 'ACTIVE', now(), 0)""").param(account.value()).update();
		return account;
	}

	private void open(String id, String page) {
		this.page.navigate("/coba/kunci-sandi/" + id + "/" + page);
	}

	private void createPasskey() {
		open(this.account.toString(), "buat");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("#account")).hasText(this.account + " 1");
	}

	private void signIn(String id) {
		open(id, "masuk");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("#account")).hasText(this.account.toString());
	}

	@ParameterizedTest
	@EnumSource
	void createAPasskeyAndSignInWithIt(Browser browser) {
		this.context.addInitScript(browser.script);
		FingerprintReader reader = new FingerprintReader(this.page, true);
		createPasskey();
		assertThat(reader.credentials()).isEqualTo(1);
		signIn(this.account.toString());
		signIn(PasskeyPages.ANYBODY);
		signIn(PasskeyPages.ANYBODY);
		assertThat(this.complaints.take()).isEmpty();
	}

	@Test
	void signInWithASecurityKeyThatKeepsNoAccounts() {
		new FingerprintReader(this.page, false);
		createPasskey();
		signIn(this.account.toString());
		open(PasskeyPages.ANYBODY, "masuk");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator(ALERT)).containsText("Anda belum masuk karena kunci sandi dibatalkan");
	}

	@Test
	void hearWhatWentWrongAndTryAgain() {
		FingerprintReader reader = new FingerprintReader(this.page, true);
		reader.knowsFinger(false);
		open(this.account.toString(), "buat");
		Locator alert = this.page.locator(ALERT);
		assertThat(alert).isHidden();
		this.page.locator(BUTTON).click();
		assertThat(alert).hasText(
				"Kesalahan: Kunci sandi belum dibuat karena dibatalkan atau waktunya habis. " + "Coba sekali lagi.");
		assertThat(this.page.getByRole(AriaRole.ALERT)).isVisible();
		assertThat(Axe.violations(this.page)).isEmpty();
		reader.knowsFinger(true);
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("#account")).hasText(this.account + " 1");
		assertThat(this.complaints.take()).isEmpty();
	}

	@Test
	void hearThatTheDeviceHasOneAlready() {
		new FingerprintReader(this.page, true);
		createPasskey();
		open(this.account.toString(), "buat?lang=en");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator(ALERT)).containsText("This device already holds a passkey for your account.");
	}

	@Test
	void hearThatTheDeviceCannot() {
		this.context.addInitScript("navigator.credentials.get = () => { throw new TypeError('broken'); };");
		open(this.account.toString(), "masuk");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator(ALERT)).containsText("Perangkat ini belum dapat memakai kunci sandi.");
	}

	@Test
	void areRefusedWithTheAnswerToAnOlderQuestion() {
		new FingerprintReader(this.page, true);
		createPasskey();
		open(this.account.toString(), "masuk");
		Page other = this.context.newPage();
		other.navigate("/coba/kunci-sandi/" + this.account + "/masuk");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("#refused")).hasText("WRONG_CHALLENGE");
	}

	@Test
	void areRefusedWithThePasskeyOfAnotherAccount() {
		new FingerprintReader(this.page, true);
		createPasskey();
		AccountId other = account();
		open(other.toString(), "masuk");
		this.page.locator(BUTTON).click();
		assertThat(this.page.locator("#refused")).hasText("OTHER_ACCOUNT");
	}

	@Test
	void findNoButtonWithoutPasskeys() {
		this.context.addInitScript("delete window.PublicKeyCredential;");
		open(this.account.toString(), "masuk");
		assertThat(this.page.locator("form[data-passkey] .hint")).isVisible();
		assertThat(this.page.locator(BUTTON)).isHidden();
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void findNoButtonWithoutJavaScript(Language language) {
		try (BrowserContext plain = this.portal.open(false, 360, 740)) {
			Page plainPage = plain.newPage();
			plainPage.navigate("/coba/kunci-sandi/" + this.account + "/buat" + language.query);
			assertThat(plainPage.locator("form[data-passkey] .hint")).hasText(language.needs);
			assertThat(plainPage.locator(BUTTON)).isHidden();
			assertThat(plainPage.locator(ALERT)).isHidden();
		}
	}

	enum Language {

		INDONESIAN("", "Kunci sandi memerlukan peramban versi baru dengan JavaScript aktif."),

		ENGLISH("?lang=en", "Passkeys need a recent browser with JavaScript switched on.");

		private final String query;

		private final String needs;

		Language(String query, String needs) {
			this.query = query;
			this.needs = needs;
		}

	}

	@Test
	void getFormsThatFitAndAreSound() {
		for (String action : new String[] { "buat", "masuk" }) {
			open(this.account.toString(), action);
			assertThat(this.page.locator(BUTTON)).isVisible();
			assertThat(this.page.locator("script[src*=passkey]")).hasCount(1);
			assertThat(Axe.violations(this.page)).isEmpty();
			assertThat(Layout.widerThanScreen(this.page)).isEmpty();
			assertThat(Layout.smallTargets(this.page)).isEmpty();
			assertThat(HtmlChecker.problems(this.portal.get("/coba/kunci-sandi/" + this.account + "/" + action).body()))
				.isEmpty();
		}
		assertThat(this.complaints.take()).isEmpty();
	}

}
