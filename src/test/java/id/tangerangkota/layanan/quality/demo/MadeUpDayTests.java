package id.tangerangkota.layanan.quality.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scale;
import id.tangerangkota.layanan.quality.Scale.Point;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is made up gets about the score it was made up for. */
class MadeUpDayTests {

	private static final Scale FALLING = new Scale("a", 1, LocalDate.EPOCH,
			List.of(new Point(800, 100), new Point(1800, 50), new Point(4000, 0)), 800, 25);

	@Test
	void findsTheValueOfAScore() {
		assertThat(MadeUpDay.value(FALLING, 75)).isCloseTo(1300, within(0.001));
		assertThat(MadeUpDay.value(FALLING, 0)).isEqualTo(4000);
		assertThat(MadeUpDay.value(FALLING, 100)).isEqualTo(800);
	}

	@Test
	void makesNumeratorsOfIndicatorsWithoutClasses() {
		Scale scale = new Scale("a", 1, LocalDate.EPOCH, List.of(new Point(0, 0), new Point(100, 100)), 90, 1);
		MadeUpDay day = MadeUpDay.of(indicator((sum) -> 100.0 * sum.numerator() / sum.denominator()), scale, 80, 50);
		assertThat(day.classes()).isNull();
		assertThat(day.ratio() * day.denominator()).isCloseTo(40, within(0.001));
	}

	@Test
	void fillsClassesOfThoseThatHaveAny() {
		Indicator median = indicator((sum) -> 200 * middle(Objects.requireNonNull(sum.classes())));
		MadeUpDay day = MadeUpDay.of(median, FALLING, 75, 50);
		assertThat(day.classes()).isNotNull();
		long[] classes = Arrays.stream(day.classes().replaceAll("[{}]", "").split(","))
			.mapToLong(Long::parseLong)
			.toArray();
		assertThat(FALLING.score(median.value(new Sum(1, 1, classes)))).isCloseTo(75, within(15.0));
	}

	/** At a median of 1,300, some take less than the 800 that are good. */
	@Test
	void numeratorsAreTheGoodOnesOfTheClasses() {
		Indicator median = indicator((sum) -> 200 * middle(Objects.requireNonNull(sum.classes())));
		MadeUpDay day = MadeUpDay.of(median, FALLING, 75, 50);
		assertThat(day.ratio()).isZero();
		assertThat(MadeUpDay.of(median, FALLING, 100, 50).ratio()).isBetween(0.5, 0.95);
	}

	private static int middle(long[] classes) {
		long half = Arrays.stream(classes).sum() / 2;
		int place = 0;
		while (half >= classes[place]) {
			half -= classes[place++];
		}
		return Math.min(place, 20);
	}

	private static Indicator indicator(ToDoubleFunction<Sum> value) {
		return new Indicator() {

			@Override
			public String id() {
				return "a";
			}

			@Override
			public QualityDimension dimension() {
				return QualityDimension.EFFICIENCY;
			}

			@Override
			public Unit unit() {
				return Unit.SHARE;
			}

			@Override
			public double value(Sum sum) {
				return value.applyAsDouble(sum);
			}

			@Override
			public List<Fact> count(LocalDate day) {
				return List.of();
			}

		};
	}

}
