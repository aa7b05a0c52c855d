package id.tangerangkota.layanan.survey.result;

import java.util.List;

import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Numbers are those of SciPy 1.17 and NumPy 2.4 for the answers of {@link Fixture}:
 * {@code stats.t.ppf}, {@code stats.sem}, {@code np.cov} on whoever answered both items,
 * and for the dimension the residuals {@code t - R m} of persons (a delete-one jackknife
 * gives 0.1482 where these give 0.1480).
 */
class StatisticsTests {

	private static final Offset<Double> EXACT = Offset.offset(1e-9);

	@ParameterizedTest
	@CsvSource({ "1, 12.706204736174694", "2, 4.302652729749462", "9, 2.262157162798205", "10, 2.228138851986274",
			"29, 2.045229642132703", "99, 1.9842169515864174", "1000, 1.9623390808264083", "99999, 1.9599877077718442",
			"1957348, 1.9599651965231415" })
	void knowsStudentsDistribution(long degrees, double expected) {
		assertThat(StudentT.twoSided(0.95, degrees)).isCloseTo(expected, Offset.offset(1e-8));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "10, 10", "50, 44", "100, 80", "150, 108", "200, 132", "300, 169", "500, 217", "1000, 278",
			"2000, 322", "5000, 357", "10000, 370", "100000, 383", "1000000, 384", "1957349, 384" })
	void needsAsManyAsTheTableOfKrejcieAndMorgan(long population, long needed) {
		assertThat(KrejcieMorgan.needed(population)).isEqualTo(needed);
	}

	@Test
	void asksNobodyOfNobody() {
		assertThatIllegalArgumentException().isThrownBy(() -> KrejcieMorgan.needed(0));
		assertThatIllegalArgumentException().isThrownBy(() -> StudentT.twoSided(0.95, 0));
	}

	@ParameterizedTest
	@CsvSource({ "0, 64, 2.109375, 1.8419012309703344, 2.3768487690296656, 24 18 13 9 0",
			"1, 48, 3.2291666666666665, 2.79623708232162, 3.662096251011713, 8 10 7 9 14",
			"2, 64, 2.984375, 2.6187372836978855, 3.3500127163021145, 14 13 10 14 13",
			"3, 64, 2.09375, 1.7961252365038205, 2.3913747634961795, 30 10 12 12 0" })
	void estimatesAnItem(int item, long n, double mean, double low, double high, String distribution) {
		Figure figure = Statistics.item(Fixture.tally(Fixture.PEOPLE, false), item, "I");
		assertThat(figure.n()).isEqualTo(n);
		assertThat(figure.distribution())
			.isEqualTo(List.of(distribution.split(" ")).stream().map(Long::valueOf).toList());
		assertThat(figure.estimate()).isNotNull().satisfies((estimate) -> {
			assertThat(estimate.mean()).isCloseTo(mean, EXACT);
			assertThat(estimate.low()).isCloseTo(low, EXACT);
			assertThat(estimate.high()).isCloseTo(high, EXACT);
		});
	}

	@Test
	void estimatesADimensionOfPeopleWhoAnsweredPartsOfIt() {
		DimensionFigure dimension = Statistics.dimensions(Fixture.tally(Fixture.PEOPLE, false)).getFirst();
		assertThat(dimension.figure().n()).isEqualTo(80);
		Estimate estimate = dimension.figure().estimate();
		assertThat(estimate).isNotNull();
		assertThat(estimate.mean()).isCloseTo(2.5625, EXACT);
		assertThat(estimate.low()).isCloseTo(2.2678534681050313, EXACT);
		assertThat(estimate.high()).isCloseTo(2.8571465318949687, EXACT);
		assertThat(estimate.topTwo()).isCloseTo(0.29583333333333334, EXACT);
		assertThat(estimate.score(Instrument.ESQUAL)).isCloseTo((2.5625 - 1) / 4 * 100, EXACT);
	}

	@Test
	void takesAlphaFromPairs() {
		DimensionFigure dimension = Statistics.dimensions(Fixture.tally(Fixture.PEOPLE, false)).getFirst();
		assertThat(dimension.pairs()).isEqualTo(36);
		assertThat(dimension.alpha()).isCloseTo(0.9658890796131266, EXACT);
		assertThat(Statistics.alpha(Fixture.tally(Fixture.PEOPLE, true), 0)).isCloseTo(0.9638047349675256, EXACT);
	}

	@Test
	void hidesAlphaBelowThirtyPairs() {
		assertThat(Statistics.dimensions(Fixture.tally(29, true)).getFirst().alpha()).isNull();
		assertThat(Statistics.dimensions(Fixture.tally(30, true)).getFirst().alpha()).isNotNull();
	}

	@Test
	void hasNoAlphaOfOneItemOrWhereNothingVaries() {
		Tally one = new Tally(Fixture.layout(Instrument.SHORT, "OVERALL"));
		Tally same = new Tally(Fixture.oneDimension());
		for (int i = 0; i < 40; i++) {
			one.add(new int[] { 1 + i % 5 });
			same.add(new int[] { 4, 4, 4, 4 });
		}
		assertThat(Statistics.dimensions(one).getFirst().alpha()).isNull();
		DimensionFigure figure = Statistics.dimensions(same).getFirst();
		assertThat(figure.alpha()).isNull();
		assertThat(figure.figure().estimate()).isEqualTo(new Estimate(4, 4, 4, 1, false));
	}

	@Test
	void tellsNothingOfLessThanTenAndMarksLessThanThirty() {
		Figure nine = Statistics.item(Fixture.tally(9, true), 0, "I");
		assertThat(nine.estimate()).isNull();
		assertThat(nine.distribution()).isEmpty();
		assertThat(Statistics.figures(Fixture.tally(9, true)).getFirst().estimate()).isNull();
		assertThat(Statistics.item(Fixture.tally(10, true), 0, "I").estimate()).extracting(Estimate::few)
			.isEqualTo(true);
		assertThat(Statistics.item(Fixture.tally(30, true), 0, "I").estimate()).extracting(Estimate::few)
			.isEqualTo(false);
		assertThat(Statistics.figures(new Tally(Fixture.oneDimension())).getFirst().n()).isZero();
	}

	@Test
	void keepsIntervalsWithinTheScale() {
		Tally tally = new Tally(Fixture.layout(Instrument.SHORT, "OVERALL"));
		for (int i = 0; i < 10; i++) {
			tally.add(new int[] { (i == 0) ? 4 : 5 });
		}
		Estimate estimate = Statistics.item(tally, 0, "R1").estimate();
		assertThat(estimate).isNotNull();
		assertThat(estimate.high()).isEqualTo(5);
	}

}
