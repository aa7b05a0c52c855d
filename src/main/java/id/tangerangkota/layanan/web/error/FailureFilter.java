package id.tangerangkota.layanan.web.error;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Catches what nobody caught, such as a template that fails: the server would write its
 * message to the log.
 */
class FailureFilter extends OncePerRequestFilter {

	/** Longer addresses than any page's are refused before anybody reads them. */
	private static final int MAX_QUERY = 4096;

	/** Of a request whose error page asks for no session. */
	private static final String NO_SESSION = FailureFilter.class.getName() + ".NO_SESSION";

	private final FailureLog log;

	FailureFilter(FailureLog log) {
		this.log = log;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException {
		String query = request.getQueryString();
		if (query != null && query.length() > MAX_QUERY && !isAsyncDispatch(request) && !isError(request)) {
			response.sendError(HttpServletResponse.SC_REQUEST_URI_TOO_LONG);
			return;
		}
		boolean withoutSession = isError(request) && request.getAttribute(NO_SESSION) != null;
		try {
			chain.doFilter(withoutSession ? new CookielessRequest(request) : request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error ex) {
			answer(ex, request, response);
		}
	}

	private static boolean isError(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.ERROR;
	}

	private void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
			return;
		}
		Throwable failure = (thrown instanceof ServletException && thrown.getCause() != null) ? thrown.getCause()
				: thrown;
		Problem problem = Problems.of(failure, false);
		this.log.write(problem, failure);
		if (!response.isCommitted()) {
			response.resetBuffer();
			problem.headers().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
			// What fails may be the reading of sessions, and the page would fail on it
			// too.
			if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
					|| failure instanceof DataAccessException) {
				request.setAttribute(NO_SESSION, true);
			}
			response.sendError(problem.status());
		}
	}

	/** Sessions hang on a cookie. */
	private static final class CookielessRequest extends HttpServletRequestWrapper {

		CookielessRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public Cookie @Nullable [] getCookies() {
			return null;
		}

	}

}
