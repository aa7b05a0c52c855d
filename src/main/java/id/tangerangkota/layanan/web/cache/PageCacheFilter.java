package id.tangerangkota.layanan.web.cache;

import java.io.IOException;
import java.util.List;

import id.tangerangkota.layanan.web.AnswerListener;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.cache.PageCounters.Result;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The first thing a request meets. Gives every response its headers, and answers with the
 * kept page where there is one, before anything else is asked.
 */
class PageCacheFilter implements Filter {

	/** Ends the names of both session cookies, with and without the secure prefix. */
	private static final String SESSION_COOKIE = "SESI=";

	private final PageStore store;

	private final Routes routes;

	private final PageMaker maker;

	private final PageWriter writer;

	private final Renders renders;

	private final PageCounters counters;

	private final AnswerListener[] listeners;

	PageCacheFilter(PageStore store, Routes routes, PageMaker maker, PageWriter writer, Renders renders,
			PageCounters counters, List<AnswerListener> listeners) {
		this.store = store;
		this.routes = routes;
		this.maker = maker;
		this.writer = writer;
		this.renders = renders;
		this.counters = counters;
		this.listeners = listeners.toArray(AnswerListener[]::new);
	}

	@Override
	public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
			throws IOException, ServletException {
		HttpServletRequest request = (HttpServletRequest) servletRequest;
		HttpServletResponse response = (HttpServletResponse) servletResponse;
		ResponseHeaders.apply(request, response);
		if (!isRead(request)) {
			chain.doFilter(request, response);
			return;
		}
		read(request, response, chain);
		for (AnswerListener listener : this.listeners) {
			listener.answered(request, response.getStatus());
		}
	}

	private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (answerAtOnce(request, response)) {
			return;
		}
		Route route = this.routes.find(request.getRequestURI());
		if (route == null) {
			chain.doFilter(request, response);
			return;
		}
		PageRequest page = isAnonymous(request)
				? PageRequest.of(route, request.getRequestURI(), request.getQueryString(), Language.of(request)) : null;
		if (page == null || !answer(route, page, request, response, chain)) {
			this.counters.count(Result.BYPASS);
			chain.doFilter(request, response);
		}
	}

	/** The short way: an address without a query string is its own key. */
	private boolean answerAtOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getQueryString() != null) {
			return false;
		}
		KeptPage kept = this.store.get(request.getRequestURI());
		if (kept == null || !this.store.isFresh(kept) || !isAnonymous(request)
				|| !kept.satisfies(request.getHeader("Accept"))) {
			return false;
		}
		write(kept, request, response);
		return true;
	}

	/** False when the page is better asked without the cache. */
	private boolean answer(Route route, PageRequest page, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		String key = page.key();
		if (answerFromStore(key, request, response)) {
			return true;
		}
		KeptPage kept = this.store.get(key);
		if (kept != null && !kept.satisfies(request.getHeader("Accept"))) {
			return false;
		}
		PageMaker.Made made = null;
		boolean first = this.renders.begin(key);
		try {
			// Another may have finished it meanwhile.
			if (!isFresh(key)) {
				made = this.maker.make(route, page, request, response, chain);
			}
		}
		finally {
			// Before the page is sent: nobody shall wait for a slow reader.
			if (first) {
				this.renders.done(key);
			}
		}
		if (made != null) {
			send(made, key, request, response);
		}
		else if (!answerFromStore(key, request, response)) {
			send(this.maker.make(route, page, request, response, chain), key, request, response);
		}
		return true;
	}

	private boolean isFresh(String key) {
		KeptPage kept = this.store.get(key);
		return kept != null && this.store.isFresh(kept);
	}

	private boolean answerFromStore(String key, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		KeptPage kept = this.store.get(key);
		if (kept == null || !kept.satisfies(request.getHeader("Accept"))) {
			return false;
		}
		if (this.store.isFresh(kept)) {
			write(kept, request, response);
			return true;
		}
		if (!this.store.isConnected()) {
			writeStale(kept, request, response);
			return true;
		}
		return false;
	}

	private void send(PageMaker.Made made, String key, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		KeptPage old = made.failed() ? this.store.get(key) : null;
		if (old != null) {
			// The database went before the connection to the news noticed.
			made.discard();
			writeStale(old, request, response);
			return;
		}
		this.counters.count(Result.MISS);
		if (made.page() != null) {
			this.writer.write(made.page(), request, response);
		}
		else {
			made.finish();
		}
	}

	private void write(KeptPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean known = this.writer.write(page, request, response);
		this.counters.count(known ? Result.NOT_MODIFIED : Result.HIT);
	}

	private void writeStale(KeptPage page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.writer.writeStale(page, request, response);
		this.counters.count(Result.STALE);
	}

	private static boolean isRead(HttpServletRequest request) {
		String method = request.getMethod();
		return method.equals("GET") || method.equals("HEAD");
	}

	private static boolean isAnonymous(HttpServletRequest request) {
		return !holdsSession(request) && request.getHeader("Authorization") == null;
	}

	private static boolean holdsSession(HttpServletRequest request) {
		if (request.getHeader("Cookie") == null) {
			return false;
		}
		var cookies = request.getHeaders("Cookie");
		while (cookies.hasMoreElements()) {
			if (cookies.nextElement().contains(SESSION_COOKIE)) {
				return true;
			}
		}
		return false;
	}

}
