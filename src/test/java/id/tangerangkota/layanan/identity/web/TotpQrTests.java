package id.tangerangkota.layanan.identity.web;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TotpQrTests {

	private static final String URI = "otpauth://totp/Layanan%20Kota%20Tangerang:siti%40tangerangkota.go.id"
			+ "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Layanan%20Kota%20Tangerang";

	private static final Pattern BAR = Pattern.compile("M(\\d+),(\\d+)h(\\d+)v1h-(\\d+)z");

	private record Module(int x, int y) {
	}

	@Test
	void drawsTheDarkModulesAndNoOthers() {
		TotpQr qr = TotpQr.of(URI);
		QrCode code = QrCode.encodeText(URI, Ecc.LOW);
		Set<Module> expected = new HashSet<>();
		for (int y = 0; y < code.size; y++) {
			for (int x = 0; x < code.size; x++) {
				if (code.getModule(x, y)) {
					expected.add(new Module(x + 4, y + 4));
				}
			}
		}
		assertThat(qr.size()).isEqualTo(code.size + 8);
		assertThat(drawn(qr.path())).isEqualTo(expected);
	}

	@Test
	void holdsNothingButBars() {
		assertThat(TotpQr.of(URI).path().replaceAll(BAR.pattern(), "")).isEmpty();
	}

	@Test
	void keepsTheSecretOutOfLogs() {
		assertThat(TotpQr.of(URI).toString()).doesNotContain("JBSWY3DP");
	}

	private static Set<Module> drawn(String path) {
		return BAR.matcher(path).results().flatMap((bar) -> {
			assertThat(bar.group(3)).isEqualTo(bar.group(4));
			return IntStream.range(number(bar, 1), number(bar, 1) + number(bar, 3))
				.mapToObj((x) -> new Module(x, number(bar, 2)));
		}).collect(Collectors.toSet());
	}

	private static int number(MatchResult bar, int group) {
		return Integer.parseInt(bar.group(group));
	}

}
