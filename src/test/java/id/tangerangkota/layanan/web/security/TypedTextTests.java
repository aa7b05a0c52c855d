package id.tangerangkota.layanan.web.security;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "kartu keluarga", "é", "\uD83D\uDE00", "baris\r\nbaris\t" })
	void takesWhatPeopleType(String text) {
		assertThat(TypedText.isSound(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "a\0b", "\uD83D", "\uDE00", "\uD83Da", "\uDE00\uD83D" })
	void refusesWhatNoDatabaseTakes(String text) {
		assertThat(TypedText.isSound(text)).isFalse();
	}

}
