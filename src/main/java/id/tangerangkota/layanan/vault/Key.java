package id.tangerangkota.layanan.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.util.Assert;

/** A key. Nothing prints its value. */
final class Key {

	/** In bytes. */
	static final int LENGTH = 32;

	private static final String HMAC = "HmacSHA256";

	private static final byte[] FINGERPRINT = "fingerprint of a key".getBytes(StandardCharsets.US_ASCII);

	private final KeyId id;

	private final SecretKey aes;

	private final SecretKey hmac;

	private final String fingerprint;

	Key(KeyId id, byte[] value) {
		Assert.isTrue(value.length == LENGTH, "A key has 32 bytes");
		this.id = id;
		this.aes = new SecretKeySpec(value, "AES");
		this.hmac = new SecretKeySpec(value, HMAC);
		this.fingerprint = HexFormat.of().formatHex(Arrays.copyOf(mac(FINGERPRINT), 16));
	}

	KeyId id() {
		return this.id;
	}

	SecretKey aes() {
		return this.aes;
	}

	byte[] mac(byte[]... parts) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.hmac);
			return mac.doFinal(Parts.join(parts));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + HMAC, ex);
		}
	}

	/** Tells two keys apart without telling what they are. */
	String fingerprint() {
		return this.fingerprint;
	}

	@Override
	public String toString() {
		return this.id.toString();
	}

}
