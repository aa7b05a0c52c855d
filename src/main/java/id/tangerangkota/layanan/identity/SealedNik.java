package id.tangerangkota.layanan.identity;

import java.util.Optional;

import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;

import org.springframework.stereotype.Component;

/** A NIK in transit, such as in the session of somebody who corrects a form. */
@Component
public class SealedNik {

	private static final Place PLACE = new Place("session", "nik", "");

	private final Cipher cipher;

	SealedNik(Cipher cipher) {
		this.cipher = cipher;
	}

	public String seal(Nik nik) {
		return this.cipher.seal(nik.digits(), PLACE);
	}

	/** Nothing when it was sealed by keys that are gone. */
	public Optional<Nik> open(String sealed) {
		try {
			return Optional.of(Nik.parse(this.cipher.open(sealed, PLACE)));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

}
