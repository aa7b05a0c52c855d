package id.tangerangkota.layanan.calendar;

import java.time.LocalDate;

import id.tangerangkota.layanan.postgres.ReferenceData;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModuleInitializer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads what a release knows of holidays and hours; what people edited stays. */
@Component
class CalendarData implements ApplicationModuleInitializer {

	/** A day that moved in the decree leaves its old place, in the years of the file. */
	private static final String MOVED = """
			delete from calendar.holiday h
			using (select array_agg(cast(r.day as date)) as days, array_agg(extract(year from cast(r.day as date))) as years
				from jsonb_to_recordset(cast(:rows as jsonb)) as r (day text)) source
			where h.source_hash is not null and h.edited_at is null
				and extract(year from h.day) = any (source.years) and not h.day = any (source.days)
			""";

	private static final String HOLIDAYS = """
			insert into calendar.holiday as h (day, kind, name, name_en, certainty, source, source_hash)
			select day, kind, name, name_en, certainty, source, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (day date, kind text, name text, name_en text,
				certainty text, source text, source_hash text)
			on conflict (day) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
				certainty = excluded.certainty, source = excluded.source, source_hash = excluded.source_hash
			where h.edited_at is null and h.source_hash <> excluded.source_hash
			""";

	private static final String RAMADAN = """
			insert into calendar.ramadan as m (hijri_year, first_day, last_day, certainty, source, source_hash)
			select hijri_year, first_day, last_day, certainty, source, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (hijri_year integer, first_day date, last_day date,
				certainty text, source text, source_hash text)
			on conflict (hijri_year) do update set first_day = excluded.first_day, last_day = excluded.last_day,
				certainty = excluded.certainty, source = excluded.source, source_hash = excluded.source_hash
			where m.edited_at is null and m.source_hash <> excluded.source_hash
			""";

	private static final String HOURS = """
			insert into calendar.office_hours as h (season, weekday, opens, closes, source, source_hash)
			select season, weekday, opens, closes, source, source_hash
			from jsonb_to_recordset(cast(:rows as jsonb)) as r (season text, weekday smallint, opens time, closes time,
				source text, source_hash text)
			on conflict (agency, season, weekday) do update set opens = excluded.opens, closes = excluded.closes,
				source = excluded.source, source_hash = excluded.source_hash
			where h.edited_at is null and h.source_hash <> excluded.source_hash
			""";

	private final ReferenceData data;

	private final JdbcClient jdbc;

	private final CalendarChanges changes;

	private final TransactionTemplate transaction;

	CalendarData(ReferenceData data, JdbcClient jdbc, CalendarChanges changes, TransactionTemplate transaction) {
		this.data = data;
		this.jdbc = jdbc;
		this.changes = changes;
		this.transaction = transaction;
	}

	@Override
	public void initialize() {
		this.transaction.executeWithoutResult((status) -> {
			this.data.lock();
			ClassPathResource holidays = new ClassPathResource("data/calendar/holidays.csv");
			int changed = this.data.merge(holidays, MOVED) + this.data.merge(holidays, HOLIDAYS)
					+ this.data.merge(new ClassPathResource("data/calendar/ramadan.csv"), RAMADAN)
					+ this.data.merge(new ClassPathResource("data/calendar/office-hours.csv"), HOURS);
			if (changed > 0) {
				tell();
			}
		});
	}

	private void tell() {
		this.jdbc.sql("select min(day) as first_day, max(day) as last_day from calendar.holiday").query((row) -> {
			this.changes.changed(row.getObject("first_day", LocalDate.class),
					row.getObject("last_day", LocalDate.class));
		});
	}

}
