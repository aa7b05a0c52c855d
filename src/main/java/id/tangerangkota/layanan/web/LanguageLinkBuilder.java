package id.tangerangkota.layanan.web;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Carries the language from page to page: every {@code @{…}} of an English page. */
class LanguageLinkBuilder extends StandardLinkBuilder {

	@Override
	protected String processLink(IExpressionContext context, String link) {
		if (leadsToPage(link)) {
			// A page is no static file: looking for its content hash searches the class
			// path each time.
			return Language.of(context.getLocale()).addTo(link);
		}
		return super.processLink(context, link);
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
