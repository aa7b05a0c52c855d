package id.tangerangkota.layanan.web.cache;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.web.Links;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Has pages made by the rest of the application. */
class PageMaker {

	private static final int MAX_BYTES = 512 * 1024;

	/** Set by the {@link PageWriter}, or true of one response only. */
	private static final Set<String> NOT_KEPT = Set.of("cache-control", "connection", "content-encoding",
			"content-length", "content-type", "date", "etag", "expires", "keep-alive", "pragma", "retry-after",
			"set-cookie", "transfer-encoding", "vary", "x-request-id");

	private final PageStore store;

	private final Links links;

	private final Clock clock;

	PageMaker(PageStore store, Links links, Clock clock) {
		this.store = store;
		this.links = links;
		this.clock = clock;
	}

	/**
	 * Makes the page and keeps it where possible. A page that is not fit for keeping is
	 * {@linkplain Made#finish() sent as it is} by the caller.
	 */
	Made make(Route route, PageRequest page, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		PageStore.Ticket ticket = this.store.ticket(route.tags());
		Instant now = this.clock.instant();
		response.setHeader("Cache-Control", null);
		Map<String, String> before = headers(response);
		ContentCachingResponseWrapper buffer = new ContentCachingResponseWrapper(response);
		chain.doFilter(new RenderRequest(request, page, this.links.publicUrl()), buffer);
		Assert.state(!request.isAsyncStarted(), "A kept page must be made in one go");
		KeptPage kept = null;
		if (ticket.isStorable() && isStorable(buffer)) {
			byte[] body = buffer.getContentAsByteArray();
			String type = String.valueOf(buffer.getContentType());
			kept = new KeptPage(Variant.identity(body, type), Variant.gzip(body, type), type,
					headersOfPage(before, response), page.language(), route.tags(), now, ticket.epoch(),
					now.plus(route.maxAge()).toEpochMilli());
			this.store.put(page.key(), kept, ticket);
		}
		return new Made(buffer, kept);
	}

	private static boolean isStorable(ContentCachingResponseWrapper response) {
		String cacheControl = response.getHeader("Cache-Control");
		return response.getStatus() == HttpServletResponse.SC_OK && !response.isCommitted()
				&& response.getContentType() != null && response.getHeader("Set-Cookie") == null
				&& (cacheControl == null || !(cacheControl.contains("no-store") || cacheControl.contains("private")))
				&& response.getHeader("Content-Encoding") == null && response.getContentSize() <= MAX_BYTES;
	}

	private static Map<String, String> headers(HttpServletResponse response) {
		Map<String, String> headers = new HashMap<>();
		for (String name : response.getHeaderNames()) {
			headers.put(name.toLowerCase(Locale.ROOT), String.join(",", response.getHeaders(name)));
		}
		return headers;
	}

	private static String[] headersOfPage(Map<String, String> before, HttpServletResponse response) {
		List<String> own = new ArrayList<>();
		headers(response).forEach((name, value) -> {
			if (!NOT_KEPT.contains(name) && !value.equals(before.get(name))) {
				own.add(name);
				own.add(value);
			}
		});
		return own.toArray(String[]::new);
	}

	/** What came of it: a page to keep, or a response still to be sent. */
	record Made(ContentCachingResponseWrapper response, @Nullable KeptPage page) {

		boolean failed() {
			return this.response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
					&& !this.response.isCommitted();
		}

		void finish() throws IOException {
			if (!this.response.isCommitted() && this.response.getHeader("Cache-Control") == null) {
				this.response.setHeader("Cache-Control", "no-store");
			}
			this.response.copyBodyToResponse();
		}

		/** Takes back what an error page has set. */
		void discard() {
			this.response.resetBuffer();
			((HttpServletResponse) this.response.getResponse()).setHeader("Retry-After", null);
		}

	}

}
