package id.tangerangkota.layanan.identity;

import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.SignIn.Factor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTests {

	private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");

	@ParameterizedTest
	@CsvSource({ "CITIZEN, PT30M, PT12H", "STAFF, PT15M, PT8H" })
	void endsByItself(AccountKind kind, Duration idle, Duration absolute) {
		SignIn signIn = signIn(kind);
		assertThat(signIn.idle()).isEqualTo(idle);
		assertThat(signIn.isOver(NINE.plus(absolute).minusMillis(1))).isFalse();
		assertThat(signIn.isOver(NINE.plus(absolute))).isTrue();
	}

	@Test
	void wantsThePasswordAgainAfterFiveMinutes() {
		SignIn signIn = signIn(AccountKind.STAFF);
		assertThat(signIn.isPasswordYoung(NINE.plusSeconds(299))).isTrue();
		assertThat(signIn.isPasswordYoung(NINE.plusSeconds(300))).isFalse();
		SignIn again = signIn.confirmed(NINE.plusSeconds(600));
		assertThat(again.isPasswordYoung(NINE.plusSeconds(899))).isTrue();
		assertThat(again.isOver(NINE.plus(Duration.ofHours(8)))).as("it makes no session longer").isTrue();
	}

	@Test
	void isCompleteWithItsSecondFactorOnly() {
		SignIn signIn = signIn(AccountKind.STAFF);
		assertThat(signIn.complete()).isFalse();
		assertThat(signIn.completed(Factor.TOTP)).isEqualTo(
				new SignIn(signIn.account(), AccountKind.STAFF, NINE, NINE, Factor.TOTP, true, "Chrome, Android"));
	}

	private static SignIn signIn(AccountKind kind) {
		return new SignIn(AccountId.random(), kind, NINE, NINE, Factor.NONE, false, "Chrome, Android");
	}

}
