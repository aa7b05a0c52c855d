package id.tangerangkota.layanan.apikey.web;

import java.util.Optional;

import id.tangerangkota.layanan.apikey.ApiClientId;
import id.tangerangkota.layanan.apikey.IssuedKey;
import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * A key that was just made. It waits, encrypted, in the session of whoever made it until
 * they say that they have it: a bad line must not lose it.
 */
@Component
class ShownKey {

	private static final String ATTRIBUTE = "kunci-api";

	private static final Place PLACE = new Place("session.spring_session_attributes", "kunci-api", "");

	private final Cipher cipher;

	ShownKey(Cipher cipher) {
		this.cipher = cipher;
	}

	void put(HttpServletRequest request, IssuedKey key) {
		request.getSession().setAttribute(ATTRIBUTE, this.cipher.seal(key.client() + " " + key.text(), PLACE));
	}

	Optional<IssuedKey> get(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String sealed)) {
			return Optional.empty();
		}
		try {
			String[] parts = this.cipher.open(sealed, PLACE).split(" ");
			return ApiClientId.parse(parts[0]).map((client) -> new IssuedKey(client, parts[1]));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

	void remove(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(ATTRIBUTE);
		}
	}

}
