package id.tangerangkota.layanan.complaint;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReporterTests {

	/** Whoever filed it: an officer, or another system. */
	@ParameterizedTest
	@CsvSource({ "Si\u202eti \u200bRahmawati\ufeff, Siti Rahmawati", "'  Siti\nRahmawati ', Siti Rahmawati",
			"\u200b\u2066, ", "' ', ", "NIK 3671011203450001, NIK ************0001" })
	void hasANameWithoutWhatNobodySees(String typed, @Nullable String name) {
		assertThat(new Reporter(null, typed, null, null, Language.INDONESIAN).name()).isEqualTo(name);
	}

}
