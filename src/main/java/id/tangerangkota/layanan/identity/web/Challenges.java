package id.tangerangkota.layanan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/** What a passkey has to sign: kept in the session, for one answer. */
@Component
class Challenges {

	private static final String ATTRIBUTE = "tantangan";

	void keep(HttpServletRequest request, String challenge) {
		request.getSession().setAttribute(ATTRIBUTE, challenge);
	}

	/** The challenge, which no second answer gets; empty when there is none. */
	String take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object challenge = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
		return (challenge instanceof String text) ? text : "";
	}

}
