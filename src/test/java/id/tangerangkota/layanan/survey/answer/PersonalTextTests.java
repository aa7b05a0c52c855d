package id.tangerangkota.layanan.survey.answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			NIK saya 3671011505900001, tolong.       | NIK saya [•••], tolong.
			3671 0115 0590 0001                      | [•••]
			KK 3671-0115-0590-0001.                  | KK [•••].
			HP 0812-3456-7890 ya                     | HP [•••] ya
			+62 812 3456 7890                        | [•••]
			telepon (021) 5576 4955                  | telepon [•••]
			wa 08123456789                           | wa [•••]
			kartu 4111 1111 1111 1111                | kartu [•••]
			rek. BCA 123-456-7890                    | rek. BCA [•••]
			ke siti.aminah+kk@contoh.co.id saja      | ke [•••] saja
			plat B 1234 XYZ di jalan                 | plat [•••] di jalan
			motor b1234xyz parkir                    | motor [•••] parkir
			""")
	void takesOutWhatLeadsToSomebody(String text, String masked) {
		assertThat(PersonalText.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Antre 3 jam di loket 12, lantai 2.", "Biaya 1.250.000 rupiah", "Rp 15.000,00 saja",
			"Sejak 23-11-2026 tidak bisa", "Sejak 2026-11-23", "Dari pukul 07.30 sampai 16.00",
			"Kode pos 15111 dan RT 05/RW 03", "Error 404 terus", "Nilai A 100 persen", "PBB tahun 2024, 2025 dan 2026",
			"B 12 dan C 3" })
	void leavesOtherWordsAlone(String text) {
		assertThat(PersonalText.mask(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nomor 1.234.567.890.123", "08.12.34.56.78.90" })
	void doesNotTakeALongNumberForMoney(String text) {
		assertThat(PersonalText.mask(text)).contains(PersonalText.MASK);
	}

}
