package id.tangerangkota.layanan.notification;

import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Seals letters, each for its own row, and opens them. */
@Component
class Letters {

	private final Cipher cipher;

	private final JsonMapper json = new JsonMapper();

	Letters(Cipher cipher) {
		this.cipher = cipher;
	}

	String seal(UUID row, Letter letter) {
		return this.cipher.seal(this.json.writeValueAsString(letter), place(row));
	}

	Letter open(UUID row, String sealed) {
		return this.json.readValue(this.cipher.open(sealed, place(row)), Letter.class);
	}

	static Place place(UUID row) {
		return new Place("notification.outbox", "payload", row.toString());
	}

}
