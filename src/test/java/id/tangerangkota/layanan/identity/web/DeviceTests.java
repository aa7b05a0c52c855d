package id.tangerangkota.layanan.identity.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36 | Chrome, Android
					Mozilla/5.0 (Linux; Android 13; SM-A045F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36 | Samsung Internet, Android
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1 | Safari, iPhone
					Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Windows
					Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 | Edge, Windows
					Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15 | Safari, macOS
					curl/8.5.0 | ?, ?
					""")
	void namesBrowserAndSystem(String userAgent, String name) {
		assertThat(Device.name(userAgent)).isEqualTo(name);
	}

	@Test
	void saysWhatIsKnown() {
		assertThat(Device.known("Chrome, Android")).contains("Chrome, Android");
		assertThat(Device.known("Chrome, ?")).contains("Chrome");
		assertThat(Device.known("?, ?")).isEmpty();
		assertThat(Device.known("?")).isEmpty();
	}

	@Test
	void keepsNothingOfTheHeaderItself() {
		assertThat(Device.name("<script>alert(1)</script>")).isEqualTo("?, ?");
		assertThat(Device.name((String) null)).isEqualTo("?, ?");
	}

}
