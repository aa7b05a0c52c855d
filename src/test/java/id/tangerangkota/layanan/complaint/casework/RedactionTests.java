package id.tangerangkota.layanan.complaint.casework;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

	private static final String BEFORE = """
			Pak Budi (081234567890) tidak mau menutup lubang itu. Lubang 😡 dalam sekali.

			Saya Siti, Jalan Kenanga 5.""";

	@ParameterizedTest
	@ValueSource(strings = { BEFORE, "", "***", "█████ tidak mau menutup lubang itu.",
			"Pak B. (0812********) tidak mau menutup lubang itu. Lubang 😡 dalam sekali.\n\nSaya S., [...]",
			"Tidak mau menutup lubang itu.\nLubang dalam…", "Saya Siti" })
	void takesAway(String after) {
		assertThat(Redaction.isOf(BEFORE, after)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Pak Joko tidak mau menutup lubang itu.", "Beli obat di sini.", "Siti Saya",
			"Pak Budi [seorang pencuri] tidak mau", "Pak Budi Pak Budi", "Pak Budi 😡 😡", "Pak Budiman", "ⓟⓐⓚ",
			"Pak 5 Siti", "567890", "lubang itu. Pak Budi" })
	void addsNothing(String after) {
		assertThat(Redaction.isOf(BEFORE, after)).isFalse();
	}

}
