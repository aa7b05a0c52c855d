package id.tangerangkota.layanan.browser;

import java.util.List;

import com.microsoft.playwright.Page;
import tools.jackson.databind.json.JsonMapper;

/** How a page lies on its screen. */
final class Layout {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String WIDER_THAN_SCREEN = """
			() => {
				const width = document.documentElement.clientWidth;
				if (document.documentElement.scrollWidth <= width) return '[]';
				const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1);
				return JSON.stringify([document.documentElement.scrollWidth + ' px', ...wide.slice(0, 5)
					.map(e => e.outerHTML.slice(0, 160))]);
			}
			""";

	/** Links in a sentence may be as small as its letters. */
	private static final String SMALL_TARGETS = """
			() => JSON.stringify([...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
				.filter(e => e.checkVisibility() && !e.closest('p, dd, dt, td, th, .prose li, .visually-hidden, .skip-link'))
				.filter(e => { const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
				.map(e => e.outerHTML.slice(0, 160)))
			""";

	private Layout() {
	}

	/** What makes a page scroll sideways. */
	static List<String> widerThanScreen(Page page) {
		return strings(page, WIDER_THAN_SCREEN);
	}

	/** What is too small to tap: WCAG 2.2, 2.5.8. */
	static List<String> smallTargets(Page page) {
		return strings(page, SMALL_TARGETS);
	}

	private static List<String> strings(Page page, String script) {
		// Before its style sheet is there, a page has another shape.
		page.waitForLoadState();
		return List.of(JSON.readValue((String) page.evaluate(script), String[].class));
	}

}
