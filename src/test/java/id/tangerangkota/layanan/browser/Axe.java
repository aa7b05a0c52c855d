package id.tangerangkota.layanan.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

/** Accessibility as far as a machine can tell. */
final class Axe {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
			"best-practice");

	private Axe() {
	}

	/** What axe finds on a page as it stands. */
	static List<String> violations(Page page) {
		return describe(new AxeBuilder(page).withTags(TAGS));
	}

	/** Contrast alone, for the same page in other colours. */
	static List<String> contrastViolations(Page page) {
		return describe(new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")));
	}

	private static List<String> describe(AxeBuilder axe) {
		// Pages have no frames: the way around them costs a second page.
		return axe.setLegacyMode(true)
			.analyze()
			.getViolations()
			.stream()
			.flatMap((rule) -> rule.getNodes().stream().map((node) -> describe(rule, node)))
			.toList();
	}

	private static String describe(Rule rule, CheckedNode node) {
		return "%s (%s) at %s: %s".formatted(rule.getId(), rule.getHelp(), node.getTarget(), node.getHtml());
	}

}
