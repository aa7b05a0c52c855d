package id.tangerangkota.layanan.web.security;

import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.session.SessionIdGenerator;

/**
 * Tokens of forms, as text in the session and as random as its id. Only a page with a
 * form opens a session for one: a form sent without any is refused, and leaves no session
 * behind.
 */
class FormTokens implements CsrfTokenRepository {

	static final String PARAMETER = "_csrf";

	private static final String HEADER = "X-CSRF-TOKEN";

	private final SessionIdGenerator random;

	FormTokens(SessionIdGenerator random) {
		this.random = random;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(this.random.generate());
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (token == null) {
			if (session != null) {
				session.removeAttribute(Sessions.FORM_TOKEN);
			}
		}
		else if (session != null || request.getMethod().equals("GET")) {
			keep(token, request);
		}
	}

	/** Opens a session where there is none. */
	static void keep(CsrfToken token, HttpServletRequest request) {
		request.getSession().setAttribute(Sessions.FORM_TOKEN, token.getToken());
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object text = (session != null) ? session.getAttribute(Sessions.FORM_TOKEN) : null;
		return (text != null) ? token(text.toString()) : null;
	}

	private static CsrfToken token(String text) {
		return new DefaultCsrfToken(HEADER, PARAMETER, text);
	}

}
