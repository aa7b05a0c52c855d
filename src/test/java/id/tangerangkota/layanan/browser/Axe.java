package id.tangerangkota.layanan.browser;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accessibility as far as a machine can tell. Axe is brought into a page once and says
 * only what is wrong: its own builder would bring half a megabyte each time and carry all
 * that is right back, too.
 */
final class Axe {

	private static final JsonMapper JSON = new JsonMapper();

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private static final String IS_THERE = "() => typeof axe === 'object'";

	private static final String SOURCE = "() => {\n" + AxeBuilder.getAxeScript() + "\n}";

	/** Colours on their way from light to dark are not those people read. */
	private static final String SETTLE = """
			() => document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish())
			""";

	private static final String RUN = """
			(runOnly) => axe.run(document, { runOnly, resultTypes: ['violations'], preload: false, iframes: false }).then(results =>
				JSON.stringify(results.violations.flatMap(rule => rule.nodes.map(node =>
					`${rule.id} (${rule.help}) at ${node.target}: ${node.html}`))))
			""";

	private Axe() {
	}

	/** What axe finds on a page as it stands. */
	static List<String> violations(Page page) {
		return run(page, Map.of("type", "tag", "values", TAGS));
	}

	/** Contrast alone, for the same page in other colours. */
	static List<String> contrastViolations(Page page) {
		return run(page, Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block")));
	}

	private static List<String> run(Page page, Map<String, Object> rules) {
		page.evaluate(SETTLE);
		if (!Boolean.TRUE.equals(page.evaluate(IS_THERE))) {
			page.evaluate(SOURCE);
		}
		return List.of(JSON.readValue((String) page.evaluate(RUN, rules), String[].class));
	}

}
