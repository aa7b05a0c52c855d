package id.tangerangkota.layanan.survey.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion.State;
import id.tangerangkota.layanan.survey.instrument.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BlocksTests {

	private static InstrumentVersion version(Instrument instrument, int... sizes) {
		List<Item> items = new ArrayList<>();
		for (int dimension = 0; dimension < sizes.length; dimension++) {
			for (int n = 0; n < sizes[dimension]; n++) {
				items.add(new Item(items.size() + 1, "I" + items.size(), "D" + dimension, "", ""));
			}
		}
		return new InstrumentVersion(7, instrument, 1, State.OPEN, false, null, null, items);
	}

	@ParameterizedTest
	@CsvSource({ "ESQUAL, 8 4 7 3, 22", "ERECS, 5 3 3, 11" })
	void showsAllItemsEquallyOften(Instrument instrument, String sizes, int items) {
		InstrumentVersion version = version(instrument,
				Arrays.stream(sizes.split(" ")).mapToInt(Integer::parseInt).toArray());
		Blocks blocks = new Blocks(new Random(3));
		int[] shown = new int[items];
		for (int person = 0; person < 1100; person++) {
			blocks.choose(version).forEach((position) -> shown[position - 1]++);
		}
		int most = Arrays.stream(shown).max().orElseThrow();
		int least = Arrays.stream(shown).min().orElseThrow();
		assertThat(most - least).as(Arrays.toString(shown)).isLessThanOrEqualTo(2);
	}

	@Test
	void asksSixWithTwoOrMoreOfEachDimension() {
		InstrumentVersion version = version(Instrument.ESQUAL, 8, 4, 7, 3);
		Blocks blocks = new Blocks(new Random(5));
		for (int person = 0; person < 500; person++) {
			List<Integer> block = blocks.choose(version);
			assertThat(block).hasSize(6).doesNotHaveDuplicates();
			Map<String, Long> dimensions = block.stream()
				.collect(
						Collectors.groupingBy((position) -> version.item(position).dimension(), Collectors.counting()));
			assertThat(dimensions.values()).allMatch((n) -> n >= 2);
		}
	}

	@Test
	void asksInRandomOrder() {
		InstrumentVersion version = version(Instrument.ESQUAL, 8, 4, 7, 3);
		Blocks blocks = new Blocks(new Random(8));
		Set<Integer> firsts = new HashSet<>();
		int sorted = 0;
		for (int person = 0; person < 300; person++) {
			List<Integer> block = blocks.choose(version);
			firsts.add(block.getFirst());
			sorted += block.equals(block.stream().sorted().toList()) ? 1 : 0;
		}
		assertThat(firsts).hasSize(22);
		assertThat(sorted).isLessThan(5);
	}

	@Test
	void neverSplitsTheOfficialSurvey() {
		assertThat(new Blocks(new Random(1)).choose(version(Instrument.SKM, 9))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8,
				9);
	}

}
