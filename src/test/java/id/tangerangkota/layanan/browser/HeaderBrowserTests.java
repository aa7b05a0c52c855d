package id.tangerangkota.layanan.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What people have above every page. */
@BrowserTest
class HeaderBrowserTests {

	@Autowired
	private StaffMembers staff;

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

	/** Who works on cases has links enough; the catalogue has a search of its own. */
	@Test
	void takesOneRowOfADeskOfWhoeverWorksOnCases(Portal portal) {
		try (BrowserContext context = portal.open(true, 1280, 740)) {
			Page page = context.newPage();
			this.staff.join(page, new AgencyId("dishub"), Role.OFFICER);
			for (int width : new int[] { 1280, 1440 }) {
				page.setViewportSize(width, 740);
				page.navigate("/petugas");
				assertThat(top(page, ".visitor a >> nth=0")).isLessThan(bottom(page, ".wordmark"));
				assertThat(page.locator(".header-search").isVisible()).isFalse();
				assertThat(Layout.widerThanScreen(page)).isEmpty();
			}
		}
	}

	private static double top(Page page, String selector) {
		return page.locator(selector).boundingBox().y;
	}

	private static double bottom(Page page, String selector) {
		return top(page, selector) + page.locator(selector).boundingBox().height;
	}

}
