package id.tangerangkota.layanan.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.audit.AuditSubject;
import id.tangerangkota.layanan.calendar.CalendarAct.Act;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where administrators keep holidays and office hours. What they write, no release
 * changes; each change is in the audit trail and makes deadlines be counted again.
 */
@Component
public class CalendarDesk {

	private static final String WRITE = """
			insert into calendar.holiday as h (day, kind, name, name_en, certainty, source, edited_at)
			values (:day, :kind, :name, :nameEn, :certainty, :source, :now)
			on conflict (day) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
				certainty = excluded.certainty, source = excluded.source, edited_at = excluded.edited_at,
				removed_at = null
			""";

	private final JdbcClient jdbc;

	private final CalendarChanges changes;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CalendarDesk(JdbcClient jdbc, CalendarChanges changes, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.changes = changes;
		this.events = events;
		this.clock = clock;
	}

	/** The holidays of a year by date. */
	@Transactional(readOnly = true)
	public List<HolidayEntry> holidays(Year year) {
		return this.jdbc
			.sql("select * from calendar.holiday where removed_at is null and day between ? and ? order by day")
			.param(year.atDay(1))
			.param(year.atDay(year.length()))
			.query(CalendarDesk::entry)
			.list();
	}

	/** The years that have holidays, in order. */
	@Transactional(readOnly = true)
	public List<Year> years() {
		return this.jdbc.sql("""
				select distinct cast(extract(year from day) as integer) as year from calendar.holiday
				where removed_at is null order by year""").query((row, number) -> Year.of(row.getInt("year"))).list();
	}

	@Transactional(readOnly = true)
	public Optional<Holiday> holiday(LocalDate day) {
		return this.jdbc.sql("select * from calendar.holiday where removed_at is null and day = ?")
			.param(day)
			.query(CalendarDesk::entry)
			.optional()
			.map(HolidayEntry::holiday);
	}

	/**
	 * Adds a holiday.
	 * @throws HolidayTaken if there is one on that day
	 */
	@Transactional
	public void add(Holiday holiday) {
		if (write(holiday, WRITE + "where h.removed_at is not null") == 0) {
			throw new HolidayTaken(holiday.day());
		}
		tell(Act.HOLIDAY_ADDED, holiday.day(), holiday.day(), Map.of("kind", holiday.kind().name()));
	}

	/**
	 * Changes a holiday, its day too.
	 * @param day it is on now
	 * @throws NotFound if there is none on that day
	 * @throws HolidayTaken if there is another on the new day
	 */
	@Transactional
	public void change(LocalDate day, Holiday changed) {
		boolean moves = !day.equals(changed.day());
		if (!moves) {
			if (holiday(day).isEmpty()) {
				throw new NotFound();
			}
			write(changed, WRITE);
		}
		else {
			takeAway(day);
			if (write(changed, WRITE + "where h.removed_at is not null") == 0) {
				throw new HolidayTaken(changed.day());
			}
		}
		tell(Act.HOLIDAY_EDITED, day, changed.day(),
				Map.of("kind", changed.kind().name(), "day", changed.day().toString()));
	}

	/**
	 * Removes a holiday; the office works on that day.
	 * @throws NotFound if there is none on that day
	 */
	@Transactional
	public void remove(LocalDate day) {
		takeAway(day);
		tell(Act.HOLIDAY_REMOVED, day, day, Map.of());
	}

	/**
	 * Sets hours.
	 * @param agency null for all agencies that have none of their own
	 * @param weekday Monday to Friday
	 */
	@Transactional
	public void setHours(@Nullable AgencyId agency, Season season, DayOfWeek weekday, OfficeHours hours) {
		this.jdbc.sql("""
				insert into calendar.office_hours (agency, season, weekday, opens, closes, source, edited_at)
				values (:agency, :season, :weekday, :opens, :closes, 'portal', :now)
				on conflict (agency, season, weekday) do update set opens = excluded.opens, closes = excluded.closes,
					source = excluded.source, edited_at = excluded.edited_at""")
			.param("agency", (agency != null) ? agency.code() : null)
			.param("season", season.name())
			.param("weekday", weekday.getValue())
			.param("opens", hours.opens())
			.param("closes", hours.closes())
			.param("now", timestamp())
			.update();
		hoursChanged(agency, Map.of("season", season.name(), "weekday", weekday.name(), "opens",
				hours.opens().toString(), "closes", hours.closes().toString()));
	}

	/**
	 * Lets the agency have the hours of all again; nothing happens where it has them.
	 */
	@Transactional
	public void removeHours(AgencyId agency, Season season, DayOfWeek weekday) {
		int removed = this.jdbc.sql("delete from calendar.office_hours where agency = ? and season = ? and weekday = ?")
			.param(agency.code())
			.param(season.name())
			.param(weekday.getValue())
			.update();
		if (removed > 0) {
			hoursChanged(agency, Map.of("season", season.name(), "weekday", weekday.name()));
		}
	}

	/** All office hours, those of all agencies first. */
	@Transactional(readOnly = true)
	public List<HoursEntry> hours() {
		return this.jdbc.sql("select * from calendar.office_hours order by agency nulls first, season, weekday")
			.query(CalendarDesk::hoursEntry)
			.list();
	}

	private static HoursEntry hoursEntry(ResultSet row, int number) throws SQLException {
		@Nullable String agency = row.getString("agency");
		return new HoursEntry((agency != null) ? new AgencyId(agency) : null, Season.valueOf(row.getString("season")),
				DayOfWeek.of(row.getInt("weekday")),
				new OfficeHours(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
	}

	/** Deadlines that have passed stay as they were. */
	private void hoursChanged(@Nullable AgencyId agency, Map<String, String> details) {
		LocalDate today = WorkingDays.dateOf(this.clock.instant());
		this.changes.changed(today, today.plusYears(1));
		this.events.publishEvent(new CalendarAct(Act.HOURS_CHANGED,
				new AuditSubject("office-hours", (agency != null) ? agency.code() : "-"), details));
	}

	private int write(Holiday holiday, String sql) {
		return this.jdbc.sql(sql)
			.param("day", holiday.day())
			.param("kind", holiday.kind().name())
			.param("name", holiday.name())
			.param("nameEn", holiday.nameEn())
			.param("certainty", holiday.certainty().name())
			.param("source", holiday.source())
			.param("now", timestamp())
			.update();
	}

	private void takeAway(LocalDate day) {
		int removed = this.jdbc.sql("""
				update calendar.holiday set removed_at = :now, edited_at = :now
				where day = :day and removed_at is null""").param("now", timestamp()).param("day", day).update();
		if (removed == 0) {
			throw new NotFound();
		}
	}

	private void tell(Act act, LocalDate before, LocalDate after, Map<String, String> details) {
		boolean later = after.isAfter(before);
		this.changes.changed(later ? before : after, later ? after : before);
		this.events.publishEvent(new CalendarAct(act, new AuditSubject("holiday", before.toString()), details));
	}

	private OffsetDateTime timestamp() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static HolidayEntry entry(ResultSet row, int number) throws SQLException {
		return new HolidayEntry(new Holiday(row.getObject("day", LocalDate.class),
				HolidayKind.valueOf(row.getString("kind")), row.getString("name"), row.getString("name_en"),
				Certainty.valueOf(row.getString("certainty")), row.getString("source")),
				row.getObject("edited_at") != null);
	}

}
