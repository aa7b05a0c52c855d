package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.incident.Recurring.Time;

/** How much of a month is announced work; a minute of two works counts once. */
final class MonthBudget {

	private MonthBudget() {
	}

	static Duration used(YearMonth month, List<Time> times) {
		Instant from = start(month);
		Instant to = start(month.plusMonths(1));
		Duration used = Duration.ZERO;
		Instant counted = from;
		for (Time time : times.stream().sorted(Comparator.comparing(Time::start)).toList()) {
			Instant begins = time.start().isAfter(counted) ? time.start() : counted;
			Instant ends = time.end().isBefore(to) ? time.end() : to;
			if (ends.isAfter(begins)) {
				used = used.plus(Duration.between(begins, ends));
				counted = ends;
			}
		}
		return used;
	}

	static Instant start(YearMonth month) {
		return month.atDay(1).atStartOfDay(AvailabilityReport.ZONE).toInstant();
	}

	static YearMonth month(Instant instant) {
		return YearMonth.from(ZonedDateTime.ofInstant(instant, AvailabilityReport.ZONE));
	}

}
