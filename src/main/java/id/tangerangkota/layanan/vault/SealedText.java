package id.tangerangkota.layanan.vault;

import java.util.Base64;
import java.util.Optional;

/**
 * An encrypted value as it stands in the database, {@code v1:<key id>:<Base64url>}.
 *
 * @param content nonce, encrypted text and tag
 */
record SealedText(KeyId key, byte[] content) {

	static final String VERSION = "v1";

	static String prefix(KeyId key) {
		return VERSION + ":" + key + ":";
	}

	static Optional<SealedText> parse(String text) {
		String[] parts = text.split(":", 4);
		if (parts.length != 3 || !parts[0].equals(VERSION)) {
			return Optional.empty();
		}
		return KeyId.find(parts[1]).flatMap((key) -> decode(parts[2]).map((content) -> new SealedText(key, content)));
	}

	/** One text for each content: the last character has bits the decoder ignores. */
	private static Optional<byte[]> decode(String text) {
		try {
			byte[] content = Base64.getUrlDecoder().decode(text);
			return encode(content).equals(text) ? Optional.of(content) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String encode(byte[] content) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
	}

	String format() {
		return prefix(this.key) + encode(this.content);
	}

}
