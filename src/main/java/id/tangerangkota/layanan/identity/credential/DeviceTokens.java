package id.tangerangkota.layanan.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import id.tangerangkota.layanan.vault.Signature;
import id.tangerangkota.layanan.vault.Signer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells a device somebody signed in on before from all others. It has tries of its own,
 * so that whoever knows a NIK cannot keep its owner out by using up the tries ("device
 * cookies", OWASP). A token names no account: it is signed together with the login it
 * belongs to.
 */
@Component
public class DeviceTokens {

	private static final String PURPOSE = "device";

	private static final int BYTES = 16;

	private final Signer signer;

	private final SecureRandom random;

	DeviceTokens(Signer signer, SecureRandom random) {
		this.signer = signer;
		this.random = random;
	}

	public String issue(byte[] login) {
		byte[] id = new byte[BYTES];
		this.random.nextBytes(id);
		String device = HexFormat.of().formatHex(id);
		Signature signature = this.signer.sign(PURPOSE, content(login, device));
		return device + "." + signature.keyId() + "."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(signature.value());
	}

	/** The device's name, if the token is genuine and belongs to this login. */
	public Optional<String> device(@Nullable String token, byte[] login) {
		String[] parts = (token != null && token.length() < 200) ? token.split("\\.") : new String[0];
		if (parts.length != 3) {
			return Optional.empty();
		}
		try {
			Signature signature = new Signature(parts[1], Base64.getUrlDecoder().decode(parts[2]));
			return this.signer.verify(PURPOSE, signature, content(login, parts[0])) ? Optional.of(parts[0])
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static byte[] content(byte[] login, String device) {
		return (HexFormat.of().formatHex(login) + " " + device).getBytes(StandardCharsets.UTF_8);
	}

}
