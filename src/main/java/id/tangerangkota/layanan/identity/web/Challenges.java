package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** What a passkey has to sign: kept in the session, for one answer. */
@Component
class Challenges {

	private static final String ATTRIBUTE = "tantangan";

	private final Sessions sessions;

	Challenges(Sessions sessions) {
		this.sessions = sessions;
	}

	void keep(HttpServletRequest request, String challenge) {
		request.getSession().setAttribute(ATTRIBUTE, challenge);
	}

	/**
	 * The challenge, which no second answer gets, sent at the same moment or not; empty
	 * when there is none.
	 */
	String take(HttpServletRequest request) {
		return this.sessions.take(request, ATTRIBUTE).orElse("");
	}

}
