package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import org.jspecify.annotations.Nullable;

/**
 * When announced work is done, once or again and again at the same time of the city.
 *
 * @param first when it begins for the first time
 * @param length of each time, positive
 * @param lastDay the last day on which it may begin, null when it has no end
 */
record Recurring(Recurrence recurrence, Instant first, Duration length, @Nullable LocalDate lastDay) {

	/**
	 * One time of it.
	 *
	 * @param end exclusive
	 */
	record Time(Instant start, Instant end) {

		boolean overlaps(Instant from, Instant to) {
			return this.start.isBefore(to) && this.end.isAfter(from);
		}

	}

	/** The times that touch a span, in their order. */
	List<Time> between(Instant from, Instant to) {
		List<Time> times = new ArrayList<>();
		long n = skipped(from);
		Time time = time(n);
		while (time != null && time.start().isBefore(to)) {
			if (time.overlaps(from, to)) {
				times.add(time);
			}
			n++;
			time = time(n);
		}
		return times;
	}

	/** How many come surely before an instant, so that years of them need not be made. */
	private long skipped(Instant from) {
		long days = Duration.between(this.first, from.minus(this.length)).toDays();
		return switch (this.recurrence) {
			case ONCE -> 0;
			case WEEKLY -> Math.max(0, days / 7 - 1);
			case MONTHLY -> Math.max(0, days / 31 - 1);
		};
	}

	private @Nullable Time time(long n) {
		ZonedDateTime start = this.first.atZone(AvailabilityReport.ZONE);
		ZonedDateTime begins = switch (this.recurrence) {
			case ONCE -> start;
			case WEEKLY -> start.plusWeeks(n);
			case MONTHLY -> start.plusMonths(n);
		};
		boolean isOver = (this.recurrence == Recurrence.ONCE && n > 0)
				|| (this.lastDay != null && begins.toLocalDate().isAfter(this.lastDay));
		return isOver ? null : new Time(begins.toInstant(), begins.toInstant().plus(this.length));
	}

}
