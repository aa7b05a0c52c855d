package id.tangerangkota.layanan.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the README's pictures anew, with {@code -Dreadme.screenshots=true}: else each
 * build would change them.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "readme.screenshots", matches = "true")
class ReadmeScreenshotsBrowserTests {

	private static final Path DIRECTORY = Path.of("docs", "images");

	private static final int LARGEST = 120 * 1024;

	@ParameterizedTest
	@CsvSource({ "home, /, 1024, 820", "service, /layanan/spmb, 1024, 820", "phone, /layanan?q=ktp, 360, 720" })
	void takes(String name, String path, int width, int height, Portal portal) throws IOException {
		try (BrowserContext context = portal.open(true, width, height)) {
			Page page = context.newPage();
			page.navigate(path);
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
			Path file = Files.createDirectories(DIRECTORY).resolve(name + ".png");
			assertThat(ImageIO.write(FewColors.of(picture), "png", file.toFile())).isTrue();
			assertThat(file).isRegularFile().satisfies((it) -> assertThat(Files.size(it)).isLessThanOrEqualTo(LARGEST));
		}
	}

}
