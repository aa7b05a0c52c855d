package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.Recurring.Time;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecurringTests {

	private static final Instant FIRST = at("2026-01-31T22:30");

	private static final Duration LENGTH = Duration.ofMinutes(120);

	@Test
	void comesOnce() {
		assertThat(times(Recurrence.ONCE, null, "2025-01-01T00:00", "2030-01-01T00:00"))
			.containsExactly(new Time(FIRST, FIRST.plus(LENGTH)));
		assertThat(times(Recurrence.ONCE, null, "2026-02-01T00:30", "2026-02-02T00:00")).isEmpty();
		assertThat(times(Recurrence.ONCE, null, "2026-02-01T00:29", "2026-02-02T00:00")).hasSize(1);
		assertThat(times(Recurrence.ONCE, null, "2026-01-01T00:00", "2026-01-31T22:30")).isEmpty();
	}

	@Test
	void comesEveryWeekAtTheSameTimeOfTheCity() {
		assertThat(times(Recurrence.WEEKLY, LocalDate.of(2026, 2, 14), "2026-02-01T12:00", "2027-01-01T00:00"))
			.extracting(Time::start)
			.containsExactly(at("2026-02-07T22:30"), at("2026-02-14T22:30"));
	}

	@Test
	void comesOnTheLastDayOfAShortMonth() {
		assertThat(times(Recurrence.MONTHLY, null, "2026-02-01T12:00", "2026-06-01T12:00")).extracting(Time::start)
			.containsExactly(at("2026-02-28T22:30"), at("2026-03-31T22:30"), at("2026-04-30T22:30"),
					at("2026-05-31T22:30"));
	}

	/** However far away one looks, and wherever one cuts. */
	@Test
	void missesNoTime() {
		Random random = new Random(9);
		for (int round = 0; round < 300; round++) {
			Recurring recurring = new Recurring(Recurrence.values()[random.nextInt(3)],
					FIRST.plus(Duration.ofMinutes(random.nextInt(600_000))),
					Duration.ofMinutes(1 + random.nextInt(10_000)), null);
			Instant from = FIRST.plus(Duration.ofMinutes(random.nextInt(5_000_000)));
			Instant to = from.plus(Duration.ofMinutes(random.nextInt(200_000)));
			List<Time> all = recurring.between(FIRST, FIRST.plus(Duration.ofDays(5_000)));
			assertThat(recurring.between(from, to))
				.isEqualTo(all.stream().filter((time) -> time.overlaps(from, to)).toList());
		}
	}

	@Test
	void usesAMonthOnlyOnceForTwoWorks() {
		YearMonth january = YearMonth.of(2026, 1);
		assertThat(MonthBudget.used(january,
				List.of(new Time(at("2026-01-10T10:00"), at("2026-01-10T12:00")),
						new Time(at("2026-01-10T11:00"), at("2026-01-10T11:30")),
						new Time(at("2026-01-10T11:00"), at("2026-01-10T13:00")),
						new Time(at("2025-12-31T23:00"), at("2026-01-01T01:00")),
						new Time(at("2026-01-31T23:30"), at("2026-02-01T05:00")))))
			.isEqualTo(Duration.ofMinutes(180 + 60 + 30));
	}

	@Test
	void addsUpOverMonths() {
		Random random = new Random(10);
		for (int round = 0; round < 4; round++) {
			List<Time> times = new ArrayList<>();
			for (int n = 0; n < 8; n++) {
				Instant start = FIRST.plus(Duration.ofMinutes(random.nextInt(200_000)));
				times.add(new Time(start, start.plus(Duration.ofMinutes(random.nextInt(3_000)))));
			}
			Duration used = Duration.ZERO;
			for (YearMonth month = YearMonth.of(2026, 1); month
				.isBefore(YearMonth.of(2026, 9)); month = month.plusMonths(1)) {
				used = used.plus(MonthBudget.used(month, times));
			}
			long minutes = 0;
			for (Instant minute = FIRST; minute
				.isBefore(FIRST.plus(Duration.ofMinutes(204_000))); minute = minute.plusSeconds(60)) {
				Instant looked = minute;
				minutes += times.stream().anyMatch((time) -> time.overlaps(looked, looked.plusSeconds(60))) ? 1 : 0;
			}
			assertThat(used).isEqualTo(Duration.ofMinutes(minutes));
		}
	}

	private static List<Time> times(Recurrence recurrence, @Nullable LocalDate last, String from, String to) {
		return new Recurring(recurrence, FIRST, LENGTH, last).between(at(from), at(to));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(AvailabilityReport.ZONE).toInstant();
	}

}
