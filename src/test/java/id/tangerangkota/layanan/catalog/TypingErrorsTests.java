package id.tangerangkota.layanan.catalog;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypingErrorsTests {

	@Test
	void countsLettersMissingAddedWrongOrSwapped() {
		assertThat(TypingErrors.between("krtu", "kartu")).isEqualTo(1);
		assertThat(TypingErrors.between("karttu", "kartu")).isEqualTo(1);
		assertThat(TypingErrors.between("kartk", "kartu")).isEqualTo(1);
		assertThat(TypingErrors.between("katru", "kartu")).isEqualTo(1);
		assertThat(TypingErrors.between("", "kartu")).isEqualTo(5);
	}

	@RepeatedTest(20)
	void behaveLikeADistance(RepetitionInfo repetition) {
		RandomText random = new RandomText(repetition.getCurrentRepetition());
		for (int i = 0; i < 500; i++) {
			String one = random.likeOthers(8);
			String other = random.likeOthers(8);
			int errors = TypingErrors.between(one, other);
			assertThat(errors).as("%s and %s", one, other)
				.isEqualTo(TypingErrors.between(other, one))
				.isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
			assertThat(errors == 0).as("%s and %s", one, other).isEqualTo(one.equals(other));
		}
	}

}
