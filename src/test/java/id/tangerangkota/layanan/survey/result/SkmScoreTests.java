package id.tangerangkota.layanan.survey.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SkmBand;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Worked by hand, in fractions. */
class SkmScoreTests {

	private static long[] nine(long each) {
		long[] all = new long[9];
		Arrays.fill(all, each);
		return all;
	}

	@Test
	void makesExactlyAHundredOfNothingButTheBest() {
		assertThat(SkmScore.converted(nine(40), nine(10))).isEqualByComparingTo("100.00");
		assertThat(SkmScore.converted(nine(10), nine(10))).isEqualByComparingTo("25.00");
	}

	/**
	 * Ten people, sums of 35 in five parts and 36 and 36 and 36 and 37 in four: the means
	 * add up to 32, times 25/9 is 88 8/9. With weights of 0.11 it would be 32 × 2.75 =
	 * 88.00, another band.
	 */
	@Test
	void takesTheBandOfExactWeights() {
		long[] sums = { 35, 35, 35, 35, 35, 36, 36, 36, 37 };
		assertThat(Arrays.stream(sums).sum()).isEqualTo(320);
		BigDecimal exact = SkmScore.converted(sums, nine(10));
		assertThat(exact).isEqualByComparingTo("88.89");
		assertThat(SkmBand.of(exact)).isEqualTo(SkmBand.A);
		assertThat(SkmBand.of(new BigDecimal("32").multiply(new BigDecimal("0.11")).multiply(new BigDecimal("25"))))
			.isEqualTo(SkmBand.B);
	}

	/**
	 * 42 people: the sums add up to 1335, and 1335/42 × 25/9 = 11125/126 = 88.2936…, a B.
	 * Rounding the nine means to two decimals first gives 88.31, an A.
	 */
	@Test
	void roundsOnceAndOnlyTheEnd() {
		long[] sums = { 150, 141, 157, 153, 141, 142, 150, 157, 144 };
		assertThat(Arrays.stream(sums).sum()).isEqualTo(1335);
		assertThat(SkmScore.converted(sums, nine(42))).isEqualByComparingTo("88.29");
		assertThat(SkmBand.of(new BigDecimal("88.29"))).isEqualTo(SkmBand.B);
	}

	/** Half a hundredth goes up: 25/9 × 9 × 2001/2000 = 25.0125. */
	@Test
	void roundsHalfUp() {
		assertThat(SkmScore.converted(nine(2001), nine(2000))).isEqualByComparingTo("25.01");
		assertThat(SkmScore.converted(nine(5003), nine(5000))).isEqualByComparingTo("25.02");
	}

	@ParameterizedTest
	@CsvSource({ "100.00, A", "88.31, A", "88.30, B", "76.61, B", "76.60, C", "65.00, C", "64.99, D", "25.00, D" })
	void leavesNoHoleBetweenBands(String value, SkmBand band) {
		assertThat(SkmBand.of(new BigDecimal(value))).isEqualTo(band);
	}

	@Test
	void divisesNotByZero() {
		long[] counts = nine(10);
		counts[4] = 0;
		assertThat(SkmScore.converted(nine(30), counts)).isNull();
	}

	@Test
	void ranksTheWeakestAndTellsNothingOfLessThanTen() {
		InstrumentVersion version = Fixture.version(Instrument.SKM, "S", "S", "S", "S", "S", "S", "S", "S", "S");
		Tally tally = new Tally(Layout.of(version));
		for (int i = 0; i < 9; i++) {
			tally.add(new int[] { 4, 3, 4, 2, 4, 4, 4, 4, 3 });
		}
		SkmResult nine = SkmScore.of(1, LocalDate.of(2026, 1, 1), version.items(), tally, 384);
		assertThat(nine.value()).isNull();
		assertThat(nine.weakest()).isEmpty();
		assertThat(nine.parts()).allMatch((part) -> part.sum() == null && part.mean() == null && part.n() == 9);
		tally.add(new int[] { 4, 3, 4, 2, 4, 4, 4, 4, 4 });
		SkmResult ten = SkmScore.of(1, LocalDate.of(2026, 1, 1), version.items(), tally, 384);
		assertThat(ten.weakest()).startsWith("I4", "I2", "I9");
		assertThat(ten.parts().get(8).sum()).isEqualTo(31);
		assertThat(ten.parts().get(8).mean()).isEqualByComparingTo("3.100");
		// (6 × 4 + 3 + 2 + 3.1) × 25/9 = 32.1 × 25/9
		assertThat(ten.value()).isEqualByComparingTo("89.17");
	}

}
