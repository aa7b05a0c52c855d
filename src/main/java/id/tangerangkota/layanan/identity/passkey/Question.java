package id.tangerangkota.layanan.identity.passkey;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;

/**
 * What an authenticator has to sign, and since when. As text it stays on the server
 * between the two steps of a ceremony, so it needs no seal.
 */
record Question(byte[] challenge, Instant asked) {

	private static final int BYTES = 32;

	private static final SecureRandom random = new SecureRandom();

	static Question ask(Instant now) {
		byte[] challenge = new byte[BYTES];
		random.nextBytes(challenge);
		return new Question(challenge, now);
	}

	/**
	 * Reads what {@link #toString()} wrote, as long as it may be answered.
	 * @throws PasskeyRefused if it is too old or no such text
	 */
	static Question open(String text, Instant now) {
		int point = text.indexOf('.');
		if (point == -1) {
			throw new PasskeyRefused(Reason.WRONG_CHALLENGE);
		}
		Question question;
		try {
			question = new Question(Base64.getUrlDecoder().decode(text.substring(0, point)),
					Instant.ofEpochMilli(Long.parseLong(text.substring(point + 1))));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw new PasskeyRefused(Reason.WRONG_CHALLENGE, ex);
		}
		// An empty challenge would fit whatever was ever signed.
		if (question.challenge.length != BYTES) {
			throw new PasskeyRefused(Reason.WRONG_CHALLENGE);
		}
		// Another node's clock may be a little ahead.
		if (Duration.between(question.asked, now).abs().compareTo(Passkeys.TIME_TO_ANSWER) > 0) {
			throw new PasskeyRefused(Reason.TOO_LATE);
		}
		return question;
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(this.challenge) + "." + this.asked.toEpochMilli();
	}

}
