package id.tangerangkota.layanan.identity.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedNameTests {

	@ParameterizedTest
	@CsvSource({ "Budi,B•••", "Siti  Nur Aini,S••• N••• A•••", "'  É ',É•••", "'',•••", "𝒮iti,𝒮•••" })
	void showsFirstLettersOnly(String name, String masked) {
		assertThat(MaskedName.of(name)).isEqualTo(masked);
	}

	@Test
	void showsNothingOfNoName() {
		assertThat(MaskedName.of(null)).isEqualTo("•••");
	}

}
