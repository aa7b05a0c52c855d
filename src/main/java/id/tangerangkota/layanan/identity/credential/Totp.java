package id.tangerangkota.layanan.identity.credential;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import org.springframework.stereotype.Component;

/**
 * Codes of an authenticator app as in RFC 6238: six digits, SHA-1 because every app has
 * it, 30 seconds. The step before and the one after count too, for clocks that differ.
 */
@Component
public class Totp {

	public static final int DIGITS = 6;

	private static final int SECRET_BYTES = 20;

	private static final int TOLERANCE = 1;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final SecureRandom random;

	private final Clock clock;

	Totp(SecureRandom random, Clock clock) {
		this.random = random;
		this.clock = clock;
	}

	/** A new secret, in Base64. */
	public String newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		this.random.nextBytes(secret);
		return Base64.getEncoder().encodeToString(secret);
	}

	/** The step in which the code is right, nothing when it is wrong. */
	public OptionalLong step(String secret, String typed) {
		String code = typed.replaceAll("\\s", "");
		if (code.length() != DIGITS) {
			return OptionalLong.empty();
		}
		long seconds = this.generator.getTimeStep().toSeconds();
		long now = this.clock.instant().getEpochSecond() / seconds;
		for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
			if (code(secret, Instant.ofEpochSecond(step * seconds)).equals(code)) {
				return OptionalLong.of(step);
			}
		}
		return OptionalLong.empty();
	}

	/** The code an app with this secret shows at an instant. */
	public String code(String secret, Instant at) {
		try {
			SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(secret), this.generator.getAlgorithm());
			return this.generator.generateOneTimePasswordString(key, at, Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException("A secret of 20 bytes is a key", ex);
		}
	}

}
