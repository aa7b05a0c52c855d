package id.tangerangkota.layanan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a guest has above every page. */
@BrowserTest
class HeaderBrowserTests {

	/** The name, the other language and the way in; the places to go below. */
	@ParameterizedTest
	@CsvSource({ "360, id", "360, en", "390, id", "390, en" })
	void takesTwoRowsOfAPhone(int width, String language, Portal portal) {
		try (BrowserContext context = portal.open(true, width, 740)) {
			Page page = context.newPage();
			page.navigate("/?lang=" + language);
			double nameEnds = bottom(page, ".wordmark");
			assertThat(top(page, ".visitor a")).isLessThan(nameEnds);
			assertThat(top(page, ".lang-switch")).isLessThan(nameEnds);
			assertThat(top(page, ".site-nav li:last-child a")).isEqualTo(top(page, ".site-nav li:first-child a"));
		}
	}

	private static double top(Page page, String selector) {
		return page.locator(selector).boundingBox().y;
	}

	private static double bottom(Page page, String selector) {
		return top(page, selector) + page.locator(selector).boundingBox().height;
	}

}
