package id.tangerangkota.layanan.complaint.open;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RoughlyTests {

	@Test
	void leavesWhatLiesInTheStreetWhereItIs() {
		Roughly where = Roughly.of("jalan-rusak", "Jalan Kenanga No. 12", -6.178312, 106.631947);
		assertThat(where).isEqualTo(new Roughly("Jalan Kenanga No. 12", -6.178312, 106.631947));
	}

	@ParameterizedTest
	@CsvSource({ "sosial", "kependudukan", "air-bersih", "kategori-dari-masa-depan" })
	void movesWhatMayBeAtHome(String category) {
		Roughly one = Roughly.of(category, null, -6.178312, 106.631947);
		Roughly neighbour = Roughly.of(category, null, -6.178330, 106.631960);
		assertThat(one).isEqualTo(neighbour);
		assertThat(one.latitude()).isNotEqualTo(-6.178312).isCloseTo(-6.178312, within(0.000226));
		assertThat(one.longitude()).isCloseTo(106.631947, within(0.000226));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Jalan Kenanga No. 12A|Jalan Kenanga", "Jalan Kenanga no 7|Jalan Kenanga",
					"Jl. Melati Blok C3/14 RT 03/RW 05, Cibodas|Jl. Melati, Cibodas",
					"Perum Asri Blok F No.10, dekat masjid|Perum Asri, dekat masjid",
					"Gang Nangka nomor 3 RT. 02|Gang Nangka", "Jalan Otista depan SDN 4|Jalan Otista depan SDN 4" })
	void leavesOutTheHouse(String typed, String shown) {
		assertThat(Roughly.of("sosial", typed, null, null).address()).isEqualTo(shown);
	}

	@Test
	void knowsNothingWhereNothingIsKnown() {
		assertThat(Roughly.of("sosial", null, null, null)).isEqualTo(new Roughly(null, null, null));
		assertThat(Roughly.of("sosial", "No. 5", null, null).address()).isNull();
	}

}
