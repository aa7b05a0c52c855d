package id.tangerangkota.layanan.web.cache;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Sends kept pages. */
class PageWriter {

	private static final String VARY = "Accept-Encoding, Cookie";

	private final StaleNotice notice;

	PageWriter(StaleNotice notice) {
		this.notice = notice;
	}

	/** Sends the page, or that the client has it already, which is what is returned. */
	boolean write(KeptPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Variant variant = page.variant(request.getHeader("Accept-Encoding"));
		response.setHeader("ETag", variant.etag());
		response.setHeader("Vary", VARY);
		// Browsers keep it, but ask each time: a change shows at once.
		response.setHeader("Cache-Control", "no-cache");
		String ifNoneMatch = ifNoneMatch(request);
		if (ifNoneMatch != null && EntityTags.matches(ifNoneMatch, variant.etag())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return true;
		}
		if (variant.encoding() != null) {
			response.setHeader("Content-Encoding", variant.encoding());
		}
		write(page, variant.body(), request, response);
		return false;
	}

	/** Sends a page whose data may have changed. Nobody may keep it. */
	void writeStale(KeptPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.setStatus(HttpServletResponse.SC_OK);
		response.setHeader("Vary", VARY);
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Data-As-Of", page.made().toString());
		write(page, this.notice.addTo(page), request, response);
	}

	private static void write(KeptPage page, byte[] body, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setContentType(page.contentType());
		String[] headers = page.headers();
		for (int i = 0; i < headers.length; i += 2) {
			response.setHeader(headers[i], headers[i + 1]);
		}
		response.setContentLength(body.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(body);
		}
	}

	private static @Nullable String ifNoneMatch(HttpServletRequest request) {
		String first = request.getHeader("If-None-Match");
		if (first == null) {
			return null;
		}
		var all = request.getHeaders("If-None-Match");
		all.nextElement();
		return all.hasMoreElements() ? first + ',' + String.join(",", Collections.list(all)) : first;
	}

}
