package id.tangerangkota.layanan.apikey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away what nobody needs any more. */
@Component
class SpentKeys {

	/** A year can be compared with the one before. */
	private static final Period COUNTS = Period.ofMonths(25);

	/** For questions about what a program did. */
	private static final Period CONTACTS = Period.ofYears(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	SpentKeys(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Old counts, and who was to be asked about programs that are gone. */
	@Transactional
	public void purge() {
		LocalDate today = PageClock.day(this.clock.instant());
		this.jdbc.sql("delete from apikey.use_day where day < ?").param(today.minus(COUNTS)).update();
		this.jdbc.sql("""
				update apikey.client set contact = null
				where contact is not null and (last_day < :day or revoked_at < :day)""")
			.param("day", today.minus(CONTACTS))
			.update();
	}

}
