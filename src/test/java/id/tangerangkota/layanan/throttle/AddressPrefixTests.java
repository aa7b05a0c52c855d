package id.tangerangkota.layanan.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressPrefixTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.77,203.0.113.0/24", "0.0.0.0,0.0.0.0/24", "255.255.255.255,255.255.255.0/24",
			"127.0.0.1,127.0.0.0/24", "' 203.0.113.77 ',203.0.113.0/24", "::ffff:203.0.113.77,203.0.113.0/24",
			"0:0:0:0:0:ffff:cb00:714d,203.0.113.0/24", "2001:db8:0:ff12:1:2:3:4,2001:db8:0:ff00:0:0:0:0/56",
			"2001:DB8::1,2001:db8:0:0:0:0:0:0/56", "::1,0:0:0:0:0:0:0:0/56", "::,0:0:0:0:0:0:0:0/56",
			"fe80::1%eth0,fe80:0:0:0:0:0:0:0/56", "fe80::1%1,fe80:0:0:0:0:0:0:0/56" })
	void cutsAddresses(String address, String prefix) {
		assertThat(AddressPrefix.of(address)).isEqualTo(prefix);
	}

	/** None of these may reach a name server, or pass for a network of its own. */
	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "localhost", "example.com", "a.b", "1.2.3", "1.2.3.4.5", "256.1.1.1",
			"01.2.3.4", "1.2.3.04", "0x7f.1", "2130706433", "1.2.3.4:80", "[::1]", "[::1]:80", ":", ":::", "1::2::3",
			"1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "::g", "::1.2.3.256", "_hidden", "١.٢.٣.٤" })
	void takesEverythingElseTogether(String address) {
		assertThat(AddressPrefix.of(address)).isEqualTo("unknown");
	}

	@RepeatedTest(5)
	void keepsANetworkOfIpv4Together(RepetitionInfo repetition) throws UnknownHostException {
		Random random = new Random(repetition.getCurrentRepetition());
		for (int i = 0; i < 2000; i++) {
			byte[] one = bytes(random, 4);
			byte[] neighbour = one.clone();
			neighbour[3] = (byte) random.nextInt();
			assertThat(prefix(neighbour)).isEqualTo(prefix(one));
			byte[] stranger = flip(one, random.nextInt(24));
			assertThat(prefix(stranger)).isNotEqualTo(prefix(one));
		}
	}

	@RepeatedTest(5)
	void keepsANetworkOfIpv6Together(RepetitionInfo repetition) throws UnknownHostException {
		Random random = new Random(repetition.getCurrentRepetition());
		for (int i = 0; i < 2000; i++) {
			byte[] one = bytes(random, 16);
			byte[] neighbour = bytes(random, 16);
			System.arraycopy(one, 0, neighbour, 0, 7);
			assertThat(prefix(neighbour)).isEqualTo(prefix(one));
			byte[] stranger = flip(one, random.nextInt(56));
			assertThat(prefix(stranger)).isNotEqualTo(prefix(one));
		}
	}

	/** A person who writes an address in another way is the same person. */
	@Test
	void ignoresSpelling() throws UnknownHostException {
		Random random = new Random(6);
		for (int i = 0; i < 2000; i++) {
			byte[] bytes = bytes(random, 16);
			for (int j = 0; j < 16; j += 2) {
				if (random.nextBoolean()) {
					bytes[j] = 0;
					bytes[j + 1] = 0;
				}
			}
			String plain = InetAddress.getByAddress(bytes).getHostAddress();
			String shortened = plain.replaceFirst("(^|:)(0(:|$)){2,}", "::");
			assertThat(AddressPrefix.of(shortened)).as(shortened).isEqualTo(AddressPrefix.of(plain));
			assertThat(AddressPrefix.of(plain.toUpperCase())).isEqualTo(AddressPrefix.of(plain));
		}
	}

	private static String prefix(byte[] address) throws UnknownHostException {
		return AddressPrefix.of(InetAddress.getByAddress(address).getHostAddress());
	}

	private static byte[] bytes(Random random, int length) {
		byte[] bytes = new byte[length];
		random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] flip(byte[] address, int bit) {
		byte[] flipped = address.clone();
		flipped[bit / 8] ^= (byte) (0x80 >> (bit % 8));
		return flipped;
	}

}
