package id.tangerangkota.layanan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a template may hold: no text of its own, and nothing the page's policy would
 * block.
 */
class TemplateTests {

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	/** {@code [[…]]} escapes, {@code [(…)]} does not. */
	private static final Pattern ESCAPED_INLINE = Pattern.compile("\\[\\[[#$*@~]\\{.*?}]]");

	/** Attributes people read or hear. */
	private static final Set<String> READ = Set.of("placeholder", "alt", "title", "label", "summary", "aria-label",
			"aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder");

	/**
	 * Words in an expression: two in a row, or one with a capital letter at its start.
	 */
	private static final Pattern WORDS = Pattern.compile("'(?=[^']*\\p{L} +\\p{L}|\\p{Lu}\\p{Ll})[^']*'");

	/** The shape of a date holds letters, but no words. */
	private static final Pattern DATES = Pattern.compile("#temporals\\.format\\([^)]*\\)");

	/** The one place where text goes into a page unescaped. */
	private static final String JSON_LD = "fragments/json-ld.html";

	static Stream<Template> templates() {
		return Template.all().stream();
	}

	static Stream<Template> writtenTemplates() {
		return templates().filter((template) -> !template.isProse());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("writtenTemplates")
	void holdsNoTextOfItsOwn(Template template) {
		List<String> found = new ArrayList<>();
		template.document().traverse((node, depth) -> {
			if (node instanceof TextNode text
					&& LETTER.matcher(ESCAPED_INLINE.matcher(text.getWholeText()).replaceAll("")).find()) {
				found.add(text.text());
			}
		});
		forEachAttribute(template, (element, attribute) -> {
			String name = attribute.getKey().toLowerCase();
			boolean shown = "value".equals(name)
					&& !Set.of("hidden", "radio", "checkbox").contains(element.attr("type"))
					&& !element.nameIs("option");
			boolean described = "content".equals(name) && "description".equals(element.attr("name"));
			if ((READ.contains(name) || shown || described) && LETTER.matcher(attribute.getValue()).find()) {
				found.add(attribute.html());
			}
			if (name.startsWith("th:") && WORDS.matcher(DATES.matcher(attribute.getValue()).replaceAll("")).find()) {
				found.add(attribute.html());
			}
		});
		assertThat(found).as("texts belong into messages/").isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void hasNoInlineStyleOrHandler(Template template) {
		List<String> found = new ArrayList<>();
		forEachAttribute(template, (element, attribute) -> {
			String name = attribute.getKey().toLowerCase().replaceFirst("^(?:data-)?th[:-]", "");
			if (name.startsWith("style") || name.matches("on[a-z]+") || name.startsWith("attr")
					|| name.equals("inline")) {
				found.add(attribute.html());
			}
		});
		assertThat(found).as("the content security policy allows none, and th:attr would hide it from this test")
			.isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void hasNoInlineScriptOrStyleSheet(Template template) {
		assertThat(template.document().select("style")).isEmpty();
		assertThat(template.document()
			.select("script:not([src]):not([th|src]):not([type=application/ld+json])")
			.stream()
			.filter((script) -> !script.hasAttr("th:src"))
			.toList()).isEmpty();
	}

	/** A fragment takes the element's place before its condition is looked at. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void hasNoConditionThatIsLost(Template template) {
		assertThat(template.document().getAllElements()).noneMatch((element) -> element.hasAttr("th:replace")
				&& (element.hasAttr("th:if") || element.hasAttr("th:unless")));
	}

	@Test
	void escapesEverythingButOneScript() {
		List<String> found = new ArrayList<>();
		templates().forEach((template) -> {
			forEachAttribute(template, (element, attribute) -> {
				if (attribute.getKey().toLowerCase().matches("(?:data-)?th[:-]utext")) {
					found.add(template.name() + " " + element.normalName() + " " + element.attr("type"));
				}
			});
			assertThat(template.text()).as(template.name()).doesNotContain("[(");
		});
		assertThat(found).containsExactly(JSON_LD + " script application/ld+json");
	}

	/** {@code <!--/*} stays on the server; other comments are sent. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void sendsNoCommentToReaders(Template template) {
		List<String> found = new ArrayList<>();
		template.document().traverse((NodeVisitor) (Node node, int depth) -> {
			if (node instanceof Comment comment && LETTER.matcher(comment.getData()).find()
					&& !comment.getData().equals("stale-notice")) {
				found.add(comment.getData());
			}
		});
		assertThat(found).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void namesTextsThatExist(Template template) {
		assertThat(MessageKeys.defined()).containsAll(MessageKeys.named(template));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void putsKeysTogetherFromKnownParts(Template template) {
		assertThat(MessageKeys.quoted(template.text()).stream().filter((key) -> key.endsWith(".")))
			.as("starts of keys that MessageKeys does not know")
			.allMatch(MessageKeys.PUT_TOGETHER::containsKey);
	}

	/**
	 * What stands between double underscores is run as an expression after its text is
	 * known.
	 */
	@Test
	void preprocessesOnlyTheNameOfARunningText() {
		assertThat(templates().filter((template) -> template.text().contains("__")).map(Template::name))
			.containsExactly("portal/prose.html");
	}

	/** Links of their own would lose the language. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("templates")
	void leavesLinksToTheLinkBuilder(Template template) {
		List<String> found = new ArrayList<>();
		forEachAttribute(template, (element, attribute) -> {
			if (Set.of("href", "src", "action").contains(attribute.getKey()) && attribute.getValue().startsWith("/")) {
				found.add(attribute.html());
			}
		});
		assertThat(found).isEmpty();
	}

	/** The survey above all: people are asked in the page they read. */
	@Test
	void coversNoPageWithAnother() {
		List<String> found = new ArrayList<>();
		templates().forEach((template) -> {
			for (Element element : template.document()
				.select("dialog, [role=dialog], [role=alertdialog], [aria-modal]")) {
				found.add(template.name() + " " + element.normalName());
			}
			if (template.text().contains("popover")) {
				found.add(template.name());
			}
		});
		assertThat(found).as("the menu on a phone opens when it is tapped").containsExactly("layout/page.html");
		assertThat(Sources.files(Sources.RESOURCES.resolve("static/js"), ".js")).isNotEmpty()
			.allSatisfy((script) -> assertThat(Sources.read(script)).as(script.toString())
				.doesNotContain("showModal", "showPopover", "togglePopover", "window.open", "alert(", "confirm("));
	}

	@FunctionalInterface
	private interface Visit {

		void visit(Element element, Attribute attribute);

	}

	private static void forEachAttribute(Template template, Visit visit) {
		for (Element element : template.document().getAllElements()) {
			for (Attribute attribute : element.attributes()) {
				visit.visit(element, attribute);
			}
		}
	}

}
