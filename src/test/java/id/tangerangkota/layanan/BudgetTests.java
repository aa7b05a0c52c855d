package id.tangerangkota.layanan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a cheap phone on a slow line has to load. */
class BudgetTests {

	private static final int KILOBYTE = 1024;

	private static final int HTML = 14 * KILOBYTE;

	private static final int FIRST_VIEW = 60 * KILOBYTE;

	private static final Path STATIC = Sources.RESOURCES.resolve("static");

	/** A page has the portal's and at most one more. */
	@Test
	void styleSheetsOfAPageAreSmall() {
		long most = Sources.files(STATIC.resolve("css"), ".css")
			.stream()
			.filter((file) -> !file.endsWith("app.css"))
			.mapToLong(BudgetTests::compressed)
			.max()
			.orElseThrow();
		assertThat(compressed("css", "app.css") + most).isLessThanOrEqualTo(14 * KILOBYTE);
	}

	/** Those of a page: what officers work with is on none where people report. */
	@Test
	void scriptsAreSmall() {
		long ofOfficers = compressed("js", "desk.js") + compressed("js", "cover.js");
		assertThat(compressed("js", ".js") - ofOfficers).isLessThanOrEqualTo(15 * KILOBYTE);
		assertThat(compressed("js", "app.js") + ofOfficers).isLessThanOrEqualTo(15 * KILOBYTE);
	}

	@Test
	void picturesAreSmall() {
		assertThat(compressed("img", "icons.svg")).isLessThanOrEqualTo(5 * KILOBYTE);
		assertThat(compressed("img", "gates.svg")).isLessThanOrEqualTo(2 * KILOBYTE);
		assertThat(compressed("img", "")).isLessThanOrEqualTo(10 * KILOBYTE);
	}

	@Test
	void firstViewIsSmall() {
		assertThat(HTML + compressed("css", "") + compressed("js", "") + compressed("img", ""))
			.isLessThanOrEqualTo(FIRST_VIEW);
	}

	@Test
	void nothingComesFromElsewhereAndNoFontAtAll() {
		assertThat(Sources.files(STATIC, ".css")).allSatisfy(
				(file) -> assertThat(Sources.read(file)).doesNotContain("@import", "@font-face", "url(http", "url(//"));
		assertThat(Sources.files(STATIC, ".js"))
			.allSatisfy((file) -> assertThat(Sources.read(file)).doesNotContain("https://", "http://"));
		assertThat(Sources.files(STATIC, "")).noneMatch((file) -> file.toString().matches(".*\\.(woff2?|ttf|otf)"));
	}

	private static long compressed(String directory, String end) {
		return Sources.files(STATIC.resolve(directory), end).stream().mapToLong(BudgetTests::compressed).sum();
	}

	private static long compressed(Path file) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
			Files.copy(file, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.size();
	}

}
