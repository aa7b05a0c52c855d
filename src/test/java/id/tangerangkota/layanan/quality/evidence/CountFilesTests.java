package id.tangerangkota.layanan.quality.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.quality.evidence.CountFiles.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was published is added up again from counts, and nothing slips through. */
class CountFilesTests {

	private static final String PUBLISHED = """
			figure,subject,rule,value
			skm,kota,SKM,91.47
			nyala,kota,SHARE_DOWN,99.99
			laporan,kota,SUM,12
			""";

	/** Nine parts of 17 people, the example whose band turns on weights of 1/9. */
	private static final String COUNTS = """
			figure,subject,part,numerator,denominator
			skm,kota,U1,63,17
			skm,kota,U2,62,17
			skm,kota,U3,62,17
			skm,kota,U4,64,17
			skm,kota,U5,62,17
			skm,kota,U6,61,17
			skm,kota,U7,63,17
			skm,kota,U8,62,17
			skm,kota,U9,60,17
			nyala,kota,a,999999,1000000
			nyala,kota,b,1000000,1000000
			laporan,kota,dishub,7,1
			laporan,kota,dinsos,5,1
			""";

	private static List<Line> again(String published, String counts) {
		return CountFiles.addUpAgain(bytes(published), bytes(counts), null);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void agreesWithWhatIsPublished() {
		// 559 / 17 / 9 x 25 = 91.3398...
		List<Line> lines = again(PUBLISHED.replace("91.47", "91.34"), COUNTS);
		assertThat(lines).hasSize(3).allMatch(Line::agrees);
		assertThat(lines.getFirst().counts()).hasSize(9);
	}

	@Test
	void namesTheNumberThatDoesNotFollow() {
		assertThat(again(PUBLISHED, COUNTS)).filteredOn((line) -> !line.agrees())
			.singleElement()
			.satisfies((line) -> assertThat(line.again()).isEqualTo("91.34"));
	}

	/** Each count by itself, one up. */
	@Test
	void everyCountThatIsTamperedWithIsFound() {
		String published = PUBLISHED.replace("91.47", "91.34").replace("99.99", "99.9999");
		List<String> rows = new ArrayList<>(COUNTS.lines().toList());
		for (int i = 1; i < rows.size(); i++) {
			if (rows.get(i).startsWith("nyala")) {
				continue;
			}
			List<String> tampered = new ArrayList<>(rows);
			String[] fields = rows.get(i).split(",");
			fields[3] = Long.toString(Long.parseLong(fields[3]) + 1);
			tampered.set(i, String.join(",", fields));
			String figure = fields[0];
			assertThat(again(published, String.join("\n", tampered))).filteredOn((line) -> line.figure().equals(figure))
				.singleElement()
				.satisfies((line) -> assertThat(line.agrees()).as(figure).isFalse());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "laporan,kota,dishub,tujuh,1", "laporan,kota,dishub,7", "laporan,kota,dishub,7.0,1",
			"laporan,kota,dishub,,1", "laporan,kota,dishub,9223372036854775808,1" })
	void whatIsNoNumberIsNoCount(String row) {
		assertThat(again(PUBLISHED, COUNTS.replace("laporan,kota,dishub,7,1", row)))
			.filteredOn((line) -> line.figure().equals("laporan"))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.again()).isNull();
				assertThat(line.agrees()).isFalse();
			});
	}

	@Test
	void missingAndAdditionalCountsAreFound() {
		assertThat(again(PUBLISHED, COUNTS.replace("laporan,kota,dinsos,5,1\n", "")).get(2).agrees()).isFalse();
		assertThat(again(PUBLISHED, COUNTS + "laporan,dinkes,dinkes,1,1\n")).last()
			.satisfies((line) -> assertThat(line.published()).isNull());
		assertThat(again("figure,subject,rule,value\nlaporan,kota,SUM,12\nlaporan,kota,SUM,12\n", COUNTS))
			.filteredOn((line) -> line.figure().equals("laporan") && line.published() != null)
			.extracting(Line::agrees)
			.containsExactly(true, false);
	}

	@ParameterizedTest
	@CsvSource({ "SHARE,1,3,33.33", "SHARE,2,3,66.67", "SHARE_DOWN,99999,100000,99.99", "SHARE_DOWN,1,1,100.00",
			"MEAN,10,3,3.333", "SUM,9,0,9", "SKM,4,1,100.00" })
	void roundsOnce(Rule rule, long numerator, long denominator, String value) {
		assertThat(rule.apply(List.of(new Count("", "", "", numerator, denominator)))).contains(value);
	}

	private static final String SCORES = """
			figure,subject,rule,value
			indikator-a,kota,SHARE_BELOW_ALL,12.50
			indikator-b,kota,RATE,1.00
			skor-a,kota,SCALE,62.5
			skor-b,kota,SCALE,75.0
			terukur-privacy,kota,MEASURED,65.6
			cakupan-privacy,kota,COVERAGE,40
			warga-privacy,kota,PERCEIVED,75.0
			selisih-privacy,kota,GAP,9.4
			indikator-a,dishub,SHARE_BELOW_ALL,100.00
			indikator-b,dishub,RATE,1.00
			terukur-privacy,dishub,MEASURED,100.0
			""";

	private static final String SCORE_COUNTS = """
			figure,subject,part,numerator,denominator
			indikator-a,kota,2026-07-01,1,4
			indikator-a,kota,2026-07-02,0,4
			indikator-b,kota,2026-07-01,1,2592000
			warga-privacy,kota,nilai-4,20,5
			indikator-a,dishub,dishub,4,4
			indikator-b,dishub,dishub,1,2592000
			""";

	/** Of c there are no counts; b says nothing of agencies. */
	private static final String SCALES = """
			indicator,dimension,level,version,from,target,weight,value,score
			a,privacy,service,1,2020-01-01,10,30,0,0
			a,privacy,service,1,2020-01-01,10,30,10,50
			a,privacy,service,1,2020-01-01,10,30,20,100
			b,privacy,city,2,2026-01-01,1,10,0,100
			b,privacy,city,2,2026-01-01,1,10,4,0
			c,privacy,service,1,2020-01-01,1,60,0,0
			c,privacy,service,1,2020-01-01,1,60,1,1
			""";

	/** (62.5 x 30 + 75 x 10) / 40 = 65.625; 75 - 65.625 = 9.375; 40 of 100. */
	@Test
	void scoresFollowFromCountsAndScales() {
		assertThat(CountFiles.addUpAgain(bytes(SCORES), bytes(SCORE_COUNTS), bytes(SCALES)))
			.allSatisfy((line) -> assertThat(line.agrees()).as(line.toString()).isTrue());
		assertThat(CountFiles.addUpAgain(bytes(SCORES), bytes(SCORE_COUNTS), null)).as("without scales")
			.filteredOn((line) -> line.rule() == Rule.SCALE)
			.noneMatch(Line::agrees);
	}

	@ParameterizedTest
	@CsvSource({ "'30,10,50', '30,10,51', 'skor-a;terukur-privacy;selisih-privacy'",
			"',10,0,100', ',11,0,100', 'terukur-privacy;cakupan-privacy;selisih-privacy'",
			"'60,0,0', '70,0,0', 'cakupan-privacy'" })
	void aScaleThatIsTamperedWithIsFound(String written, String tampered, String figures) {
		assertThat(SCALES).contains(written);
		assertThat(CountFiles.addUpAgain(bytes(SCORES), bytes(SCORE_COUNTS), bytes(SCALES.replace(written, tampered))))
			.filteredOn((line) -> line.subject().equals("kota") && !line.agrees())
			.extracting(Line::figure)
			.containsExactly(figures.split(";"));
	}

	@Test
	void whatIsNotQuiteAllIsNeverCalledSo() {
		assertThat(Rule.SHARE_BELOW_ALL.apply(List.of(new Count("", "", "", 999_999, 1_000_000)))).contains("99.99");
		assertThat(Rule.SHARE_BELOW_ALL.apply(List.of(new Count("", "", "", 7, 7)))).contains("100.00");
	}

	@Test
	void dividesByNothing() {
		Count empty = new Count("", "", "", 0, 0);
		for (Rule rule : List.of(Rule.SHARE, Rule.SHARE_DOWN, Rule.MEAN, Rule.SKM)) {
			assertThat(rule.apply(List.of(empty))).as(rule.name()).isEmpty();
			assertThat(rule.apply(List.of())).as(rule.name()).isEmpty();
		}
	}

	/** 77.00 is a B; weights of 0.11 would make it 76.23, a C. */
	@Test
	void usesExactNinths() {
		List<Count> counts = new ArrayList<>();
		for (int part = 1; part <= 9; part++) {
			counts.add(new Count("skm", "kota", "U" + part, 308, 100));
		}
		assertThat(Rule.SKM.apply(counts)).contains("77.00");
	}

}
