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
		return CountFiles.addUpAgain(bytes(published), bytes(counts));
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
