package id.tangerangkota.layanan.identity;

import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.vault.CannotOpen;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;

import org.springframework.stereotype.Component;

/**
 * A secret that waits in the session of whoever it is for, such as until a page is left.
 */
@Component
public class SealedSecret {

	private final Cipher cipher;

	SealedSecret(Cipher cipher) {
		this.cipher = cipher;
	}

	/**
	 * Encrypts a secret.
	 * @param what it is, so that one kind never passes for another
	 * @param owner nobody else's session opens it
	 */
	public String seal(String what, AccountId owner, String secret) {
		return this.cipher.seal(secret, place(what, owner));
	}

	/**
	 * Nothing when it was sealed for something or somebody else, or by keys that are
	 * gone.
	 */
	public Optional<String> open(String what, AccountId owner, String sealed) {
		try {
			return Optional.of(this.cipher.open(sealed, place(what, owner)));
		}
		catch (CannotOpen ex) {
			return Optional.empty();
		}
	}

	private static Place place(String what, AccountId owner) {
		return new Place("session", what, owner.toString());
	}

}
