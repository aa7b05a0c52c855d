package id.tangerangkota.layanan.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.Assert;

/**
 * What a receiver checks signatures with: {@code whsec_} and 24 to 64 bytes in Base64.
 */
record WebhookSecret(String value) {

	private static final String PREFIX = "whsec_";

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	WebhookSecret {
		Assert.isTrue(value.startsWith(PREFIX), "A secret begins with " + PREFIX);
	}

	static WebhookSecret random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
	}

	/** Signs a message: {@code v1,} and an HMAC-SHA256 of id, time and body. */
	String sign(String id, long timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(
					new SecretKeySpec(Base64.getDecoder().decode(this.value.substring(PREFIX.length())), "HmacSHA256"));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has HMAC-SHA256", ex);
		}
	}

	@Override
	public String toString() {
		return PREFIX + "***";
	}

}
