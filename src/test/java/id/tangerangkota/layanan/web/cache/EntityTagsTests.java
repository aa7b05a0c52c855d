package id.tangerangkota.layanan.web.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagsTests {

	@ParameterizedTest
	@ValueSource(strings = { "\"abc\"", "W/\"abc\"", "*", " * ", "\"x\", \"abc\"", "\"x\",W/\"abc\" , \"y\"",
			"\"abc\",\"abc-gz\"" })
	void matches(String header) {
		assertThat(EntityTags.matches(header, "\"abc\"")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "\"abc-gz\"", "\"xabc\"", "\"ab\"", "\"\"", "x\"abc\"y" })
	void tellsOthersApart(String header) {
		assertThat(EntityTags.matches(header, "\"abc\"")).isFalse();
	}

	@Test
	void differsByBodyTypeAndEncoding() {
		byte[] body = "isi".getBytes();
		String tag = EntityTags.of(body, "text/html", "");
		assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"").isEqualTo(EntityTags.of(body.clone(), "text/html", ""));
		assertThat(tag).isNotEqualTo(EntityTags.of("lain".getBytes(), "text/html", ""))
			.isNotEqualTo(EntityTags.of(body, "text/plain", ""))
			.isNotEqualTo(EntityTags.of(body, "text/html", "-gz"));
	}

}
