package id.tangerangkota.layanan.web;

import java.util.regex.Pattern;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Carries the language from page to page: every {@code @{…}} of an English page. Leaves
 * out parameters without a value, which Thymeleaf writes where a value is null.
 */
class LanguageLinkBuilder extends StandardLinkBuilder {

	private static final Pattern WITHOUT_VALUE = Pattern.compile("(?<=[?&])[^=&#]+=(?:&|(?=#|$))");

	/**
	 * A link of a question mark alone leads to this page without the parameters it has.
	 */
	private static final Pattern LEFT_OVER = Pattern.compile("(?:&|(?<=.)\\?)(?=#|$)");

	@Override
	protected String processLink(IExpressionContext context, String written) {
		String link = withValues(written);
		if (leadsToPage(link)) {
			// A page is no static file: looking for its content hash searches the class
			// path each time.
			return Language.of(context.getLocale()).addTo(link);
		}
		return super.processLink(context, link);
	}

	private static String withValues(String link) {
		int path = endOfPath(link);
		String parameters = WITHOUT_VALUE.matcher(link.substring(path)).replaceAll("");
		return LEFT_OVER.matcher(link.substring(0, path) + parameters).replaceAll("");
	}

	private static boolean leadsToPage(String link) {
		if (link.startsWith("?")) {
			return true;
		}
		if (!link.startsWith("/") || link.startsWith("//") || link.startsWith("/api/") || link.startsWith("/feed/")) {
			return false;
		}
		int end = endOfPath(link);
		// Files have a name with a dot, pages have none.
		return link.substring(link.lastIndexOf('/', end - 1), end).indexOf('.') < 0;
	}

	private static int endOfPath(String link) {
		for (int i = 0; i < link.length(); i++) {
			if (link.charAt(i) == '?' || link.charAt(i) == '#') {
				return i;
			}
		}
		return link.length();
	}

}
