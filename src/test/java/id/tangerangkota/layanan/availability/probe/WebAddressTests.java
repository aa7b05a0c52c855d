package id.tangerangkota.layanan.availability.probe;

import java.util.Random;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebAddressTests {

	@ParameterizedTest
	@CsvSource({ "https://Tangerangkota.GO.ID, https://tangerangkota.go.id/",
			"' HTTP://a.go.id:80/x ', http://a.go.id/x", "https://a.go.id:443, https://a.go.id/",
			"https://a.go.id:8443/?q=1#top, https://a.go.id:8443/?q=1", "http://a.go.id?q, http://a.go.id/?q",
			"https://a.go.id./, https://a.go.id/", "https://dinas_x.go.id/, https://dinas_x.go.id/",
			"https://warung-ä.id/é, https://xn--warung--cxa.id/%C3%A9", "https://例え.jp/, https://xn--r8jz45g.jp/",
			"https://ＡＢＣ.go.id/, https://abc.go.id/", "http://2130706433/, http://127.0.0.1/",
			"http://[::FFFF:127.0.0.1]:8080/, http://127.0.0.1:8080/",
			"'http://[2606:4700:0:0:0:0:0:1111]/', http://[2606:4700::1111]/",
			"'http://a.go.id/a b|c', http://a.go.id/a%20b%7Cc", "http://a.go.id:/, http://a.go.id/",
			"http://a.go.id/@x, http://a.go.id/@x" })
	void readsWhatPeopleType(String typed, String read) {
		assertThat(WebAddress.parse(typed)).hasToString(read);
		assertThat(WebAddress.parse(read)).isEqualTo(WebAddress.parse(typed));
	}

	@ParameterizedTest
	@CsvSource({ "'', LENGTH", "'   ', LENGTH", "a.go.id, SCHEME", "ftp://a.go.id/, SCHEME",
			"file:///etc/passwd, SCHEME", "javascript:alert(1), SCHEME", "gopher://a.go.id, SCHEME",
			"https:/a.go.id, SCHEME", "https:a.go.id, SCHEME", "http://user@a.go.id/, CREDENTIALS",
			"http://user:secret@a.go.id/, CREDENTIALS", "http://a.go.id@127.0.0.1/, CREDENTIALS",
			"http://@a.go.id/, CREDENTIALS", "http:///x, HOST", "http://:80/, HOST", "http://a..id/, HOST",
			"http://-a.id/, HOST", "http://a.id-/, HOST", "http://a b.id/, HOST", "http://a%2eid/, HOST",
			"http://127.0.0.256/, HOST", "http://1.2.3.4.5/, HOST", "http://09.1.1.1/, HOST",
			"http://4294967296/, HOST", "http://a.0x/, HOST", "http://[fe80::1%eth0]/, HOST",
			"http://[fe80::1%25eth0]/, HOST", "http://::1/, HOST", "http://[::1/, HOST", "http://[::g]/, HOST",
			"http://[]/, HOST", "http://[v1.a]/, HOST", "http://a.go.id:0/, PORT", "http://a.go.id:65536/, PORT",
			"http://a.go.id:-1/, PORT", "http://a.go.id:http/, PORT", "http://a.go.id:８０/, PORT",
			"http://a.go.id\\@b/, CHARACTERS" })
	void refusesWhatChecksMayNotFollow(String typed, Reason reason) {
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> WebAddress.parse(typed))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a.go.id/\r\nHost: b", "http://a.go\t.id/", "http://a.go.id/\u0000" })
	void refusesControlCharacters(String typed) {
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> WebAddress.parse(typed))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.CHARACTERS));
	}

	@Test
	void refusesWhatHasNoEnd() {
		assertThatExceptionOfType(InvalidTarget.class)
			.isThrownBy(() -> WebAddress.parse("http://a.go.id/" + "x".repeat(WebAddress.LONGEST)));
		assertThatExceptionOfType(InvalidTarget.class)
			.isThrownBy(() -> WebAddress.parse("http://" + "a".repeat(64) + ".id/"));
		assertThatExceptionOfType(InvalidTarget.class)
			.isThrownBy(() -> WebAddress.parse("http://" + "a.".repeat(130) + "id/"));
	}

	@ParameterizedTest
	@CsvSource({ "/masuk, https://a.go.id/masuk", "masuk, https://a.go.id/x/masuk", "?q=2, https://a.go.id/x/y?q=2",
			"'', https://a.go.id/x/y?q=1", "#top, https://a.go.id/x/y?q=1", "../z, https://a.go.id/z",
			"./., https://a.go.id/x/", "../../../z?a=../b, https://a.go.id/z?a=../b", "//b.go.id/z, https://b.go.id/z",
			"http://b.go.id, http://b.go.id/", "HTTPS://b.go.id:8443/é, https://b.go.id:8443/%C3%A9",
			"/a/./b/../c/, https://a.go.id/a/c/" })
	void followsRedirects(String location, String leads) {
		assertThat(WebAddress.parse("https://a.go.id/x/y?q=1").resolve(location)).hasToString(leads);
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "javascript:alert(1)", "http://user:secret@b.go.id/", "//", "http:b",
			"data:text/html,x" })
	void followsNoRedirectElsewhere(String location) {
		WebAddress here = WebAddress.parse("https://a.go.id/x/y?q=1");
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> here.resolve(location));
	}

	/** Whatever comes in, out comes one spelling without credentials, or a refusal. */
	@Test
	void neverLetsAnythingElseThrough() {
		String[] pieces = { "http", "https", "ftp", ":", "/", "//", "@", "a", "go.id", "127.0.0.1", "[::1]", "0x7f",
				"1", ":80", ":99999", "?", "#", "\\", "%", "..", ".", " ", "\n", "é", "[", "]", "xn--", "-", "_" };
		Random random = new Random(3986);
		int read = 0;
		for (int i = 0; i < 50_000; i++) {
			StringBuilder typed = new StringBuilder(random.nextBoolean() ? "http://" : "");
			for (int n = random.nextInt(8); n >= 0; n--) {
				typed.append(pieces[random.nextInt(pieces.length)]);
			}
			WebAddress address;
			try {
				address = WebAddress.parse(typed.toString());
			}
			catch (InvalidTarget ex) {
				continue;
			}
			read++;
			assertThat(address.toString()).matches("https?://[a-z0-9._:\\[\\]-]+/[!-\\[\\]-~]*");
			assertThat(address.authority()).doesNotContain("@");
			assertThat(WebAddress.parse(address.toString())).isEqualTo(address);
			assertThat(new Host(address.host().name())).isEqualTo(address.host());
		}
		assertThat(read).isGreaterThan(1000);
	}

	@Test
	void readsStatusRanges() {
		StatusRanges ranges = StatusRanges.parse("200-399, 404");
		assertThat(ranges).hasToString("200-399,404");
		assertThat(ranges.contains(200)).isTrue();
		assertThat(ranges.contains(399)).isTrue();
		assertThat(ranges.contains(404)).isTrue();
		assertThat(ranges.contains(400)).isFalse();
		assertThat(ranges.contains(199)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "200-", "99", "600", "399-200", "abc", "200;300", "2000" })
	void refusesStatusRangesThatAreNone(String text) {
		assertThatExceptionOfType(InvalidTarget.class).isThrownBy(() -> StatusRanges.parse(text))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.STATUS));
	}

}
