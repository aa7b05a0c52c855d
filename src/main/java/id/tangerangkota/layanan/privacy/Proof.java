package id.tangerangkota.layanan.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A statement that a request was answered, for the person to keep. It names no person.
 *
 * @param text the statement, in Indonesian; its bytes in UTF-8 are what the download
 * holds
 * @param accountClosed whether the account was closed with it
 */
public record Proof(ProofNumber number, String text, boolean accountClosed) {

	/** SHA-256 of the statement, as {@code sha256sum} prints it for the download. */
	public String sha256() {
		return sha256(this.text);
	}

	static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
