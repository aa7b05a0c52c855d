package id.tangerangkota.layanan.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it was when it was read. Working days are the same for all agencies,
 * hours are not.
 */
final class WorkingDays {

	static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** Holds where the table has no row (decision of the city: 07.30 to 16.00). */
	private static final OfficeHours USUAL = new OfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 0));

	/**
	 * Fewer days are those somebody began with, or one of a city alone: a year has two
	 * dozen.
	 */
	private static final int WHOLE_YEAR = 10;

	private final Set<LocalDate> holidays;

	private final Map<Year, Long> perYear;

	private final List<Span> ramadan;

	private final Map<Key, OfficeHours> hours;

	WorkingDays(Set<LocalDate> holidays, List<Span> ramadan, Map<Key, OfficeHours> hours) {
		this.holidays = Set.copyOf(holidays);
		this.perYear = holidays.stream().collect(Collectors.groupingBy(Year::from, Collectors.counting()));
		this.ramadan = List.copyOf(ramadan);
		this.hours = Map.copyOf(hours);
	}

	/** Days from the first to the last, both in it. */
	record Span(LocalDate first, LocalDate last) {

		boolean contains(LocalDate day) {
			return !day.isBefore(this.first) && !day.isAfter(this.last);
		}

	}

	/** What hours are for; without an agency they are for all that have none. */
	record Key(@Nullable AgencyId agency, Season season, DayOfWeek weekday) {
	}

	boolean isWorkingDay(LocalDate day) {
		DayOfWeek weekday = day.getDayOfWeek();
		return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !this.holidays.contains(day);
	}

	/** Whether somebody entered its holidays, and not just one of them. */
	boolean isKnown(Year year) {
		return this.perYear.getOrDefault(year, 0L) >= WHOLE_YEAR;
	}

	/** The day itself or the first working day after it. */
	LocalDate workingDayFrom(LocalDate day) {
		LocalDate found = day;
		while (!isWorkingDay(found)) {
			found = found.plusDays(1);
		}
		return found;
	}

	LocalDate after(LocalDate day, int workingDays) {
		LocalDate found = day;
		for (int i = 0; i < workingDays; i++) {
			found = workingDayFrom(found.plusDays(1));
		}
		return found;
	}

	/** The agency's own hours go before the season of all others. */
	OfficeHours hours(LocalDate day, @Nullable AgencyId agency) {
		Season season = this.ramadan.stream().anyMatch((span) -> span.contains(day)) ? Season.RAMADAN : Season.ORDINARY;
		@Nullable OfficeHours own = (agency != null) ? find(agency, season, day.getDayOfWeek()) : null;
		@Nullable OfficeHours found = (own != null) ? own : find(null, season, day.getDayOfWeek());
		return (found != null) ? found : USUAL;
	}

	private @Nullable OfficeHours find(@Nullable AgencyId agency, Season season, DayOfWeek weekday) {
		@Nullable OfficeHours found = this.hours.get(new Key(agency, season, weekday));
		return (found != null) ? found : this.hours.get(new Key(agency, Season.ORDINARY, weekday));
	}

	Instant opening(LocalDate day, @Nullable AgencyId agency) {
		return day.atTime(hours(day, agency).opens()).atZone(ZONE).toInstant();
	}

	Instant closing(LocalDate day, @Nullable AgencyId agency) {
		return day.atTime(hours(day, agency).closes()).atZone(ZONE).toInstant();
	}

	/** The instant itself while the office is open, else when it opens next. */
	Instant openFrom(Instant instant, @Nullable AgencyId agency) {
		LocalDate day = workingDayFrom(dateOf(instant));
		if (!instant.isBefore(closing(day, agency))) {
			day = workingDayFrom(day.plusDays(1));
		}
		Instant opening = opening(day, agency);
		return instant.isBefore(opening) ? opening : instant;
	}

	static LocalDate dateOf(Instant instant) {
		return LocalDate.ofInstant(instant, ZONE);
	}

}
