package id.tangerangkota.layanan.complaint.web;

import java.util.Optional;

import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * What a session holds about reports. It is sealed, because the session also says who is
 * signed in, and a report may be without a name.
 */
@Component
public class SealedAttributes {

	private final Cipher cipher;

	SealedAttributes(Cipher cipher) {
		this.cipher = cipher;
	}

	public void put(HttpSession session, String name, String text) {
		session.setAttribute(name, this.cipher.seal(text, place(name)));
	}

	public Optional<String> get(HttpServletRequest request, String name) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(name) instanceof String sealed)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.cipher.open(sealed, place(name)));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

	private static Place place(String name) {
		return new Place("session.spring_session_attributes", name, "");
	}

}
