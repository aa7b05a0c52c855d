package id.tangerangkota.layanan.attachment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS signature version 4, as far as the object store needs it. Tested against the
 * published examples.
 */
class S3Signature {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private static final String END = "aws4_request";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final String accessKey;

	private final String secretKey;

	private final String region;

	S3Signature(String accessKey, String secretKey, String region) {
		this.accessKey = accessKey;
		this.secretKey = secretKey;
		this.region = region;
	}

	/** As the header {@code x-amz-date} has it. */
	static String time(Instant at) {
		return TIME.format(at);
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/**
	 * The header {@code Authorization}.
	 * @param path as it stands in the request line
	 * @param query names and values, not encoded
	 * @param headers all that are signed; names in small letters, {@code host} among them
	 */
	String authorization(String method, String path, SortedMap<String, String> query, SortedMap<String, String> headers,
			String payloadHash, Instant at) {
		String names = String.join(";", headers.keySet());
		String request = String.join("\n", method, path, query(query),
				headers.entrySet()
					.stream()
					.map((header) -> header.getKey() + ":" + header.getValue().strip() + "\n")
					.collect(Collectors.joining()),
				names, payloadHash);
		String time = time(at);
		String day = time.substring(0, 8);
		String scope = String.join("/", day, this.region, "s3", END);
		String toSign = String.join("\n", ALGORITHM, time, scope, sha256(bytes(request)));
		byte[] key = hmac(hmac(hmac(hmac(bytes("AWS4" + this.secretKey), day), this.region), "s3"), END);
		return ALGORITHM + " Credential=" + this.accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
				+ HexFormat.of().formatHex(hmac(key, toSign));
	}

	/** As it stands in the address, and is signed. */
	static String query(SortedMap<String, String> query) {
		SortedMap<String, String> encoded = new TreeMap<>();
		query.forEach((name, value) -> encoded.put(encoded(name), encoded(value)));
		return encoded.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
	}

	/** Stricter than addresses are: only what never needs it is left as it is. */
	private static String encoded(String text) {
		StringBuilder encoded = new StringBuilder();
		for (byte one : bytes(text)) {
			boolean plain = (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9')
					|| "-._~".indexOf(one) >= 0;
			if (plain) {
				encoded.append((char) one);
			}
			else {
				encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
			}
		}
		return encoded.toString();
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has HMAC", ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
