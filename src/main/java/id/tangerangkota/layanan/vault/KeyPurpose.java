package id.tangerangkota.layanan.vault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is for. None is ever used for two things. */
enum KeyPurpose {

	/** Encrypts. */
	DATA,

	/** Finds what is encrypted by a keyed hash of it. */
	INDEX,

	/** Shows that something is as it was written. */
	SIGNATURE;

	static Optional<KeyPurpose> find(String text) {
		return Arrays.stream(values()).filter((purpose) -> purpose.toString().equals(text)).findFirst();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
