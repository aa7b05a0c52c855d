package id.tangerangkota.layanan.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu Html Checker. Reading the rules takes longer than checking a page against them:
 * they are read once, which its own embedded validator does for every page.
 */
final class HtmlChecker {

	/** Told as a warning, which the checker itself takes for a mere remark. */
	private static final String REMARK = "Trailing slash on void elements";

	private static final SimpleDocumentValidator VALIDATOR = validator();

	private HtmlChecker() {
	}

	/**
	 * Without guessing languages: names of services are Indonesian on English pages too,
	 * and marked as such.
	 */
	private static SimpleDocumentValidator validator() {
		SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);
		Problems unsound = new Problems("");
		try {
			validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, unsound);
		}
		catch (Exception ex) {
			throw new IllegalStateException("The rules of HTML cannot be read: " + unsound.found, ex);
		}
		return validator;
	}

	/** Errors and warnings about a page as the server sent it. */
	static List<String> problems(String html) {
		Problems problems = new Problems(html);
		InputSource page = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
		synchronized (VALIDATOR) {
			try {
				VALIDATOR.setUpValidatorAndParsers(problems, false, false);
				VALIDATOR.checkHtmlInputSource(page);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (SAXException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return problems.found;
	}

	/** Notes what is wrong with a page, and where. */
	private static final class Problems implements ErrorHandler {

		private final List<String> lines;

		private final List<String> found = new ArrayList<>();

		Problems(String html) {
			this.lines = html.lines().toList();
		}

		@Override
		public void warning(SAXParseException problem) {
			if (!String.valueOf(problem.getMessage()).startsWith(REMARK)) {
				add(problem);
			}
		}

		@Override
		public void error(SAXParseException problem) {
			add(problem);
		}

		@Override
		public void fatalError(SAXParseException problem) {
			add(problem);
		}

		private void add(SAXParseException problem) {
			int line = problem.getLineNumber();
			String extract = (line > 0 && line <= this.lines.size()) ? this.lines.get(line - 1).strip() : "";
			this.found.add("%s in line %d: %s".formatted(problem.getMessage(), line, extract));
		}

	}

}
