package id.tangerangkota.layanan.privacy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProofNumberTests {

	@Test
	void isReadAgain() {
		Set<ProofNumber> numbers = new HashSet<>();
		SecureRandom random = new SecureRandom();
		for (int i = 0; i < 1000; i++) {
			ProofNumber number = ProofNumber.random(random);
			assertThat(ProofNumber.parse(" " + number.value().toLowerCase() + " ")).isEqualTo(number);
			numbers.add(number);
		}
		assertThat(numbers).hasSize(1000);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "7K2MD", "7K2MD-XQ4TB-H9WRA-3NEF", "7K2MD-XQ4TB-H9WRA-3NEFCC", "7K2MD XQ4TB H9WRA 3NEFC",
					"7K2MD-XQ4TB-H9WRA-3NEF0", "7K2MD-XQ4TB-H9WRA-3NEF\u0131", "../..", "7K2MD-XQ4TB-H9WRA-3NEFC\n" })
	void refusesWhatIsNone(String text) {
		assertThat(ProofNumber.isValid(text)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new ProofNumber(text));
	}

}
