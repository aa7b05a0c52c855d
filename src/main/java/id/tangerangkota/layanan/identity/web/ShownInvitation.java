package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.StaffDesk.Invitation;
import id.tangerangkota.layanan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * An invitation that no mail server takes: its link waits, encrypted, in the session of
 * whoever invited, and is shown once.
 */
@Component
class ShownInvitation {

	private static final String ATTRIBUTE = "undangan";

	private final SealedText seal;

	ShownInvitation(SealedText seal) {
		this.seal = seal;
	}

	/**
	 * Says that an invitation was sent, or keeps its link.
	 * @param address whom it is for
	 * @return whether there is a link to show
	 */
	boolean announce(HttpServletRequest request, Invitation invitation, String address) {
		if (invitation.link().isEmpty()) {
			Flash.put(request, Flash.Kind.SUCCESS, "staff.invited", address);
			return false;
		}
		request.getSession().setAttribute(ATTRIBUTE, this.seal.seal(address + " " + invitation.link().get()));
		return true;
	}

	/** Address and link, once. */
	Optional<Link> take(HttpServletRequest request) {
		HttpSession session = request.getSession();
		Object sealed = session.getAttribute(ATTRIBUTE);
		session.removeAttribute(ATTRIBUTE);
		return (sealed instanceof String text) ? this.seal.open(text).map(Link::of) : Optional.empty();
	}

	/**
	 * What is shown.
	 *
	 * @param address whom it is for
	 */
	record Link(String address, String link) {

		private static Link of(String text) {
			int space = text.lastIndexOf(' ');
			return new Link(text.substring(0, space), text.substring(space + 1));
		}

	}

}
