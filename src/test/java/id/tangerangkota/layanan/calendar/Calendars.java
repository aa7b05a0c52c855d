package id.tangerangkota.layanan.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingDays.Key;
import id.tangerangkota.layanan.calendar.WorkingDays.Span;

/** Calendars made for a test. */
final class Calendars {

	static final AgencyId HOSPITAL = new AgencyId("rsud");

	private static final LocalDate EPOCH = LocalDate.of(2026, 1, 1);

	private static final int DAYS = 1200;

	private Calendars() {
	}

	static WorkingCalendar with(String... holidays) {
		WorkingDays days = days(Arrays.stream(holidays).map(LocalDate::parse).collect(Collectors.toSet()));
		return new WorkingCalendar(() -> days);
	}

	/** With the hours the portal brings along. */
	static WorkingDays days(Set<LocalDate> holidays) {
		Map<Key, OfficeHours> hours = new HashMap<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			boolean friday = day == DayOfWeek.FRIDAY;
			hours.put(new Key(null, Season.ORDINARY, day), hours("07:30", friday ? "16:30" : "16:00"));
			hours.put(new Key(null, Season.RAMADAN, day), hours("08:00", friday ? "15:30" : "15:00"));
		}
		hours.put(new Key(HOSPITAL, Season.ORDINARY, DayOfWeek.MONDAY), hours("07:00", "20:00"));
		return new WorkingDays(holidays, List.of(new Span(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 20)),
				new Span(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 3, 9))), hours);
	}

	private static OfficeHours hours(String opens, String closes) {
		return new OfficeHours(LocalTime.parse(opens), LocalTime.parse(closes));
	}

	/** Between none and a fifth of all days. */
	static Set<LocalDate> holidays(Random random) {
		Set<LocalDate> holidays = new HashSet<>();
		int count = random.nextInt(DAYS / 5);
		for (int i = 0; i < count; i++) {
			holidays.add(EPOCH.plusDays(random.nextInt(DAYS)));
		}
		return holidays;
	}

	static Instant instant(Random random) {
		return EPOCH.atStartOfDay(WorkingDays.ZONE).toInstant().plusSeconds(random.nextInt(2 * 365 * 24 * 3600));
	}

	static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(WorkingDays.ZONE).toInstant();
	}

}
