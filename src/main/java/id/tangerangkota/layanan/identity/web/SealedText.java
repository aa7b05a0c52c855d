package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;

import org.springframework.stereotype.Component;

/**
 * A secret in transit: it waits in somebody's session, which the database keeps, so it
 * waits encrypted.
 */
@Component
public class SealedText {

	private static final Place PLACE = new Place("session.spring_session_attributes", "text", "");

	private final Cipher cipher;

	SealedText(Cipher cipher) {
		this.cipher = cipher;
	}

	public String seal(String text) {
		return this.cipher.seal(text, PLACE);
	}

	/** Nothing when it was sealed by a key that is gone. */
	public Optional<String> open(String sealed) {
		try {
			return Optional.of(this.cipher.open(sealed, PLACE));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

}
