package id.tangerangkota.layanan.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailTests {

	@ParameterizedTest
	@ValueSource(strings = { "siti@contoh.id", "a.b+c@tangerangkota.go.id", "x@a-b.co", "Siti.N@CONTOH.ID" })
	void takesAddresses(String address) {
		assertThat(Email.isValid(address)).isTrue();
	}

	/** Line breaks above all: they would add headers to a message. */
	@ParameterizedTest
	@ValueSource(strings = { "", "siti", "siti@", "@contoh.id", "siti@contoh", "siti@contoh..id", "si ti@contoh.id",
			"siti@contoh.id\r\nBcc: x@y.id", "siti@contoh.id, x@y.id", "siti@-contoh.id", "<siti@contoh.id>",
			"\"siti\"@contoh.id", "siti@[127.0.0.1]" })
	void refusesWhatIsNone(String address) {
		assertThat(Email.isValid(address)).isFalse();
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThat(Email.isValid("a".repeat(65) + "@contoh.id")).isFalse();
		assertThat(Email.isValid("a@" + "b.".repeat(130) + "id")).isFalse();
	}

	@Test
	void showsLittle() {
		assertThat(new Email("siti.nurhaliza@contoh.id")).hasToString("s•••@contoh.id");
	}

}
