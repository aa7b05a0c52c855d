package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all pages of an invitation share. */
@Component
class InvitationPages {

	/** The page about a link that is used, too old or none. */
	static final String GONE = "staff/invitation-gone";

	private static final String ATTRIBUTE = "undangan";

	/** The address is a secret: no other site, and no search engine, gets to know it. */
	void hide(HttpServletResponse response, Model model) {
		ResponseHeaders.noReferrer(response);
		model.addAttribute("indexed", false);
	}

	void gone(HttpServletResponse response) {
		response.setStatus(HttpStatus.GONE.value());
	}

	/** Whose password was set in this session: only there the second step goes on. */
	void remember(HttpServletRequest request, AccountId account) {
		request.getSession().setAttribute(ATTRIBUTE, account.toString());
	}

	boolean isPrepared(HttpServletRequest request, AccountId account) {
		HttpSession session = request.getSession(false);
		return session != null && account.toString().equals(session.getAttribute(ATTRIBUTE));
	}

	void forget(HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
	}

}
