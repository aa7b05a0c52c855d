package id.tangerangkota.layanan.complaint.web.open;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreTests {

	private static final Locale INDONESIAN = Locale.of("id");

	private static AgencyCount count(long ratings, long sum) {
		return new AgencyCount(null, 10, 2, 3, 4, 1, 2, 1, 1, 1, 2, 4, 3, 3.25, 1, 4, 1, ratings, sum, ratings,
				ratings / 2);
	}

	@Test
	void bothSidesAreTheSame() {
		Score score = Score.of("dpupr", "DPUPR", count(0, 0), 12, INDONESIAN);
		assertThat(score.in()).isEqualTo(12);
		assertThat(score.out()).isEqualTo(12);
		assertThat(score.bars()).isEqualTo(new Score.Bars(200, 250, 350, 600));
	}

	@Test
	void saysNumbersAsPeopleWriteThem() {
		Score score = Score.of("dpupr", "DPUPR", count(40, 150), 12, INDONESIAN);
		assertThat(score.median()).isEqualTo("3,2");
		assertThat(score.inTime()).isEqualTo("75");
		assertThat(score.rating()).isEqualTo("3,8");
		assertThat(score.fewRatings()).isFalse();
	}

	@Test
	void saysNothingAboutFewRatings() {
		assertThat(Score.of("dpupr", "DPUPR", count(9, 45), 12, INDONESIAN).rating()).isNull();
		Score few = Score.of("dpupr", "DPUPR", count(10, 45), 12, INDONESIAN);
		assertThat(few.rating()).isEqualTo("4,5");
		assertThat(few.fewRatings()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11,2026-11-01,2026-11-30", "2026-t1,2026-01-01,2026-03-31", "2026-t4,2026-10-01,2026-12-31",
			"2026,2026-01-01,2026-12-31", "2024-02,2024-02-01,2024-02-29" })
	void readsPeriods(String code, LocalDate from, LocalDate to) {
		ScorePeriod period = ScorePeriod.parse(code).orElseThrow();
		assertThat(period.code()).isEqualTo(code);
		assertThat(List.of(period.from(), period.to())).containsExactly(from, to);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-13", "2026-t5", "26", "2026-1", "kemarin", "2026-11-01", "" })
	void refusesWhatIsNoPeriod(String code) {
		assertThat(ScorePeriod.parse(code)).isEmpty();
	}

	@Test
	void offersWhatItReads() {
		assertThat(ScorePeriod.until(LocalDate.of(2026, 11, 26))).hasSize(25)
			.allSatisfy((period) -> assertThat(ScorePeriod.parse(period.code())).contains(period))
			.doesNotHaveDuplicates();
	}

}
