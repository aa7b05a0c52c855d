package id.tangerangkota.layanan.availability.result;

import java.time.LocalDate;
import java.util.List;

import id.tangerangkota.layanan.availability.check.CheckSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the tables of the days ahead, and drops those of days past the retention. */
@Component
class Partitions {

	/** So that nothing is missing after a weekend without jobs. */
	private static final int DAYS_AHEAD = 3;

	private static final Logger log = LoggerFactory.getLogger(Partitions.class);

	private final JdbcClient jdbc;

	private final CheckSettings settings;

	Partitions(JdbcClient jdbc, CheckSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Does what is due; also when it was done a moment ago. What somebody is in the way
	 * of is done the next time.
	 */
	void keep() {
		// A node whose clock is wrong would drop what is still needed.
		keep(this.jdbc.sql("select cast(now() at time zone 'UTC' as date)").query(LocalDate.class).single());
	}

	void keep(LocalDate today) {
		try {
			today.minusDays(1).datesUntil(today.plusDays(DAYS_AHEAD + 1)).forEach(this::make);
			before(today.minusDays(this.settings.retention().toDays())).forEach(this::drop);
		}
		catch (DataAccessException ex) {
			log.warn("Tables of results could not be made or dropped, which is tried again", ex);
		}
	}

	private void make(LocalDate day) {
		if (this.jdbc.sql("select availability.make_partition(?)").param(day).query(Boolean.class).single()) {
			log.info("Results of {} have a table", day);
		}
	}

	private void drop(LocalDate day) {
		this.jdbc.sql("select availability.drop_partition(?)").param(day).query((row) -> {
		});
		log.info("Results of {} are past the retention and dropped", day);
	}

	private List<LocalDate> before(LocalDate oldest) {
		return this.jdbc.sql("""
				select day
				from pg_inherits i join pg_class c on c.oid = i.inhrelid,
					to_date(substring(c.relname from '^result_(\\d{8})$'), 'YYYYMMDD') day
				where i.inhparent = 'availability.result'::regclass and day < ?
				order by day""").param(oldest).query((row, number) -> row.getObject("day", LocalDate.class)).list();
	}

}
