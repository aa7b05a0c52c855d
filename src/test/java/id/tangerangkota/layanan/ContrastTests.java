package id.tangerangkota.layanan;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every pair of colours the style sheet puts on each other, in both schemes. */
class ContrastTests {

	private static final double TEXT = 4.5;

	private static final double CONTROL = 3;

	private static final String CSS = Sources.read(Sources.RESOURCES.resolve("static/css/app.css"));

	/**
	 * Surfaces that are only a picture, a shade or a hairline beside text that says the
	 * same.
	 */
	private static final Set<String> DECORATION = Set.of("line", "river-line", "gate-ink", "gate-mid", "gate-deep",
			"gate-tint", "gate-paper", "gate-water", "gate-open");

	private static final String TEXTS = """
			ink           | paper          | running text
			ink           | tint           | text in a tinted section, card or address
			ink           | note-tint      | banner
			ink           | ok-tint        | banner after success
			ink           | warn-tint      | banner of warning, notice of old data
			ink-soft      | paper          | lead, meta, hint, placeholder
			ink-soft      | tint           | section head, host of an address
			ink-soft      | sunk           | disabled button
			link          | paper          | link, quiet and secondary button
			link          | tint           | link in a tinted section
			link          | note-tint      | life event under the pointer, link in a banner
			link          | ok-tint        | link in a banner
			link          | warn-tint      | link in a banner
			link          | sunk           | life event on a dark screen
			link-strong   | paper          | link under the pointer
			link-strong   | tint           | link under the pointer
			link-strong   | note-tint      | button under the pointer
			on-primary    | primary        | button, current page
			on-primary    | primary-strong | button under the pointer
			on-river      | river          | header, footer, hero
			on-river      | river-lift     | hero, header's link under the pointer
			on-river-soft | river          | footer, lead of the hero
			on-river-soft | river-lift     | lead of the hero
			on-accent     | accent         | main search, skip link, selected text
			on-accent     | accent-strong  | main search under the pointer
			ok            | ok-tint        | tag, title of a banner
			bad           | bad-tint       | tag
			bad           | paper          | error of a field, error summary
			warn          | warn-tint      | tag, title of a banner
			quiet         | quiet-tint     | tag
			note          | note-tint      | tag, title of a banner, step, filter in use
			paper         | bad            | warning button
			paper         | ink            | warning button under the pointer
			""";

	private static final String CONTROLS = """
			edge    | paper      | border of fields, search, chips, filters
			edge    | tint       | the same in a tinted section
			primary | paper      | border of the secondary button, of the search in use
			primary | tint       | the same in a tinted section
			primary | sunk       | filled part of a meter
			bad     | paper      | border of a wrong field
			warn    | paper      | sign of a warning
			focus   | paper      | focus
			focus   | tint       | focus
			focus   | sunk       | focus
			focus   | note-tint  | focus
			focus   | warn-tint  | focus
			accent  | river      | focus and 112 in header and footer
			accent  | river-lift | focus in the hero
			#7fa9c4 | river      | chips of the hero
			#7fa9c4 | river-lift | chips of the hero
			""";

	@ParameterizedTest(name = "{2}: {0} on {1}")
	@CsvSource(delimiter = '|', textBlock = TEXTS)
	void textCanBeRead(String text, String ground, String use) {
		assertContrast(text, ground, TEXT);
	}

	@ParameterizedTest(name = "{2}: {0} on {1}")
	@CsvSource(delimiter = '|', textBlock = CONTROLS)
	void controlsCanBeSeen(String control, String ground, String use) {
		assertContrast(control, ground, CONTROL);
	}

	private static void assertContrast(String one, String other, double least) {
		assertThat(Colors.light(CSS).contrast(one, other)).as("light").isGreaterThanOrEqualTo(least);
		assertThat(Colors.dark(CSS).contrast(one, other)).as("dark").isGreaterThanOrEqualTo(least);
	}

	@Test
	void knowsEveryColour() {
		Set<String> known = Stream.concat(TEXTS.lines(), CONTROLS.lines())
			.flatMap((line) -> Stream.of(line.split("\\|")).limit(2).map(String::strip))
			.collect(Collectors.toCollection(TreeSet::new));
		known.addAll(DECORATION);
		assertThat(known).as("add the pairs of a new colour, take away those of an old one")
			.containsAll(Colors.dark(CSS).tokens().keySet());
	}

	/** A colour written at its place of use would pass this test by. */
	@Test
	void coloursAreTokens() {
		String rules = CSS.substring(CSS.indexOf("@layer base"), CSS.indexOf("@layer print {"));
		assertThat(Pattern.compile("(?<!-)color: *#[0-9a-f]+|background: *#[0-9a-f]+")
			.matcher(rules)
			.results()
			.map((result) -> result.group())
			.filter((found) -> !found.contains("#7fa9c4"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "#000, #fff, 21", "#fff, #ffffff, 1", "#777777, #fff, 4.48" })
	void computesAsTheStandardDoes(String one, String other, double contrast) {
		assertThat(Colors.light(CSS).contrast(one, other)).isEqualTo(contrast, within(0.005));
	}

}
