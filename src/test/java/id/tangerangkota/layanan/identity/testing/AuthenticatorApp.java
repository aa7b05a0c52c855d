package id.tangerangkota.layanan.identity.testing;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

/**
 * An authenticator app that holds one secret. The portal takes no code of the step of an
 * earlier one, so each call shows the code of the next step; three work within a test.
 */
public final class AuthenticatorApp {

	private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BYTES = 20;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private final SecretKeySpec key;

	private int step = -1;

	private AuthenticatorApp(byte[] secret) {
		this.key = new SecretKeySpec(secret, this.generator.getAlgorithm());
	}

	/** Takes what a page shows to type. */
	public static AuthenticatorApp typed(String base32) {
		byte[] number = base32.replaceAll("\\s", "")
			.chars()
			.mapToObj((sign) -> BigInteger.valueOf(SIGNS.indexOf(sign)))
			.reduce(BigInteger.ZERO, (sum, digit) -> sum.shiftLeft(5).add(digit))
			.toByteArray();
		byte[] secret = new byte[BYTES];
		int length = Math.min(BYTES, number.length);
		System.arraycopy(number, number.length - length, secret, BYTES - length, length);
		return new AuthenticatorApp(secret);
	}

	/** Takes what the desk hands out. */
	public static AuthenticatorApp of(String base64) {
		return new AuthenticatorApp(Base64.getDecoder().decode(base64));
	}

	/** A code that was not shown before. */
	public String next() {
		return at(Instant.now().plus(this.generator.getTimeStep().multipliedBy(this.step++)));
	}

	/** A code that cannot be right. */
	public String wrong() {
		String[] right = { at(Instant.now().minusSeconds(60)), at(Instant.now().minusSeconds(30)), at(Instant.now()),
				at(Instant.now().plusSeconds(30)), at(Instant.now().plusSeconds(60)) };
		String code = "000000";
		while (Arrays.asList(right).contains(code)) {
			code = "%06d".formatted(Integer.parseInt(code) + 1);
		}
		return code;
	}

	private String at(Instant instant) {
		try {
			return this.generator.generateOneTimePasswordString(this.key, instant, Locale.ROOT);
		}
		catch (InvalidKeyException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
