package id.tangerangkota.layanan.audit.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCsvTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1" })
	void disarmsFormulas(String value) {
		assertThat(AuditCsv.harmless(value)).isEqualTo("'" + value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "catalog.retired", "{\"a\":\"=1\"}", "2026-11-24T03:42:00Z", " =1" })
	void leavesOthersAlone(String value) {
		assertThat(AuditCsv.harmless(value)).isEqualTo(value);
	}

}
