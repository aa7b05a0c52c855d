package id.tangerangkota.layanan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The checks of pages find what is wrong: a check that finds nothing proves nothing. */
@BrowserTest
class ChecksBrowserTests {

	private BrowserContext context;

	private Page page;

	@BeforeEach
	void open(Portal portal) {
		this.context = portal.open(true, 320, 640);
		this.page = this.context.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void findWhatThePolicyBlocks() {
		Complaints complaints = Complaints.of(this.page);
		this.page.navigate("/");
		assertThat(complaints.take()).isEmpty();
		this.page.evaluate("() => document.body.setAttribute('style', 'color: red')");
		await().untilAsserted(() -> {
			this.page.evaluate("() => 0");
			assertThat(complaints.take()).anyMatch((found) -> found.contains("Content Security Policy"));
		});
	}

	@Test
	void findErrorsOfScripts() {
		Complaints complaints = Complaints.of(this.page);
		this.page.navigate("/");
		this.page.evaluate("() => { setTimeout(() => { throw new Error('broken'); }, 0); }");
		await().untilAsserted(() -> {
			this.page.evaluate("() => 0");
			assertThat(complaints.take()).anyMatch((found) -> found.contains("broken"));
		});
	}

	@Test
	void findWhatIsNotAccessible() {
		this.page
			.setContent("<html lang=id><title>x</title><main><h1 style='color: #bbb'>Layanan</h1><img src=x></main>");
		assertThat(Axe.violations(this.page)).anyMatch((found) -> found.startsWith("image-alt"))
			.anyMatch((found) -> found.startsWith("color-contrast"));
		assertThat(Axe.contrastViolations(this.page)).hasSize(1);
	}

	@Test
	void findWhatDoesNotFit() {
		this.page.setContent("<body><div style='width: 400px'>x</div><button style='width: 10px'>x</button>");
		assertThat(Layout.widerThanScreen(this.page)).isNotEmpty();
		assertThat(Layout.smallTargets(this.page)).hasSize(1);
	}

}
