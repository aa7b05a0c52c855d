package id.tangerangkota.layanan;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The texts of one file of {@code messages/}.
 *
 * @param file the Indonesian file
 * @param indonesian texts by key
 * @param english texts by key
 */
record Messages(Path file, Map<String, String> indonesian, Map<String, String> english) {

	static List<Messages> all() {
		return Sources.files(Sources.RESOURCES.resolve("messages"), ".properties")
			.stream()
			.filter((file) -> !file.toString().endsWith("_en.properties"))
			.map((file) -> new Messages(file, read(file), read(english(file))))
			.toList();
	}

	static Path english(Path file) {
		return file.resolveSibling(file.getFileName().toString().replace(".properties", "_en.properties"));
	}

	private static Map<String, String> read(Path file) {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader in = Files.newBufferedReader(file)) {
				properties.load(in);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		Map<String, String> texts = new TreeMap<>();
		properties.stringPropertyNames().forEach((key) -> texts.put(key, properties.getProperty(key)));
		return texts;
	}

	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

}
