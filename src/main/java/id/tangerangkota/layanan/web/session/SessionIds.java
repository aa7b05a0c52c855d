package id.tangerangkota.layanan.web.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.springframework.session.SessionIdGenerator;

/** Ids nobody guesses: 192 random bits (ASVS 7.2.3 asks for 128; a UUID has 122). */
class SessionIds implements SessionIdGenerator {

	private static final int BYTES = 24;

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

	private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

	private final SecureRandom random = new SecureRandom();

	/** The database is not asked about anything else. */
	static boolean isValid(String id) {
		return FORM.matcher(id).matches();
	}

	@Override
	public String generate() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return ENCODER.encodeToString(bytes);
	}

}
