package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressGuardTests {

	private final AddressGuard guard = new AddressGuard(List.of());

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1",
			"017700000001", "0177.0.0.01", "0x7f.1", "①②⑦.0.0.1", "127。0。0。1", "１２７.0.0.1", "127.0.0.1.", "0",
			"0.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
			"0xa9fea9fe", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
			"224.0.0.1", "240.0.0.1", "255.255.255.255", "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "::1",
			"[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:10.0.0.1]", "[::127.0.0.1]", "[::7f00:1]",
			"[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[2002:7f00:1::]",
			"[2002:a00:1::1]", "[2001:0:0:0:0:0:80ff:fffe]", "[2a00::5efe:7f00:1]", "[fe80::1]", "[fc00::1]",
			"[fd00::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "[100::1]" })
	void refusesWhatIsNotPublicInAnySpelling(String spelled) {
		assertThat(this.guard.allows(address(spelled))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "134744072", "0x08080808", "010.8.8.8", "103.100.27.1", "[2606:4700::1111]",
			"[2001:4860:4860::8888]", "[::ffff:8.8.8.8]" })
	void letsPublicAddressesPass(String spelled) {
		assertThat(this.guard.allows(address(spelled))).isTrue();
	}

	@Test
	void opensOnlyTheNetworksThatAreNamed() {
		AddressGuard opened = new AddressGuard(List.of("10.20.0.0/16", "fd00:20::/32"));
		assertThat(opened.allows(address("10.20.255.1"))).isTrue();
		assertThat(opened.allows(address("[::ffff:10.20.0.1]"))).isTrue();
		assertThat(opened.allows(address("[fd00:20::5]"))).isTrue();
		assertThat(opened.allows(address("8.8.8.8"))).isTrue();
		assertThat(opened.allows(address("10.21.0.1"))).isFalse();
		assertThat(opened.allows(address("127.0.0.1"))).isFalse();
		assertThat(opened.allows(address("[64:ff9b::10.20.0.1]"))).isFalse();
	}

	/** A public name that leads inside does not get in by a network opened for others. */
	@Test
	void keepsPublicChecksOutOfInnerNetworksThatAreOpened() {
		AddressGuard opened = new AddressGuard(List.of("10.20.0.0/16", "fd00:20::/32", "127.0.0.0/8"));
		for (String inner : List.of("10.20.255.1", "[::ffff:10.20.0.1]", "[fd00:20::5]")) {
			assertThat(opened.allows(address(inner), Reach.PUBLIC)).isFalse();
			assertThat(opened.allows(address(inner), Reach.INNER)).isTrue();
		}
		assertThat(opened.allows(address("10.21.0.1"), Reach.INNER)).isFalse();
		assertThat(opened.allows(address("127.0.0.1"), Reach.PUBLIC)).isTrue();
		assertThat(opened.allows(address("8.8.8.8"), Reach.PUBLIC)).isTrue();
	}

	/** However an address is wrapped or spelled, what is judged is the address. */
	@Test
	void judgesAllDisguisesAlike() {
		Random random = new Random(6890);
		for (int i = 0; i < 20_000; i++) {
			byte[] four = new byte[4];
			random.nextBytes(four);
			if (i % 2 == 0) {
				byte[][] inner = { { 127 }, { 10 }, { (byte) 192, (byte) 168 }, { (byte) 169, (byte) 254 } };
				byte[] prefix = inner[random.nextInt(inner.length)];
				System.arraycopy(prefix, 0, four, 0, prefix.length);
			}
			InetAddress plain = address(four);
			boolean allowed = this.guard.allows(plain);
			for (String spelled : disguises(four)) {
				InetAddress same = address(spelled);
				assertThat(same).as(spelled).isEqualTo(plain);
				assertThat(this.guard.allows(same)).as(spelled).isEqualTo(allowed);
			}
			if (!allowed) {
				for (byte[] prefix : List.of(new byte[] { 0, 0x64, (byte) 0xff, (byte) 0x9b },
						new byte[] { 0x26, 0x06 })) {
					byte[] sixteen = new byte[16];
					System.arraycopy(prefix, 0, sixteen, 0, prefix.length);
					sixteen[10] = 0x5e;
					sixteen[11] = (byte) 0xfe;
					System.arraycopy(four, 0, sixteen, 12, 4);
					assertThat(this.guard.allows(address(sixteen))).as("%s", address(sixteen)).isFalse();
				}
			}
		}
	}

	private static List<String> disguises(byte[] four) {
		int a = four[0] & 0xff;
		int b = four[1] & 0xff;
		int c = four[2] & 0xff;
		int d = four[3] & 0xff;
		long whole = ((long) a << 24) | (b << 16) | (c << 8) | d;
		return List.of("%d.%d.%d.%d".formatted(a, b, c, d), "" + whole, "0x%x".formatted(whole), "0%o".formatted(whole),
				"0x%x.0%o.%d.0X%X".formatted(a, b, c, d), "%d.%d".formatted(a, whole & 0xffffff),
				"%d.%d.%d".formatted(a, b, whole & 0xffff), "%d.%d.%d.%d.".formatted(a, b, c, d),
				"[::ffff:%d.%d.%d.%d]".formatted(a, b, c, d), "[::FFFF:%x:%x]".formatted(whole >> 16, whole & 0xffff),
				"[0:0:0:0:0:ffff:%x:%x]".formatted(whole >> 16, whole & 0xffff));
	}

	private static InetAddress address(String spelled) {
		InetAddress address = new Host(spelled).address();
		assertThat(address).as(spelled).isNotNull();
		return address;
	}

	private static InetAddress address(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
