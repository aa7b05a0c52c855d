package id.tangerangkota.layanan.identity.nik;

import java.time.LocalDate;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NikTests {

	@ParameterizedTest
	@ValueSource(strings = { "3671011505900001", "3671 0115 0590 0001", "367101.150590.0001", "3671-01-150590-0001",
			" 3671011505900001 ", "3671\u00a00115\u20090590\t0001" })
	void takesWhatPeopleType(String typed) {
		assertThat(Nik.parse(typed).digits()).isEqualTo("3671011505900001");
	}

	@ParameterizedTest
	@CsvSource({ "'', LENGTH, 0", "367101150590000, LENGTH, 15", "36710115059000011, LENGTH, 17",
			"3671 0115 0590 001, LENGTH, 15", "367101150590000l, NOT_DIGITS, 16", "٣671011505900001, NOT_DIGITS, 16",
			"3671013205900001, DATE, 16", "3671010005900001, DATE, 16", "3671014005900001, DATE, 16",
			"3671017205900001, DATE, 16", "3671011513900001, DATE, 16", "3671011500900001, DATE, 16",
			"3671013104900001, DATE, 16", "3671013002900001, DATE, 16", "3671012902010001, DATE, 16",
			"3671011505900000, SERIAL, 16" })
	void refusesWhatCannotBeOne(String typed, InvalidNik.Reason reason, int length) {
		assertThatExceptionOfType(InvalidNik.class).isThrownBy(() -> Nik.parse(typed)).satisfies((ex) -> {
			assertThat(ex.reason()).isEqualTo(reason);
			assertThat(ex.length()).isEqualTo(length);
			assertThat(ex.getMessage()).doesNotContain("3671");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "3671015505900001", "3671017112900001", "3671012902000001", "3671016902040001",
			"9912011505900001", "3671010101000001", "3671012902960001" })
	void takesWomenLeapDaysAndUnknownRegions(String typed) {
		assertThat(Nik.isValid(typed)).isTrue();
	}

	/** Every day of two centuries, of a man and of a woman. */
	@Test
	void takesEveryDay() {
		for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
			for (int added : new int[] { 0, 40 }) {
				String typed = "367101%02d%02d%02d0001".formatted(day.getDayOfMonth() + added, day.getMonthValue(),
						day.getYear() % 100);
				assertThat(Nik.isValid(typed)).as(typed).isTrue();
			}
		}
	}

	@Test
	void neverShowsMoreThanTheLastFour() {
		Random random = new Random(3671);
		for (int i = 0; i < 2000; i++) {
			String digits = "%06d%02d%02d%02d%04d".formatted(random.nextInt(1_000_000), 1 + random.nextInt(28),
					1 + random.nextInt(12), random.nextInt(100), 1 + random.nextInt(9999));
			Nik nik = Nik.parse(digits);
			assertThat(nik.toString()).isEqualTo("•••• •••• •••• " + digits.substring(12))
				.isEqualTo(nik.masked())
				.doesNotContain(digits.substring(0, 12));
			assertThat(Nik.parse(String.join(" ", digits.split("(?<=\\G.{4})")))).isEqualTo(nik).hasSameHashCodeAs(nik);
		}
	}

	@Test
	void knowsTodaysRegions() {
		NikRegions regions = new NikRegions();
		assertThat(regions.knows(Nik.parse("3671011505900001"))).isTrue();
		assertThat(regions.knows(Nik.parse("3174011505900001"))).isTrue();
		assertThat(regions.knows(Nik.parse("9999011505900001"))).isFalse();
	}

}
