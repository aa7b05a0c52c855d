package id.tangerangkota.layanan.web.security;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site has a browser send, whatever token it holds; but not where
 * forms are for programs.
 */
class ForeignFormFilter extends OncePerRequestFilter {

	private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private final RequestMatcher machines;

	private final AccessDeniedHandler refusal;

	ForeignFormFilter(RequestMatcher machines, AccessDeniedHandler refusal) {
		this.machines = machines;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!HARMLESS.contains(request.getMethod()) && RequestOrigin.isForeign(request)
				&& !this.machines.matches(request)) {
			this.refusal.handle(request, response, new CsrfException("Sent by the page of another site"));
			return;
		}
		chain.doFilter(request, response);
	}

}
