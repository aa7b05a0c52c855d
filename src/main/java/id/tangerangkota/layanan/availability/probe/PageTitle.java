package id.tangerangkota.layanan.availability.probe;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/** What a page calls itself. */
final class PageTitle {

	private static final int LONGEST = 200;

	private PageTitle() {
	}

	static @Nullable String of(String page) {
		String lower = page.toLowerCase(Locale.ROOT);
		int tag = lower.indexOf("<title");
		int start = (tag < 0) ? -1 : lower.indexOf('>', tag);
		int end = (start < 0) ? -1 : lower.indexOf("</title", start);
		if (end < 0 || lower.length() != page.length()) {
			return null;
		}
		String title = HtmlUtils.htmlUnescape(page.substring(start + 1, end))
			.replaceAll("[\\s\\p{Cntrl}]+", " ")
			.strip();
		if (title.isEmpty()) {
			return null;
		}
		return (title.length() > LONGEST) ? title.substring(0, LONGEST) : title;
	}

}
