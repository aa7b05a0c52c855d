package id.tangerangkota.layanan;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Both languages say the same, all of it is used, and the Indonesian is plain. */
class MessagesTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

	/** Elements whose text is read as one. */
	private static final String BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, summary, figcaption";

	static Stream<Messages> messages() {
		return Messages.all().stream();
	}

	static Stream<Template> indonesianProse() {
		return Template.all().stream().filter((template) -> template.name().endsWith("_id.html"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void sayTheSameInEnglish(Messages messages) {
		assertThat(messages.english().keySet()).isEqualTo(messages.indonesian().keySet());
		assertThat(messages.english()).allSatisfy((key, english) -> assertThat(arguments(english)).as(key)
			.isEqualTo(arguments(messages.indonesian().get(key))));
	}

	/** Indonesian has no plural; whoever writes it forgets the English one. */
	@ParameterizedTest
	@CsvSource({ "complaint-desk.due.late, Overdue by 1 day, Overdue by 21 days",
			"complaint-desk.due.left, 1 working day left, 21 working days left",
			"availability.strip.days, disturbed on 1 day, disturbed on 21 days",
			"monitoring.check.days, 1 day, 21 days" })
	void speakOfOneDay(String key, String one, String many) {
		String english = messages().map((messages) -> messages.english().get(key))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		assertThat(new MessageFormat(english, Locale.ENGLISH).format(new Object[] { 1 })).isEqualTo(one);
		assertThat(new MessageFormat(english, Locale.ENGLISH).format(new Object[] { 21 })).isEqualTo(many);
	}

	/** As NumberText writes it; headings of tables in files are read by programs. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void keepAShareOnOneLine(Messages messages) {
		Pattern apart = Pattern.compile("[0-9}] %");
		Pattern spaced = Pattern.compile("[0-9}][ \u00a0]%");
		assertThat(messages.indonesian()).allSatisfy(
				(key, text) -> assertThat(key.contains(".column.") ? "" : text).as(key).doesNotContainPattern(apart));
		assertThat(messages.english()).allSatisfy(
				(key, text) -> assertThat(key.contains(".column.") ? "" : text).as(key).doesNotContainPattern(spaced));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void areNotEmpty(Messages messages) {
		assertThat(messages.indonesian()).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
		assertThat(messages.english()).allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
	}

	/**
	 * Only a text with arguments goes through MessageFormat, where a single quote
	 * vanishes.
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void quoteAsTheirArgumentsAsk(Messages messages) {
		Stream.of(messages.indonesian(), messages.english())
			.forEach((texts) -> assertThat(texts)
				.allSatisfy((key, text) -> assertThat(quotesWell(text)).as(key + "=" + text).isTrue()));
	}

	@Test
	void belongToOneFileEach() {
		Map<String, List<String>> files = messages()
			.flatMap((messages) -> messages.indonesian().keySet().stream().map((key) -> Map.entry(key, messages)))
			.collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
					Collectors.mapping((entry) -> entry.getValue().file().toString(), Collectors.toList())));
		assertThat(files).allSatisfy((key, found) -> assertThat(found).as(key).hasSize(1));
	}

	/** Of two the last counts, and nobody notices. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void standOnce(Messages messages) {
		for (Path file : List.of(messages.file(), Messages.english(messages.file()))) {
			assertThat(Sources.read(file).lines().filter((line) -> line.matches("[a-z][^=]*=.*")))
				.extracting((line) -> line.substring(0, line.indexOf('=')))
				.doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void areNamedAfterTheirFile(Messages messages) {
		String module = messages.file().getFileName().toString().replace(".properties", "");
		assertThat(messages.indonesian().keySet()).allMatch((key) -> key.startsWith(module + "."));
	}

	@Test
	void areAllUsed() {
		Set<String> unused = new TreeSet<>(MessageKeys.defined());
		unused.removeAll(MessageKeys.used());
		assertThat(unused).isEmpty();
	}

	@Test
	void existForEveryKeyPutTogether() {
		Set<String> keys = new TreeSet<>();
		MessageKeys.PUT_TOGETHER.forEach((start, ends) -> ends.forEach((end) -> keys.add(start + end)));
		assertThat(MessageKeys.defined()).containsAll(keys);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("messages")
	void areInPlainIndonesian(Messages messages) {
		assertThat(messages.indonesian())
			.allSatisfy((key, text) -> assertThat(PlainLanguage.objections(text)).as(key).isEmpty());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("indonesianProse")
	void proseIsInPlainIndonesian(Template template) {
		Document document = Jsoup.parse(template.text());
		assertThat(document.select(BLOCKS)).isNotEmpty()
			.allSatisfy((block) -> assertThat(PlainLanguage.objections(ownText(block))).as(block.text()).isEmpty());
	}

	@Test
	void proseStandsInBothLanguages() {
		Set<String> names = Template.all()
			.stream()
			.filter(Template::isProse)
			.map(Template::name)
			.collect(Collectors.toSet());
		assertThat(names).allSatisfy((name) -> assertThat(names).contains(name.endsWith("_id.html")
				? name.replace("_id.html", "_en.html") : name.replace("_en.html", "_id.html")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Silahkan masuk.                                      | 1
					Tulis nama anda.                                     | 1
					Maaf, halaman ini tidak ada.                         | 1
					Maaf, halaman ini tidak ada. Cari layanan Anda.      | 0
					Tekan submit.                                        | 1
					Ketuk Kirim laporan, lalu tunggu.                    | 0
					Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu. | 1
					""")
	void tellsPlainIndonesian(String text, int objections) {
		assertThat(PlainLanguage.objections(text)).hasSize(objections);
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text).results().map((result) -> result.group(1)).collect(Collectors.toSet());
	}

	private static boolean quotesWell(String text) {
		Matcher argument = ARGUMENT.matcher(text);
		return argument.find() ? !text.replace("''", "").contains("'") : !text.contains("''");
	}

	/** Without the blocks inside, which are read by themselves. */
	private static String ownText(Element block) {
		Element copy = block.clone();
		copy.select(BLOCKS).stream().filter((inner) -> inner != copy).forEach(Element::remove);
		copy.select("ul, ol, dl, table").remove();
		return copy.text();
	}

}
