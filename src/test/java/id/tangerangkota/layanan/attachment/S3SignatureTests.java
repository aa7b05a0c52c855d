package id.tangerangkota.layanan.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the Amazon S3 API reference, "Signature Calculations for the
 * Authorization Header".
 */
class S3SignatureTests {

	private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");

	private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

	private final S3Signature signature = new S3Signature("AKIAIOSFODNN7EXAMPLE",
			"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

	private static TreeMap<String, String> headers(String hash, Map<String, String> more) {
		TreeMap<String, String> headers = new TreeMap<>(more);
		headers.put("host", "examplebucket.s3.amazonaws.com");
		headers.put("x-amz-content-sha256", hash);
		headers.put("x-amz-date", S3Signature.time(AT));
		return headers;
	}

	@Test
	void getsAnObject() {
		assertThat(this.signature.authorization("GET", "/test.txt", new TreeMap<>(),
				headers(NOTHING, Map.of("range", "bytes=0-9")), NOTHING, AT))
			.isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
					+ "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
					+ "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
	}

	@Test
	void putsAnObject() {
		String hash = S3Signature.sha256("Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8));
		assertThat(hash).isEqualTo("44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072");
		assertThat(this.signature.authorization("PUT", "/test%24file.text", new TreeMap<>(),
				headers(hash,
						Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY")),
				hash, AT))
			.endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
	}

	@ParameterizedTest
	@CsvSource({ "lifecycle=, fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
			"max-keys=2&prefix=J, 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7" })
	void readsABucket(String asked, String signed) {
		TreeMap<String, String> query = new TreeMap<>();
		for (String one : asked.split("&")) {
			String[] parts = one.split("=", -1);
			query.put(parts[0], parts[1]);
		}
		assertThat(S3Signature.query(query)).isEqualTo(asked);
		assertThat(this.signature.authorization("GET", "/", query, headers(NOTHING, Map.of()), NOTHING, AT))
			.endsWith("Signature=" + signed);
	}

	@Test
	void encodesWhatAddressesDoNot() {
		TreeMap<String, String> query = new TreeMap<>(Map.of("prefix", "a/b c+é~"));
		assertThat(S3Signature.query(query)).isEqualTo("prefix=a%2Fb%20c%2B%C3%A9~");
	}

}
