package id.tangerangkota.layanan.vault;

import java.security.MessageDigest;

import org.springframework.stereotype.Component;

/**
 * Signs with HMAC-SHA-256, for readers that are this portal itself. Keys stay for as long
 * as anything they signed is to be verified.
 */
@Component
public class Signer {

	private final KeyRing keys;

	Signer(KeyRing keys) {
		this.keys = keys;
	}

	/**
	 * Signs content.
	 * @param purpose such as {@code audit.entry}; a signature for one says nothing for
	 * another
	 */
	public Signature sign(String purpose, byte[] content) {
		Key key = this.keys.active(KeyPurpose.SIGNATURE);
		return new Signature(key.id().toString(), mac(key, purpose, content));
	}

	/** Whether the content was signed for the purpose, with a key that is here. */
	public boolean verify(String purpose, Signature signature, byte[] content) {
		return this.keys.find(KeyPurpose.SIGNATURE, signature.keyId())
			.filter((key) -> MessageDigest.isEqual(mac(key, purpose, content), signature.value()))
			.isPresent();
	}

	private static byte[] mac(Key key, String purpose, byte[] content) {
		return key.mac(Parts.of(purpose), content);
	}

}
