package id.tangerangkota.layanan.web.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes back the cookie of a session that is over: with it, a reader would get no kept
 * page, and the table would be asked each time. Files and what programs ask for are left
 * alone; a page looks its session up in any case.
 */
class DeadCookieFilter extends OncePerRequestFilter {

	private static final String[] NO_PAGES = { "/api/", "/open311/", "/feed/", "/lencana/", "/livez", "/readyz" };

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !SessionCookie.isSent(request) || !leadsToPage(request.getRequestURI());
	}

	private static boolean leadsToPage(String path) {
		for (String prefix : NO_PAGES) {
			if (path.startsWith(prefix)) {
				return false;
			}
		}
		return path.indexOf('.', path.lastIndexOf('/')) < 0;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getSession(false) == null) {
			SessionCookie.expire(request, response);
		}
		chain.doFilter(request, response);
	}

}
