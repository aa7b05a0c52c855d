package id.tangerangkota.layanan.open311.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

import id.tangerangkota.layanan.apikey.ApiClientId;
import org.jspecify.annotations.Nullable;

/**
 * The key under which the desk takes a report once. A client that sends a key of its own
 * may send the report again after a cut connection; keys of two clients never meet.
 */
final class SubmissionKey {

	private static final int LONGEST = 200;

	private SubmissionKey() {
	}

	/**
	 * From what the client sent, or a new one.
	 * @throws Refused if it is too long
	 */
	static UUID of(ApiClientId client, @Nullable String sent) {
		if (sent == null || sent.isBlank()) {
			return UUID.randomUUID();
		}
		if (sent.length() > LONGEST) {
			throw Refused.invalid("open311.error.long", "Idempotency-Key", LONGEST);
		}
		try {
			ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
				.digest((client + " " + sent).getBytes(StandardCharsets.UTF_8)));
			// A UUID of one's own making, version 8 of RFC 9562.
			return new UUID((hash.getLong() & ~0xf000L) | 0x8000L, (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
