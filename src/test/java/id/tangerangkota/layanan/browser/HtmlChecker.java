package id.tangerangkota.layanan.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Nu Html Checker. */
final class HtmlChecker {

	private static final JsonMapper JSON = new JsonMapper();

	private HtmlChecker() {
	}

	/** Errors and warnings about a page as the server sent it. */
	static List<String> problems(String html) {
		EmbeddedValidator validator = new EmbeddedValidator();
		validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
		validator.setForceHTML(true);
		// Names of services are Indonesian on English pages too, and marked as such.
		validator.setNoLangDetect(true);
		try {
			String result = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
			return StreamSupport.stream(JSON.readTree(result).get("messages").spliterator(), false)
				.filter((message) -> "error".equals(text(message, "type"))
						|| "warning".equals(text(message, "subType")))
				.map((message) -> "%s in line %s: %s".formatted(text(message, "message"), text(message, "lastLine"),
						text(message, "extract").strip()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(JsonNode message, String field) {
		return message.path(field).asString("");
	}

}
