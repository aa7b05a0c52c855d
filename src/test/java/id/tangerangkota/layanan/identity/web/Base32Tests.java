package id.tangerangkota.layanan.identity.web;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Base32Tests {

	private static final Random random = new Random(32);

	/** RFC 4648, section 10. */
	@ParameterizedTest
	@CsvSource({ "'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI" })
	void writesAsTheStandardSays(String text, String expected) {
		assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
	}

	/** 160 bits fit evenly, so the text is the number with the base 32. */
	@RepeatedTest(50)
	void writesSecretsAsTheNumberTheyAre() {
		byte[] secret = new byte[20];
		random.nextBytes(secret);
		assertThat(number(Base32.encode(secret))).isEqualTo(new BigInteger(1, secret));
	}

	private static BigInteger number(String base32) {
		assertThat(base32).hasSize(32);
		return base32.chars()
			.mapToObj((sign) -> BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign)))
			.reduce(BigInteger.ZERO, (number, digit) -> number.shiftLeft(5).add(digit));
	}

}
