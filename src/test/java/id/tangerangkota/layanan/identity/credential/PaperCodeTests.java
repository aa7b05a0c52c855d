package id.tangerangkota.layanan.identity.credential;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaperCodeTests {

	private final SecureRandom random = new SecureRandom();

	@Test
	void hasNoSignsThatLookAlike() {
		for (int i = 0; i < 500; i++) {
			assertThat(PaperCode.random(this.random, PaperCode.COUNTER_GROUPS))
				.matches("[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}");
		}
	}

	@Test
	void readsWhateverPeopleMakeOfIt() {
		for (int i = 0; i < 500; i++) {
			String code = PaperCode.random(this.random, PaperCode.RECOVERY_GROUPS);
			for (String typed : new String[] { code, code.toLowerCase(Locale.ROOT), code.replace("-", ""),
					code.replace('-', ' '), "  " + code + "\n", code.replace("-", " – ") }) {
				assertThat(PaperCode.normal(typed)).isEqualTo(code);
			}
		}
	}

	@Test
	void isNeverTheSame() {
		Set<String> codes = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			codes.add(PaperCode.random(this.random, PaperCode.RECOVERY_GROUPS));
		}
		assertThat(codes).hasSize(10_000);
	}

}
