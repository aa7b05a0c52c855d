package id.tangerangkota.layanan.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTextTests {

	@Test
	void writesEveryRow() {
		byte[] table = CsvText.of(List.of("a", "b"), List.of(List.of("1", "x,y"), List.of("2", "\"z\"")));
		assertThat(new String(table, StandardCharsets.UTF_8)).isEqualTo("a,b\r\n1,\"x,y\"\r\n2,\"\"\"z\"\"\"\r\n");
	}

	@Test
	void marksWhatSpreadsheetsOpen() {
		assertThat(CsvText.forSpreadsheets(List.of("a"), List.of())).startsWith(0xef, 0xbb, 0xbf).endsWith('\r', '\n');
	}

}
