package id.tangerangkota.layanan.audit;

import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditTextTests {

	@ParameterizedTest
	@CsvSource({ "identity.signed-in,identity", "open311.filed,open311", "catalog.retired,catalog" })
	void takesTheChainFromTheAction(String action, String chain) {
		assertThat(AuditText.chain(action)).isEqualTo(chain);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "identity", "identity.", ".signed-in", "Identity.signed-in", "identity.signed in",
			"identity.signed-in.twice", "identity.signed_in", "3identity.x", "identity.x\n" })
	void refusesOtherActions(String action) {
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.chain(action));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nama lengkap", "NIK", "a_b", "-a", "a-", "a--b", "ä" })
	void refusesOtherKeys(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.details(Map.of(key, "1")));
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.subject(new AuditSubject(key, "1")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3671010101010001", "NIK 3671010101010001.", "nik=3671010101010001", "warga@example.org",
			"two\nlines", "\u0000" })
	void refusesWhatLooksLikePersonalDataAndKeepsItToItself(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.details(Map.of("some-key", value)))
			.withMessageContaining("some-key")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(value));
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.subject(new AuditSubject("account", value)));
	}

	@Test
	void refusesLongValues() {
		assertThat(AuditText.details(Map.of("key", "x".repeat(200)))).hasSize(210);
		assertThatIllegalArgumentException().isThrownBy(() -> AuditText.details(Map.of("key", "x".repeat(201))));
	}

	@Test
	void takesIdsWhateverTheirDigits() {
		assertThat(AuditText.details(Map.of("hash", "ab1234567890123456cd", "id",
				"12345678-1234-4123-8123-123456789012", "password", "argon2@2026", "long", "12345678901234567")))
			.isNotEmpty();
	}

	@RepeatedTest(50)
	void takesAnyAccount() {
		AuditSubject subject = new AuditSubject("account", UUID.randomUUID().toString());
		assertThat(AuditText.subject(subject)).isEqualTo(subject);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void readsBackWhatItWrote(long seed) {
		RandomText random = new RandomText(seed);
		for (int i = 0; i < 500; i++) {
			Map<String, String> details = Map.of("a", random.word(20), "b", random.likeOthers(5) + "\"\\{}ä漢😀", "c-d",
					"");
			assertThat(AuditText.details(AuditText.details(details))).isEqualTo(details);
		}
	}

	@Test
	void writesKeysInOrder() {
		assertThat(AuditText.details(Map.of("c", "3", "a", "1", "b", "2")))
			.isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"a\":{}}", "no json" })
	void showsWholeWhatIsNoDetails(String stored) {
		assertThat(AuditText.details(stored)).containsExactly(Map.entry("details", stored));
	}

}
