package id.tangerangkota.layanan.catalog.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CatalogFileTests {

	private static final Map<String, String> GOOD = Map.ofEntries(Map.entry("slug", "e-ktp"),
			Map.entry("kind", "website"), Map.entry("name", "KTP elektronik"), Map.entry("summary", "Urus KTP."),
			Map.entry("description", "Urus KTP dari rumah."), Map.entry("description_confidence", "high"),
			Map.entry("categories", "kependudukan"), Map.entry("lifecycle", "active"), Map.entry("platforms", "web"),
			Map.entry("web_address", "https://e-ktp.tangerangkota.go.id/"), Map.entry("verification", "cited"));

	@Test
	void readsTheCatalogueOfTheRelease() {
		CatalogFile file = CatalogData.services();
		assertThat(file.problems()).isEmpty();
		assertThat(file.rows()).hasSize(203);
	}

	@Test
	void readsARow() {
		CatalogFile file = read(csv(GOOD));
		assertThat(file.problems()).isEmpty();
		assertThat(file.rows()).singleElement().satisfies((row) -> {
			assertThat(row.line()).isEqualTo(2);
			assertThat(row.value(CatalogColumn.NAME)).isEqualTo("KTP elektronik");
			assertThat(row.value(CatalogColumn.EVIDENCE)).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", quoteCharacter = '`', delimiter = ';', textBlock = """
			slug; ``; must not be empty
			slug; KTP; is not of the form
			slug; a--b; is not of the form
			slug; -a; is not of the form
			slug; KTP Ä; is not of the form
			kind; site; is none of [website, app]
			kind; WEBSITE; is none of [website, app]
			name; `  `; must not be empty
			summary; ``; must not be empty
			description; ``; must not be empty
			description_confidence; sure; is none of [high, medium, low]
			agency; Dis Dukcapil; is not of the form
			agency_confidence; maybe; is none of [stated, presumed]
			agency_confidence; stated; is given exactly when the agency is
			categories; ``; must not be empty
			categories; a||b; has an empty item
			categories; |a; has an empty item
			categories; a|; has an empty item
			categories; a|B; is not of the form
			life_events; birth|rebirth; is none of [birth
			audience; everybody; is none of [public
			keywords; ktp||kk; has an empty item
			lifecycle; dead; is none of [active
			lifecycle; replaced; replaced needs replaced_by
			replaced_by; e-ktp; names the service itself
			replaced_by; E KTP; is not of the form
			related; e-ktp; names the service itself
			region_code; 3671; is not a region code
			region_code; 36.71.01.10011; is not a region code
			platforms; ``; must not be empty
			platforms; web|web; names a platform twice
			platforms; windows; is none of [web
			platforms; android; a website runs on web
			web_address; e-ktp.tangerangkota.go.id; is not an http or https address
			web_address; ftp://tangerangkota.go.id/; is not an http or https address
			web_address; javascript:alert(1); is not an http or https address
			web_address; https://a b/; is not an http or https address
			web_address; https:///path; is not an http or https address
			web_address; https://user:secret@tangerangkota.go.id/; is not an http or https address
			android_address; https://play.google.com/; for a platform that is not named
			verification; ``; must not be empty
			verification; seen; is none of [verified
			verification; verified; verified needs verified_on and verified_by
			verification; cited|cited; holds 2 values for 1 platforms
			verified_on; 2026-11-23; verified needs verified_on and verified_by
			verified_on; 23-11-2026; is not a date
			verified_on; 2026-02-30; is not a date
			last_reviewed; yesterday; is not a date
			last_reviewed; +12026-01-01; is not a date
			last_reviewed; 0000-01-01; is not a date
			tdpse_date; 2026-1-1; is not a date
			fallback_address; tangerangkota.go.id; is not an http or https address
			""")
	void refusesAValue(String column, String value, String problem) {
		assertThat(read(csv(with(column, value))).problems()).anySatisfy((found) -> {
			assertThat(found.line()).isEqualTo(2);
			assertThat(found.text()).contains(problem);
		});
	}

	@ParameterizedTest
	@CsvSource({ "slug,100", "name,200", "summary,200", "summary_en,200", "description,2000", "description_en,2000",
			"evidence,1000", "tdpse_number,60", "keywords,4000", "standard_fee,4000" })
	void limitsLengths(String column, int longest) {
		String unit = column.equals("keywords") ? "a|" : "aa";
		String fits = unit.repeat(longest / 2 - 1) + "aa";
		assertThat(read(csv(with(column, fits))).problems()).isEmpty();
		assertThat(read(csv(with(column, fits + "a"))).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.column()).isEqualTo(column));
	}

	@ParameterizedTest
	@CsvSource({ "name", "summary", "evidence", "keywords", "verified_by" })
	void refusesControlCharacters(String column) {
		assertThat(read(csv(with(column, "a\u0007b"))).problems())
			.anySatisfy((problem) -> assertThat(problem.text()).isEqualTo("contains control characters"));
		assertThat(read(csv(with(column, "a\u0000b"))).problems())
			.anySatisfy((problem) -> assertThat(problem.text()).isEqualTo("contains control characters"));
	}

	@Test
	void refusesVerifiedWithoutAddress() {
		Map<String, String> row = with("verification", "verified");
		row.put("verified_on", "2026-11-23");
		row.put("verified_by", "Diskominfo");
		assertThat(read(csv(row)).problems()).isEmpty();
		row.put("web_address", "");
		assertThat(read(csv(row)).problems()).singleElement()
			.hasToString("line 2, verification: verified needs an address");
	}

	@Test
	void namesEveryProblemWithItsLine() {
		Map<String, String> twoWrong = with("kind", "site");
		twoWrong.put("slug", "E KTP");
		CatalogFile file = read(csv(List.of(GOOD, with("slug", "kk"), twoWrong, GOOD, with("lifecycle", "dead"))));
		assertThat(file.problems()).extracting(RowProblem::line, RowProblem::column)
			.containsExactlyInAnyOrder(tuple(4L, "slug"), tuple(4L, "kind"), tuple(5L, "slug"), tuple(6L, "slug"),
					tuple(6L, "lifecycle"));
		assertThat(file.problems())
			.anySatisfy((problem) -> assertThat(problem).hasToString("line 5, slug: stands in line 2 already"));
	}

	@Test
	void takesAByteOrderMark() {
		CatalogFile file = read("\ufeff" + csv(GOOD));
		assertThat(file.problems()).isEmpty();
		assertThat(file.rows()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "ISO-8859-1", "UTF-16" })
	void refusesOtherEncodings(String charset) {
		CatalogFile file = read(csv(with("name", "Café")).getBytes(Charset.forName(charset)));
		assertThat(file.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.text()).contains("not UTF-8"));
	}

	@Test
	void refusesAFileThatEndsWithinQuotes() {
		CatalogFile file = read(csv(List.of(GOOD, with("slug", "kk"))) + "\"never closed");
		assertThat(file.problems()).isNotEmpty().allSatisfy((problem) -> {
			assertThat(problem.line()).isEqualTo(4);
			assertThat(problem.column()).isEqualTo("file");
		});
	}

	@Test
	void refusesRowsThatAreTooShortOrTooLong() {
		String file = csv(List.of(GOOD, with("slug", "kk"), with("slug", "akta")));
		List<String> lines = file.lines().toList();
		String shortened = String.join("\n", lines.get(0), lines.get(1), "a,b,c", lines.get(2), lines.get(3) + ",more");
		assertThat(read(shortened).problems()).extracting(RowProblem::line, RowProblem::column)
			.containsExactly(tuple(3L, "file"), tuple(5L, "file"));
	}

	@Test
	void countsLinesAcrossQuotedLineBreaks() {
		CatalogFile file = read(csv(List.of(with("description", "Satu\r\nDua\nTiga"), with("slug", "BAD"))));
		assertThat(file.rows().getFirst().value(CatalogColumn.DESCRIPTION)).isEqualTo("Satu\r\nDua\nTiga");
		assertThat(file.problems()).singleElement().satisfies((problem) -> assertThat(problem.line()).isEqualTo(5));
	}

	@Test
	void refusesColumnsItDoesNotKnowOrMisses() {
		String file = csv(GOOD).replaceFirst("slug", "slag").replaceFirst("kind", "name");
		assertThat(read(file).problems()).extracting(RowProblem::toString)
			.contains("line 1, slag: unknown column", "line 1, name: column stands twice",
					"line 1, slug: column is missing", "line 1, kind: column is missing")
			.allMatch((problem) -> problem.startsWith("line 1,"));
	}

	@Test
	void refusesAFileWithoutRows() {
		for (String text : List.of("", "\n\n", "\ufeff", header())) {
			assertThat(read(text).problems()).as(text).isNotEmpty();
		}
		assertThat(read("slug,nonsense\n").problems()).extracting(RowProblem::toString)
			.contains("line 1, nonsense: unknown column");
	}

	@Test
	void explainsEveryColumnToPeople() throws IOException {
		String docs = Files.readString(Path.of("docs", "catalog-csv.md"));
		assertThat(CatalogColumn.values()).allSatisfy(
				(column) -> assertThat(docs).contains("`" + column.header().replaceFirst("^standard_", "") + "`"));
	}

	@RepeatedTest(20)
	void neverFailsOnRandomBytes(RepetitionInfo repetition) {
		RandomText random = new RandomText(repetition.getCurrentRepetition());
		byte[] good = csv(List.of(GOOD, with("description", "Satu\nDua"))).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 100; i++) {
			assertThat(read(random.bytes(500)).problems()).isNotEmpty();
			ByteArrayOutputStream broken = new ByteArrayOutputStream();
			int cut = random.number(good.length);
			broken.writeBytes(Arrays.copyOf(good, cut));
			broken.writeBytes(random.bytes(20));
			broken.writeBytes(random.wild(20).getBytes(StandardCharsets.UTF_8));
			broken.write(good, cut, good.length - cut);
			CatalogFile file = read(broken.toByteArray());
			assertThat(file.rows().isEmpty() && file.problems().isEmpty()).isFalse();
		}
	}

	static Map<String, String> with(String column, String value) {
		Map<String, String> row = new TreeMap<>(GOOD);
		row.put(column, value);
		return row;
	}

	static String header() {
		return Arrays.stream(CatalogColumn.values()).map(CatalogColumn::header).collect(Collectors.joining(","));
	}

	static String csv(Map<String, String> row) {
		return csv(List.of(row));
	}

	static String csv(List<Map<String, String>> rows) {
		return rows.stream()
			.map((row) -> Arrays.stream(CatalogColumn.values())
				.map((column) -> '"' + row.getOrDefault(column.header(), "").replace("\"", "\"\"") + '"')
				.collect(Collectors.joining(",")))
			.collect(Collectors.joining("\n", header() + "\n", "\n"));
	}

	private static CatalogFile read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static CatalogFile read(byte[] bytes) {
		try {
			return CatalogFile.read(new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
