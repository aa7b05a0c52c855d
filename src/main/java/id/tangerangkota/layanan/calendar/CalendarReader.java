package id.tangerangkota.layanan.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.WorkingDays.Key;
import id.tangerangkota.layanan.calendar.WorkingDays.Span;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the calendar out of the database. */
@Component
class CalendarReader {

	private final JdbcClient jdbc;

	CalendarReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counted up with every change. */
	long revision() {
		return this.jdbc.sql("select number from calendar.revision").query(Long.class).single();
	}

	WorkingDays read() {
		Set<LocalDate> holidays = new HashSet<>(
				this.jdbc.sql("select day from calendar.holiday where removed_at is null")
					.query(LocalDate.class)
					.list());
		List<Span> ramadan = this.jdbc.sql("select first_day, last_day from calendar.ramadan")
			.query((row, number) -> new Span(row.getObject("first_day", LocalDate.class),
					row.getObject("last_day", LocalDate.class)))
			.list();
		Map<Key, OfficeHours> hours = new HashMap<>();
		this.jdbc.sql("select agency, season, weekday, opens, closes from calendar.office_hours")
			.query((row, number) -> hours.put(key(row),
					new OfficeHours(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class))))
			.list();
		return new WorkingDays(holidays, ramadan, hours);
	}

	private static Key key(ResultSet row) throws SQLException {
		@Nullable String agency = row.getString("agency");
		return new Key((agency != null) ? new AgencyId(agency) : null, Season.valueOf(row.getString("season")),
				DayOfWeek.of(row.getInt("weekday")));
	}

}
