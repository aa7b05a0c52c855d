package id.tangerangkota.layanan.quality.evidence;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTests {

	private static Count upTo(long end, long many) {
		return new Count("tanggapan", "kota", "sampai-" + end, end, many);
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
