package id.tangerangkota.layanan.quality.evidence;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTests {

	private static Count upTo(long end, long many) {
		return new Count("tanggapan", "kota", "sampai-" + end, end, many);
	}

	/** Items of different numbers of people: (7/3 + 9/4) / 2 x 25 = 57.29166... */
	@Test
	void satisfactionIsMadeOfEachValueByItself() {
		List<Count> counts = List.of(Count.given("skm", "kota", "U1", 2, 2), Count.given("skm", "kota", "U2", 1, 1),
				Count.given("skm", "kota", "U1", 3, 1), Count.given("skm", "kota", "U2", 2, 2),
				Count.given("skm", "kota", "U2", 4, 1), Count.given("skm", "kota", "U2", 3, 0));
		assertThat(Rule.SKM.apply(counts)).contains("57.29");
		assertThat(Rule.SKM.apply(List.of(Count.given("skm", "kota", "U1", 2, 0)))).isEmpty();
	}

	@Test
	void halfLieBelowAndThousandthsAreTold() {
		assertThat(Rule.HALF.apply(List.of(upTo(60, 3), upTo(120, 1)))).contains("40");
		assertThat(Rule.THREE_OF_FOUR_THOUSANDTHS.apply(List.of(upTo(100, 3), upTo(200, 1)))).contains("0.10");
		assertThat(Rule.THREE_OF_FOUR_THOUSANDTHS.apply(List.of(upTo(100, 0)))).isEmpty();
	}

	@Test
	void threeOfFourLieBelow() {
		assertThat(Rule.THREE_OF_FOUR.apply(List.of(upTo(100, 50), upTo(200, 50)))).as("halfway through the second")
			.contains("150");
		assertThat(Rule.THREE_OF_FOUR.apply(List.of(upTo(100, 0), upTo(200, 4), upTo(300, 0)))).contains("175");
		assertThat(Rule.THREE_OF_FOUR.apply(List.of(upTo(100, 1), upTo(100, 3)))).as("beyond the last end")
			.contains("100");
		assertThat(Rule.THREE_OF_FOUR.apply(List.of(upTo(100, 0)))).isEmpty();
	}

}
