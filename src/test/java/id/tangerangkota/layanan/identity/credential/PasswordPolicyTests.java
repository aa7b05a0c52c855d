package id.tangerangkota.layanan.identity.credential;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.identity.credential.PasswordPolicy.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTests {

	private static final List<String> OWN = List.of("3671011505900001", "Siti Nurhaliza Rahmawati",
			"siti.nurhaliza@contoh.id");

	private static final PasswordPolicy policy = new PasswordPolicy();

	@ParameterizedTest
	@ValueSource(strings = { "kopi pagi hujan", "jendela-merah-72", "Bq7#xPz2!mLw", "🙂🙃😀😁😂🤣😃😄😅😆",
			"tangerang hujan sejak subuh", "saya suka soto betawi", "密碼密碼很長的一個密碼啊", "siti pulang naik kereta" })
	void takesWhatIsTheirOwn(String password) {
		assertThat(policy.objection(password, OWN)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "rahasia, SHORT", "123456789, SHORT", "aaaaaaaaaaaa, SIMPLE", "1234567890, SIMPLE",
			"abcdefghijkl, SIMPLE", "9876543210, SIMPLE", "abababababab, SIMPLE", "qwertyuiop, COMMON",
			"password123, COMMON", "P@ssw0rd123, COMMON", "iloveyou2024, COMMON", "tangerang123, OF_THE_CITY",
			"Tangerang2024!, OF_THE_CITY", "laksabismillah, OF_THE_CITY", "t4ngerang2026, OF_THE_CITY",
			"nurhaliza90, OWN_DATA", "NurHaliza123, OWN_DATA", "kopi150590pagi, OWN_DATA", "3671011505900001, OWN_DATA",
			"x0590000100x, OWN_DATA", "Siti Nurhaliza Rahmawati, OWN_DATA", "sitinurhalizarahmawati90, OWN_DATA",
			"siti.nurhaliza@contoh.id, OWN_DATA" })
	void refusesWhatOthersTryFirst(String password, Reason reason) {
		assertThat(policy.objection(password, OWN)).contains(reason);
	}

	@Test
	void asksForNoMixOfSigns() {
		assertThat(policy.objection("hujansejaksubuh", OWN)).isEmpty();
		assertThat(policy.objection("48151623421084", List.of())).isEmpty();
	}

	@Test
	void setsLimitsInSignsNotInBytes() {
		assertThat(policy.objection("x1".repeat(65), OWN)).contains(Reason.LONG);
		assertThat(policy.objection("é".repeat(9), OWN)).contains(Reason.SHORT);
	}

	/** Both spellings of a letter are one password. */
	@Test
	void judgesBothSpellingsAlike() {
		String composed = "café kopi és manis";
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		assertThat(decomposed).isNotEqualTo(composed);
		assertThat(PasswordHashing.normal(decomposed)).isEqualTo(composed);
		assertThat(policy.objection(decomposed, OWN)).isEqualTo(Optional.empty());
	}

	@Test
	void knowsTheThreeThousandMostCommonOfTenOrMore() {
		List<String> common = List.of("1234567891", "qwerty12345", "football123", "q1w2e3r4t5", "1q2w3e4r5t",
				"basketball", "qwertyuiop123");
		assertThat(common).allSatisfy((password) -> assertThat(policy.objection(password, List.of())).isPresent());
	}

}
