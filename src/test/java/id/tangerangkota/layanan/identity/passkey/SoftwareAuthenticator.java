package id.tangerangkota.layanan.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.webauthn4j.converter.util.ObjectConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser and its authenticator with one passkey, made of software. The fields are what
 * a test can make it do wrong.
 */
class SoftwareAuthenticator {

	private static final int USER_PRESENT = 0x01;

	private static final int USER_VERIFIED = 0x04;

	private static final int BACKUP_ELIGIBLE = 0x08;

	private static final int BACKED_UP = 0x10;

	private static final int ATTESTED = 0x40;

	private static final JsonMapper JSON = new JsonMapper();

	private static final ObjectConverter CONVERTER = new ObjectConverter();

	String origin;

	String rpId;

	boolean userPresent = true;

	boolean userVerified = true;

	boolean backupEligible;

	boolean backedUp;

	boolean crossOrigin;

	long signCount;

	/** What the counter goes up by with each answer. */
	int step = 1;

	/** Tells whose passkey it is. */
	boolean handsOutUser = true;

	byte[] credentialId = new byte[32];

	byte @Nullable [] user;

	@Nullable String type;

	@Nullable String challenge;

	List<String> transports = List.of("internal", "hybrid");

	private final KeyKind kind;

	private KeyPair keys;

	SoftwareAuthenticator(KeyKind kind, String origin, String rpId) {
		this.kind = kind;
		this.keys = kind.generate();
		this.origin = origin;
		this.rpId = rpId;
		ThreadLocalRandom.current().nextBytes(this.credentialId);
	}

	/** As a phone on the portal of {@code layanan.public-url}'s default. */
	static SoftwareAuthenticator atHome() {
		return new SoftwareAuthenticator(KeyKind.ES256, "http://localhost:8080", "localhost");
	}

	/** Another key under the same name. */
	void forgeKey() {
		this.keys = this.kind.generate();
	}

	/** What {@code navigator.credentials.create} answers, as JSON. */
	String create(Ceremony ceremony) {
		JsonNode options = JSON.readTree(ceremony.optionsJson());
		this.user = bytes(options.get("user").get("id").asString());
		Map<String, Object> attestation = new LinkedHashMap<>();
		attestation.put("fmt", "none");
		attestation.put("attStmt", Map.of());
		attestation.put("authData", authenticatorData(true));
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("clientDataJSON", text(clientData(options, "webauthn.create")));
		response.put("attestationObject", text(CONVERTER.getCborMapper().writeValueAsBytes(attestation)));
		response.put("transports", this.transports);
		return answer(response);
	}

	/** What {@code navigator.credentials.get} answers, as JSON. */
	String get(Ceremony ceremony) {
		this.signCount += this.step;
		byte[] clientData = clientData(JSON.readTree(ceremony.optionsJson()), "webauthn.get");
		byte[] data = authenticatorData(false);
		byte[] signature = this.kind.sign(this.keys.getPrivate(), joined(data, sha256(clientData)));
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("clientDataJSON", text(clientData));
		response.put("authenticatorData", text(data));
		response.put("signature", text(signature));
		if (this.handsOutUser && this.user != null) {
			response.put("userHandle", text(this.user));
		}
		return answer(response);
	}

	private String answer(Map<String, Object> response) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("id", text(this.credentialId));
		answer.put("rawId", text(this.credentialId));
		answer.put("type", "public-key");
		answer.put("authenticatorAttachment", "platform");
		answer.put("response", response);
		answer.put("clientExtensionResults", Map.of());
		return JSON.writeValueAsString(answer);
	}

	private byte[] clientData(JsonNode options, String usualType) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("type", (this.type != null) ? this.type : usualType);
		data.put("challenge", (this.challenge != null) ? this.challenge : options.get("challenge").asString());
		data.put("origin", this.origin);
		data.put("crossOrigin", this.crossOrigin);
		return JSON.writeValueAsBytes(data);
	}

	private byte[] authenticatorData(boolean attested) {
		int flags = (this.userPresent ? USER_PRESENT : 0) | (this.userVerified ? USER_VERIFIED : 0)
				| (this.backupEligible ? BACKUP_ELIGIBLE : 0) | (this.backedUp ? BACKED_UP : 0)
				| (attested ? ATTESTED : 0);
		byte[] head = joined(sha256(this.rpId.getBytes(StandardCharsets.UTF_8)),
				ByteBuffer.allocate(1 + Integer.BYTES).put((byte) flags).putInt((int) this.signCount).array());
		if (!attested) {
			return head;
		}
		byte[] aaguid = new byte[16];
		byte[] length = ByteBuffer.allocate(Short.BYTES).putShort((short) this.credentialId.length).array();
		byte[] key = CONVERTER.getCborMapper().writeValueAsBytes(this.kind.publicKey(this.keys));
		return joined(head, aaguid, length, this.credentialId, key);
	}

	private static byte[] joined(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static byte[] bytes(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

}
