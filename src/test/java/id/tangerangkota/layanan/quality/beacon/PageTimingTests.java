package id.tangerangkota.layanan.quality.beacon;

import java.util.Arrays;
import java.util.Map;
import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Sum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Only what the portal's own script writes is taken. */
class PageTimingTests {

	@Test
	void readsWhatTheScriptWrites() {
		assertThat(PageTiming.parse("r=%2Flayanan%2F%7Bslug%7D&d=s&h=42&t=120&l=1800&c=15&i=64",
				"/layanan/{slug}"::equals))
			.hasValue(new PageTiming("/layanan/{slug}", PageTiming.Device.S, Map.of(PageMeasure.HOME_TO_SERVICE, 42,
					PageMeasure.TTFB, 120, PageMeasure.LCP, 1800, PageMeasure.CLS, 15, PageMeasure.INP, 64)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&", "=", "r=/&d=s", "r=/&t=1", "d=s&t=1", "r=/lain&d=s&t=1", "r=/&d=x&t=1",
			"r=/&d=s&t=-1", "r=/&d=s&t=NaN", "r=/&d=s&t=1.5", "r=/&d=s&t=1e3", "r=/&d=s&t=", "r=/&d=s&t=01",
			"r=/&d=s&t=600001", "r=/&d=s&t=99999999999999", "r=/&d=s&c=100001", "r=/&d=s&h=3601", "r=/&d=s&t=1&t=2",
			"r=/&r=/&d=s&t=1", "r=/&d=s&d=m&t=1", "r=/&d=s&t=1&nik=3671012345678901", "r=/&d=s&t=1&", "r=%&d=s&t=1",
			"r=/&d=s&t=1=2", "halo", "{\"r\":\"/\"}", "r=/&d=s&t=Infinity", "r=/&d=s&t=\u0661" })
	void refusesEverythingElse(String text) {
		assertThat(PageTiming.parse(text, "/"::equals)).isEmpty();
	}

	@Test
	void refusesWhatIsTooLong() {
		assertThat(PageTiming.parse("r=/&d=s&t=1" + " ".repeat(300), "/"::equals)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(PageMeasure.class)
	void putsEveryValueIntoTheClassThatHoldsIt(PageMeasure measure) {
		List<Long> ends = measure.ends();
		assertThat(ends).isSorted();
		assertThat(ends.get(measure.goodClasses() - 1)).as("the threshold is an end").isPositive();
		Random random = new Random(7);
		for (int i = 0; i < 2000; i++) {
			int value = random.nextInt(measure.most() + 1);
			int found = measure.classOf(value);
			assertThat(found).isBetween(0, measure.classes() - 1);
			assertThat(found == ends.size() || value <= ends.get(found)).isTrue();
			assertThat(found == 0 || value > ends.get(found - 1)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(PageMeasure.class)
	void tellsPercentilesWithinTheClassOfTheExactOne(PageMeasure measure) {
		Random random = new Random(11);
		List<Long> ends = measure.ends();
		int[] values = random.ints(999, 0, ends.getLast().intValue() + 1).sorted().toArray();
		long[] classes = new long[measure.classes()];
		Arrays.stream(values).forEach((value) -> classes[measure.classOf(value)]++);
		double told = new Reading.Percentile(Reading.Part.THREE_OF_FOUR, ends, 1)
			.of(new Sum(0, values.length, classes));
		int exact = measure.classOf(values[749]);
		assertThat(told).isBetween((double) ((exact > 0) ? ends.get(exact - 1) : 0), (double) ends.get(exact));
	}

}
