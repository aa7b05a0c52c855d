package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.Random;

import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SkmPeriod;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Sums add up, and months and days cover a time once. */
class TallyTests {

	private static final Layout LAYOUT = Fixture.layout(Instrument.ESQUAL, "A", "A", "A", "B", "B", "C");

	@RepeatedTest(20)
	void isWhatItsPartsAre(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		Tally whole = new Tally(LAYOUT);
		Tally sum = new Tally(LAYOUT);
		for (int part = 0; part < 7; part++) {
			Tally tally = new Tally(LAYOUT);
			for (int n = random.nextInt(40); n > 0; n--) {
				int[] values = random.ints(LAYOUT.items(), 0, 6).toArray();
				whole.add(values);
				tally.add(values);
			}
			if (random.nextBoolean()) {
				sum.add(tally);
			}
			else {
				sum.add(tally.answers(), tally.storedItems(), tally.storedDimensions(), tally.storedPairs());
			}
		}
		assertThat(sum).isEqualTo(whole).hasSameHashCodeAs(whole);
		assertThat(Statistics.dimensions(sum)).isEqualTo(Statistics.dimensions(whole));
	}

	@Test
	void hasPairsWithinDimensionsOnly() {
		assertThat(LAYOUT.pairs()).containsExactly(new Layout.Pair(0, 0, 1), new Layout.Pair(0, 0, 2),
				new Layout.Pair(0, 1, 2), new Layout.Pair(1, 3, 4));
	}

	@Test
	void takesNoSumsOfAnotherVersion() {
		Tally other = new Tally(Fixture.oneDimension());
		assertThatIllegalArgumentException().isThrownBy(() -> new Tally(LAYOUT).add(other));
	}

	@RepeatedTest(50)
	void coversEachDayOnce(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		LocalDate first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
		LocalDate last = first.plusDays(random.nextInt(200));
		Spans spans = Spans.of(new Days(first, last));
		for (LocalDate day = first.minusDays(40); day.isBefore(last.plusDays(40)); day = day.plusDays(1)) {
			boolean inMonths = !day.isBefore(spans.firstMonth()) && day.isBefore(spans.endMonth());
			boolean inDays = !day.isBefore(spans.first()) && !day.isAfter(spans.last()) && !inMonths;
			boolean wanted = !day.isBefore(first) && !day.isAfter(last);
			assertThat(inMonths || inDays).as("%s in %s..%s", day, first, last).isEqualTo(wanted);
		}
		assertThat(spans.firstMonth().isBefore(spans.endMonth()))
			.isEqualTo(!first.withDayOfMonth(1).equals(last.withDayOfMonth(1)) && hasWholeMonth(first, last)
					|| (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))));
	}

	private static boolean hasWholeMonth(LocalDate first, LocalDate last) {
		LocalDate month = (first.getDayOfMonth() == 1) ? first : first.plusMonths(1).withDayOfMonth(1);
		return !month.plusMonths(1).minusDays(1).isAfter(last);
	}

	@ParameterizedTest
	@CsvSource({ "2026, 2026-01-01, 2026-12-31", "2026-s1, 2026-01-01, 2026-06-30", "2026-s2, 2026-07-01, 2026-12-31",
			"2028-q1, 2028-01-01, 2028-03-31", "2026-q4, 2026-10-01, 2026-12-31" })
	void knowsPeriods(String text, LocalDate first, LocalDate last) {
		SkmPeriod period = SkmPeriod.parse(text).orElseThrow();
		assertThat(period.days()).isEqualTo(new Days(first, last));
		assertThat(period).hasToString(text);
	}

	@ParameterizedTest
	@CsvSource({ "2026-s3", "2026-q0", "26", "2026-S1", "1999", "2026-s1x", "''" })
	void knowsNoOtherPeriods(String text) {
		assertThat(SkmPeriod.parse(text)).isEmpty();
	}

	@Test
	void endsAQuarterWhereTheNextBegins() {
		assertThat(SkmPeriod.quarter(LocalDate.of(2026, 3, 31))).hasToString("2026-q1");
		assertThat(SkmPeriod.quarter(LocalDate.of(2026, 4, 1))).hasToString("2026-q2");
		assertThat(SkmPeriod.half(LocalDate.of(2026, 6, 30))).hasToString("2026-s1");
		assertThat(SkmPeriod.half(LocalDate.of(2026, 7, 1))).hasToString("2026-s2");
	}

}
