package id.tangerangkota.layanan.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a browser that is there already. */
final class ChromiumPath {

	/** The first one is made for this and needs the least. */
	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable");

	private static final List<String> USUAL_PLACES = List.of(
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	private ChromiumPath() {
	}

	/**
	 * The browser named by {@code CHROME_PATH}, else the first on the path, else one in a
	 * usual place.
	 * @throws IllegalStateException if the one that is named is not there
	 */
	static Optional<Path> find(Map<String, String> environment) {
		String named = environment.getOrDefault("CHROME_PATH", "");
		if (!named.isBlank()) {
			Path path = Path.of(named);
			if (!Files.isExecutable(path)) {
				throw new IllegalStateException("CHROME_PATH is " + named + ", which is no program");
			}
			return Optional.of(path);
		}
		String[] directories = environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator));
		Stream<Path> onPath = NAMES.stream()
			.flatMap((name) -> Stream.of(directories)
				.filter((directory) -> !directory.isBlank())
				.map((directory) -> Path.of(directory, name)));
		Stream<Path> elsewhere = USUAL_PLACES.stream()
			.filter((place) -> place.startsWith("/") == (File.separatorChar == '/'))
			.map(Path::of);
		return Stream.concat(onPath, elsewhere).filter(Files::isExecutable).findFirst();
	}

}
