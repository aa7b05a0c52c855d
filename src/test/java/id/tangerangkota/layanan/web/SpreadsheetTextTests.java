package id.tangerangkota.layanan.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1" })
	void disarmsFormulas(String value) {
		assertThat(SpreadsheetText.harmless(value)).isEqualTo("'" + value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "catalog.retired", "{\"a\":\"=1\"}", "2026-11-24T03:42:00Z", " =1" })
	void leavesOthersAlone(String value) {
		assertThat(SpreadsheetText.harmless(value)).isEqualTo(value);
	}

}
