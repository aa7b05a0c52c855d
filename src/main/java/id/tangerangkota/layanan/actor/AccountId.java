package id.tangerangkota.layanan.actor;

import java.util.UUID;

/**
 * Names an account, of a citizen or of staff. No secret, and says nothing about anybody.
 */
public record AccountId(UUID value) {

	public static AccountId random() {
		return new AccountId(UUID.randomUUID());
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException if it is no such text
	 */
	public static AccountId parse(String text) {
		return new AccountId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
