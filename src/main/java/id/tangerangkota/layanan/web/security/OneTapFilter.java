package id.tangerangkota.layanan.web.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes forms without a token only from pages of the portal. */
class OneTapFilter extends OncePerRequestFilter {

	private final RequestMatcher forms;

	private final RequestOrigin origin;

	private final AccessDeniedHandler refusal;

	OneTapFilter(RequestMatcher forms, RequestOrigin origin, AccessDeniedHandler refusal) {
		this.forms = forms;
		this.origin = origin;
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.forms.matches(request) && !this.origin.isOwn(request)) {
			this.refusal.handle(request, response, new CsrfException("Not sent by a page of the portal"));
			return;
		}
		chain.doFilter(request, response);
	}

}
