package id.tangerangkota.layanan;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A template as it is written.
 *
 * @param name path below the templates' directory
 * @param text without Thymeleaf's own comments
 * @param document the elements as they stand, nothing moved as a browser would
 */
record Template(String name, String text, Document document) {

	static final Path DIRECTORY = Sources.RESOURCES.resolve("templates");

	/** Attributes whose address is sent something to. */
	private static final String SENT = "th:(?:action|formaction|data-extend)=\"[^\"]*\"";

	private static final Pattern LINK = Pattern.compile("@\\{(/(?:[^{}$(]|\\{[a-z]+})*)[}(]");

	static List<Template> all() {
		return Sources.files(DIRECTORY, ".html").stream().map(Template::read).toList();
	}

	private static Template read(Path file) {
		String text = Sources.read(file).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
		Document document = Jsoup.parse(text, "", Parser.xmlParser());
		return new Template(DIRECTORY.relativize(file).toString().replace('\\', '/'), text, document);
	}

	/** Content of its own for each language, free of the rule on literals. */
	boolean isProse() {
		return this.name.contains("/prose/");
	}

	/** The paths of the application it links to literally, without query and fragment. */
	Set<String> links() {
		return paths(this.text.replaceAll(SENT, ""));
	}

	/** The paths of the application it sends forms to. */
	Set<String> actions() {
		StringBuilder sent = new StringBuilder();
		Pattern.compile(SENT).matcher(this.text).results().forEach((attribute) -> sent.append(attribute.group()));
		return paths(sent.toString());
	}

	private static Set<String> paths(String text) {
		Set<String> links = new TreeSet<>();
		Matcher matcher = LINK.matcher(text);
		while (matcher.find()) {
			links.add(matcher.group(1).replaceFirst("[(?#].*", ""));
		}
		return links;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
