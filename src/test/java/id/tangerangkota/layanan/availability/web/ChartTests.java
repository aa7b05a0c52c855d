package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.availability.result.ResponseTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChartTests {

	private static final Instant FROM = Instant.parse("2026-11-19T17:00:00Z");

	private static final Instant TO = FROM.plus(Duration.ofDays(7));

	@Test
	void joinsHoursThatFollowEachOther() {
		Chart chart = Chart.of(List.of(hour(0, 50, 100), hour(1, 50, 100)), FROM, TO);
		assertThat(chart.p50()).isEqualTo("M64 122h2L67 122");
		assertThat(chart.p95()).isEqualTo("M64 32h2L67 32");
	}

	@Test
	void interruptsTheLineWhereNothingWasMeasured() {
		assertThat(Chart.of(List.of(hour(0, 50, 100), hour(2, 50, 100)), FROM, TO).p50())
			.isEqualTo("M64 122h2M71 122h2");
	}

	@Test
	void choosesAScaleThatHoldsTheSlowestHour() {
		Chart chart = Chart.of(List.of(hour(0, 50, 101)), FROM, TO);
		assertThat(chart.grid()).extracting(Chart.Grid::millis).containsExactly(0, 100, 200);
	}

	@Test
	void keepsWhatIsBeyondAllScalesInside() {
		assertThat(Chart.of(List.of(hour(0, 70_000, 90_000)), FROM, TO).p95()).isEqualTo("M64 32h2");
	}

	@Test
	void marksTheDaysOfTheCity() {
		assertThat(Chart.of(List.of(hour(0, 1, 1)), FROM, TO).ticks()).extracting(Chart.Tick::day)
			.startsWith(LocalDate.of(2026, 11, 21))
			.hasSize(6);
	}

	private static ResponseTime hour(int number, int p50, int p95) {
		return new ResponseTime(FROM.plus(Duration.ofHours(number)), 60, 0, 0, 0, 0, p50, p95, null);
	}

}
