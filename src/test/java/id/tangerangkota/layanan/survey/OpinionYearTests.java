package id.tangerangkota.layanan.survey;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What everybody reads today and read yesterday differs by no person's answer. */
class OpinionYearTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

	private static OpinionYear running(LocalDate first, LocalDate last) {
		return new OpinionYear(new Days(first, last), true);
	}

	@Test
	void isFourQuartersThatAreOver() {
		LocalDate first = LocalDate.of(2024, 2, 3);
		OpinionYear year = new OpinionYear(new Days(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30)), false);
		assertThat(OpinionYear.of(TODAY, first)).isEqualTo(year);
		assertThat(OpinionYear.of(LocalDate.of(2026, 10, 1), first)).isEqualTo(year);
		assertThat(OpinionYear.of(LocalDate.of(2026, 12, 31), first)).as("all quarter long").isEqualTo(year);
		assertThat(OpinionYear.of(LocalDate.of(2027, 1, 1), first).days())
			.isEqualTo(new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
	}

	@Test
	void goesOnUntilPeopleCouldAnswerAWholeQuarter() {
		LocalDate first = LocalDate.of(2026, 1, 1);
		LocalDate yesterday = LocalDate.of(2026, 11, 26);
		assertThat(OpinionYear.of(TODAY, null)).isEqualTo(running(first, yesterday));
		assertThat(OpinionYear.of(TODAY, LocalDate.of(2026, 10, 1))).isEqualTo(running(first, yesterday));
		assertThat(OpinionYear.of(TODAY, LocalDate.of(2026, 7, 2))).as("a quarter but for a day")
			.isEqualTo(running(first, yesterday));
		assertThat(OpinionYear.of(TODAY, LocalDate.of(2026, 7, 1)).running()).isFalse();
		assertThat(OpinionYear.of(LocalDate.of(2026, 10, 1), null))
			.isEqualTo(running(first, LocalDate.of(2026, 9, 30)));
	}

}
