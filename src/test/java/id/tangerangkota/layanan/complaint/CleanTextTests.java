package id.tangerangkota.layanan.complaint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "ja\u200blan", "\u202ejalan\u202c", "\u2066jalan\u2069", "jal\u00adan", "\ufeffjalan",
			"jalan\u0000", "j\u0007alan", "jalan\udb40\udc41", "jalan\ud83d", "ja\u3164lan", "jalan\u061c" })
	void takesOutWhatNobodySees(String typed) {
		assertThat(CleanText.line(typed)).isEqualTo("jalan");
	}

	@Test
	void keepsLettersOfOtherScriptsAndEmoji() {
		String family = "\ud83d\udc69\u200d\ud83d\udc67 \u2764\ufe0f\u200d\ud83d\udd25";
		assertThat(CleanText.line("\ua9a0\ua994 \u6c49\u5b57 \u202e" + family))
			.isEqualTo("\ua9a0\ua994 \u6c49\u5b57 " + family);
	}

	@Test
	void keepsParagraphs() {
		assertThat(CleanText.of(" Satu\r\n\r\n\r\n\r\nDua \rTiga\u2028Empat\n")).isEqualTo("Satu\n\nDua\nTiga\nEmpat");
	}

	@Test
	void isOneLineWhereOneIsMeant() {
		assertThat(CleanText.line("  Lubang\tdi\n\njalan ")).isEqualTo("Lubang di jalan");
	}

	@Test
	void masksANikAlsoWithSomethingHiddenInIt() {
		assertThat(CleanText.of("NIK saya 3671\u200b011203990001.")).isEqualTo("NIK saya ************0001.");
	}

	@Test
	void leavesNothingOfNothing() {
		assertThat(CleanText.of("\u200b\u202e \n")).isEmpty();
	}

}
