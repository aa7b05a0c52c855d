package id.tangerangkota.layanan.availability.result;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import id.tangerangkota.layanan.availability.check.CheckSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private final Clock clock;

	Partitions(JdbcClient jdbc, CheckSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	/** Does what is due; also when it was done a moment ago. */
	void keep() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		int before = count();
		this.jdbc.sql("select availability.keep_partitions(:today, :ahead, :oldest)")
			.param("today", today)
			.param("ahead", DAYS_AHEAD)
			.param("oldest", today.minusDays(this.settings.retention().toDays()))
			.query((row) -> {
			});
		int now = count();
		if (now != before) {
			log.info("Results have tables for {} days, before {}", now, before);
		}
	}

	private int count() {
		return this.jdbc.sql("select count(*) from pg_inherits where inhparent = 'availability.result'::regclass")
			.query(Integer.class)
			.single();
	}

}
