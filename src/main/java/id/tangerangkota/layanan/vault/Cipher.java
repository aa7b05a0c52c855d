package id.tangerangkota.layanan.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.spec.GCMParameterSpec;

import org.springframework.stereotype.Component;

/**
 * Encrypts what is known about people, with AES-256-GCM, for one place in the database
 * only. The database never sees the text nor the key.
 */
@Component
public class Cipher {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final KeyRing keys;

	/** Looked for once: the list of them is long, and values are many. */
	private final Provider provider;

	Cipher(KeyRing keys) {
		this.keys = keys;
		try {
			this.provider = javax.crypto.Cipher.getInstance(ALGORITHM).getProvider();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

	/**
	 * Encrypts a text for its place.
	 * @return ASCII text, {@code v1:<key id>:…}
	 * @throws IllegalArgumentException if it holds half a character
	 */
	public String seal(String plain, Place place) {
		byte[] text = bytes(plain);
		Key key = this.keys.active(KeyPurpose.DATA);
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			javax.crypto.Cipher cipher = cipher(javax.crypto.Cipher.ENCRYPT_MODE, key, nonce, place);
			byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(text.length));
			cipher.doFinal(text, 0, text.length, content, NONCE_BYTES);
			return new SealedText(key.id(), content).format();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

	/**
	 * Gives the text back.
	 * @throws CannotOpen if it was not sealed for this place, or not with a key that is
	 * here
	 */
	public String open(String sealed, Place place) {
		SealedText parsed = SealedText.parse(sealed)
			.orElseThrow(() -> new CannotOpen(place, null, "it is no sealed value", null));
		Key key = this.keys.find(KeyPurpose.DATA, parsed.key().toString())
			.orElseThrow(() -> new CannotOpen(place, parsed.key(), "the key is not here", null));
		byte[] content = parsed.content();
		if (content.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
			throw new CannotOpen(place, key.id(), "a part is missing", null);
		}
		try {
			byte[] text = cipher(javax.crypto.Cipher.DECRYPT_MODE, key, Arrays.copyOf(content, NONCE_BYTES), place)
				.doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
			return new String(text, StandardCharsets.UTF_8);
		}
		catch (AEADBadTagException ex) {
			throw new CannotOpen(place, key.id(), "it was changed, or sealed for another place", ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

	/** How values begin that are sealed with the newest key, and no others. */
	public String newest() {
		return SealedText.prefix(this.keys.active(KeyPurpose.DATA).id());
	}

	private javax.crypto.Cipher cipher(int mode, Key key, byte[] nonce, Place place) throws GeneralSecurityException {
		javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance(ALGORITHM, this.provider);
		cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(Parts.join(Parts.of(SealedText.VERSION), Parts.of(key.id().toString()),
				Parts.of(place.table()), Parts.of(place.column()), Parts.of(place.row())));
		return cipher;
	}

	/** Strict: what UTF-8 cannot hold would come back as question marks. */
	private static byte[] bytes(String plain) {
		try {
			ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(plain));
			byte[] bytes = new byte[buffer.remaining()];
			buffer.get(bytes);
			return bytes;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("The text holds half a character");
		}
	}

}
