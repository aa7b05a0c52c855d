package id.tangerangkota.layanan.browser;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;

/**
 * Pictures of pages, for people to look at: with {@code -Dscreenshots=true}, for they
 * take as long as all checks together.
 */
final class Shot {

	private static final boolean WANTED = Boolean.getBoolean("screenshots");

	private static final Path DIRECTORY = Path.of("target", "screenshots");

	private Shot() {
	}

	/** In each of these widths, by day and by night. */
	static void takeAll(Page page, String name, String language, List<Integer> widths, int height) {
		if (!WANTED) {
			return;
		}
		for (int width : widths) {
			page.setViewportSize(width, height);
			for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
				page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
				take(page, name, scheme, language);
			}
		}
	}

	/** Takes the whole page as {@code <name>-<width>-<light|dark>-<language>.png}. */
	static void take(Page page, String name, ColorScheme scheme, String language) {
		if (!WANTED) {
			return;
		}
		String file = "%s-%d-%s-%s.png".formatted(name, page.viewportSize().width, scheme.name().toLowerCase(),
				language);
		page.screenshot(new ScreenshotOptions().setPath(DIRECTORY.resolve(file))
			.setFullPage(true)
			.setAnimations(ScreenshotAnimations.DISABLED));
	}

}
