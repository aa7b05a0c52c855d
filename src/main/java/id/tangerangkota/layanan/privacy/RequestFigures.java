package id.tangerangkota.layanan.privacy;

import java.sql.Timestamp;
import java.time.LocalDate;

import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts requests about personal data by the day. */
@Service
public class RequestFigures {

	private final JdbcClient jdbc;

	RequestFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Requests whose 72 hours were decided: answered in time, or over. */
	public record Decided(long inTime, long all) {
	}

	/** Of a day of the city; what people settle by themselves takes no time. */
	public Decided decided(LocalDate day) {
		return this.jdbc.sql("""
				select count(*) filter (where answered_at <= due_at) as in_time, count(*) as all
				from privacy.request
				where (state = 'OPEN' or handled_by is not null)
					and least(answered_at, due_at) >= :from and least(answered_at, due_at) < :to""")
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query((row, number) -> new Decided(row.getLong("in_time"), row.getLong("all")))
			.single();
	}

}
