package id.tangerangkota.layanan.privacy.breach;

import java.util.UUID;

import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Encrypts what is written about breaches. */
@Component
class BreachSeal {

	private static final String BREACH = "privacy.breach";

	private static final String NOTICE = "privacy.breach_notice";

	private final JsonMapper json = new JsonMapper();

	private final Cipher cipher;

	BreachSeal(Cipher cipher) {
		this.cipher = cipher;
	}

	String seal(BreachId id, BreachFacts facts) {
		return this.cipher.seal(this.json.writeValueAsString(facts), place(id, "facts"));
	}

	BreachFacts facts(BreachId id, String sealed) {
		return this.json.readValue(this.cipher.open(sealed, place(id, "facts")), BreachFacts.class);
	}

	String sealClosing(BreachId id, String words) {
		return this.cipher.seal(words, place(id, "closing"));
	}

	@Nullable String closing(BreachId id, @Nullable String sealed) {
		return (sealed != null) ? this.cipher.open(sealed, place(id, "closing")) : null;
	}

	String sealRecipients(UUID notice, String recipients) {
		return this.cipher.seal(recipients, recipients(notice));
	}

	String recipients(UUID notice, String sealed) {
		return this.cipher.open(sealed, recipients(notice));
	}

	/** How values begin that are sealed with the newest key. */
	String newest() {
		return this.cipher.newest();
	}

	private static Place place(BreachId id, String column) {
		return new Place(BREACH, column, id.toString());
	}

	static Place recipients(UUID notice) {
		return new Place(NOTICE, "recipients", notice.toString());
	}

}
