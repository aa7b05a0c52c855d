package id.tangerangkota.layanan.browser;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Some browsers tell how fast pages were, in numbers alone. */
@BrowserTest
class BeaconBrowserTests {

	private static final String ALWAYS = "Math.random = () => 0;";

	private static final String NEVER = "Math.random = () => 0.999;";

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from quality.page_timing").update();
		this.jdbc.sql("delete from throttle.bucket").update();
	}

	@Test
	void tellsHowFastPagesWereAndHowLongAServiceTookToFind(Portal portal) {
		try (BrowserContext context = portal.open(true, 360, 740)) {
			context.addInitScript(ALWAYS);
			Page page = context.newPage();
			page.navigate("/");
			page.locator("h1").first().click();
			page.navigate("/layanan/spmb");
			page.navigate("/bantuan");
			await().atMost(Duration.ofSeconds(20))
				.untilAsserted(() -> assertThat(told()).contains("LCP /", "TTFB /", "CLS /", "TTFB /layanan/{slug}",
						"HOME_TO_SERVICE /layanan/{slug}"));
			assertThat(told()).noneMatch((line) -> line.contains("spmb"));
			assertThat(this.jdbc.sql("select distinct device from quality.page_timing").query(String.class).list())
				.containsExactly("S");
			assertThat(context.cookies()).isEmpty();
			assertThat(page.evaluate("sessionStorage.length + localStorage.length")).as("nothing stays").isEqualTo(0);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { NEVER, ALWAYS + "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });",
					ALWAYS + "Object.defineProperty(navigator, 'doNotTrack', { value: '1' });",
					ALWAYS + "delete window.PerformanceObserver;" })
	void tellsNothingWithoutNeedOrAgainstAWish(String script, Portal portal) {
		try (BrowserContext context = portal.open(true, 1280, 740)) {
			context.addInitScript(script);
			List<Request> sent = new CopyOnWriteArrayList<>();
			context.onRequest(sent::add);
			Page page = context.newPage();
			List<String> errors = new CopyOnWriteArrayList<>();
			page.onPageError(errors::add);
			page.navigate("/");
			page.navigate("/layanan/spmb");
			page.navigate("/bantuan");
			assertThat(sent).noneMatch((request) -> request.url().endsWith("/ukuran"));
			assertThat(errors).isEmpty();
		}
	}

	@Test
	void pagesAreTheSameWithoutScripts(Portal portal) {
		try (BrowserContext context = portal.open(false, 360, 740)) {
			Page page = context.newPage();
			page.navigate("/layanan/spmb");
			assertThat(page.locator("h1").count()).isEqualTo(1);
			assertThat(page.locator("script[src*=measure]").getAttribute("data-route")).isEqualTo("/layanan/{slug}");
			page.navigate("/petugas/masuk");
			assertThat(page.locator("script[src*=measure]").count()).as("few would be counted").isZero();
		}
	}

	private List<String> told() {
		return this.jdbc.sql("select distinct measure || ' ' || route from quality.page_timing")
			.query(String.class)
			.list();
	}

}
