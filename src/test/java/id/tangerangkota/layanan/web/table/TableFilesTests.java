package id.tangerangkota.layanan.web.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers stay numbers, what is not known stays empty, and no text becomes a formula. */
class TableFilesTests {

	private static final Table TABLE = new Table("contoh", List.of("Nama", "Hari", "Skor"),
			List.of(Arrays.asList("=1+1", LocalDate.of(2026, 6, 30), 12.5), Arrays.asList("a,b", null, -3)));

	private final TableFiles files = new TableFiles();

	@Test
	void writesCsv() {
		assertThat(new String(this.files.csv(TABLE), StandardCharsets.UTF_8))
			.isEqualTo("\ufeffNama,Hari,Skor\r\n'=1+1,2026-06-30,12.5\r\n\"a,b\",,-3\r\n");
	}

	@Test
	void writesXlsx(@TempDir Path directory) throws IOException {
		Path file = Files.write(directory.resolve("contoh.xlsx"), this.files.xlsx(TABLE));
		try (ZipFile zip = new ZipFile(file.toFile())) {
			String texts = entry(zip, "xl/sharedStrings.xml");
			assertThat(texts).contains("=1+1").doesNotContain(">=1+1");
			assertThat(entry(zip, "xl/worksheets/sheet1.xml")).contains("<v>12.5</v>", "<v>-3</v>")
				.doesNotContain("<f>");
		}
	}

	private static String entry(ZipFile zip, String name) throws IOException {
		return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
	}

}
