package id.tangerangkota.layanan.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	@ParameterizedTest
	@ValueSource(strings = { "lang=en", "a=b&lang=en", "lang=en&a=b", "lang=id&lang=en" })
	void isEnglishWhereTheAddressSaysSo(String query) {
		assertThat(Language.ofQuery(query)).isEqualTo(Language.ENGLISH);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "lang=id", "lang=", "lang=EN", "lang=english", "xlang=en", "lang=fr", "q=lang=en" })
	void isIndonesianOtherwise(@Nullable String query) {
		assertThat(Language.ofQuery(query)).isEqualTo(Language.INDONESIAN);
	}

	@ParameterizedTest
	@CsvSource({ "/, /?lang=en", "/a?b=c, /a?b=c&lang=en", "/a#b, /a?lang=en#b", "/a?b=c#d, /a?b=c&lang=en#d",
			"/a?lang=en, /a?lang=en", "?b=c, ?b=c&lang=en", "/a?, /a?lang=en" })
	void addsItselfToAnAddress(String href, String expected) {
		assertThat(Language.ENGLISH.addTo(href)).isEqualTo(expected);
		assertThat(Language.INDONESIAN.addTo(href)).isEqualTo(href);
	}

	@Test
	void knowsItsLocale() {
		assertThat(Language.of(Locale.UK)).isEqualTo(Language.ENGLISH);
		assertThat(Language.of(Language.INDONESIAN.locale())).isEqualTo(Language.INDONESIAN);
		assertThat(Language.INDONESIAN.locale().getLanguage()).isEqualTo("id");
	}

}
