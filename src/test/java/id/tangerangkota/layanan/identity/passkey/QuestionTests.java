package id.tangerangkota.layanan.identity.passkey;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuestionTests {

	private static final Instant NOW = Instant.parse("2026-11-23T03:42:00Z");

	@Test
	void isNeverTheSame() {
		Set<String> questions = new TreeSet<>();
		for (int i = 0; i < 1000; i++) {
			Question question = Question.ask(NOW);
			assertThat(question.challenge()).hasSize(32);
			questions.add(question.toString());
		}
		assertThat(questions).hasSize(1000);
	}

	@Test
	void mayBeAnsweredForFiveMinutes() {
		Question question = Question.ask(NOW);
		Instant last = NOW.plus(Duration.ofMinutes(5));
		assertThat(Question.open(question.toString(), NOW).challenge()).isEqualTo(question.challenge());
		assertThat(Question.open(question.toString(), last).challenge()).isEqualTo(question.challenge());
		assertRefused(Reason.TOO_LATE, question.toString(), last.plusMillis(1));
	}

	/** Whatever has become of the text in the session, it fits no answer. */
	@ParameterizedTest
	@ValueSource(strings = { "", ".", ".0", "AAAA", "AAAA.1795405320000", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.99999999999999999999",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!.1795405320000",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.1795405320000.1" })
	void isNothingElse(String text) {
		assertRefused(Reason.WRONG_CHALLENGE, text, NOW);
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, Long.MAX_VALUE, 0 })
	void takesNoTimeForMoreThanItIs(long asked) {
		String text = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA." + asked;
		assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(() -> Question.open(text, NOW));
	}

	private static void assertRefused(Reason reason, String text, Instant now) {
		assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(() -> Question.open(text, now))
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

}
