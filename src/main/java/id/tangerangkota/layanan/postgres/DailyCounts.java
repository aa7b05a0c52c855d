package id.tangerangkota.layanan.postgres;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts of days of the city. They gather in memory and are written every few seconds, so
 * that whoever is counted waits for nothing, and a crowd does not queue for one row.
 */
@Component
public class DailyCounts implements DisposableBean {

	/** The city's days. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** Beyond this, somebody is trying: new things wait for the next write. */
	private static final int MOST_GATHERED = 20_000;

	private static final Logger log = LoggerFactory.getLogger(DailyCounts.class);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final Map<Counted, Long> gathered = new ConcurrentHashMap<>();

	DailyCounts(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Counted(String sql, LocalDate day, List<Object> what) {
	}

	/** One more of something today. */
	public void add(String sql, Object... what) {
		add(today(), sql, 1, what);
	}

	/**
	 * More of something.
	 * @param sql adds to a row: its parameters are the day, what is counted, and how many
	 */
	public void add(LocalDate day, String sql, long many, Object... what) {
		if (this.gathered.size() < MOST_GATHERED) {
			this.gathered.merge(new Counted(sql, day, List.of(what)), many, Long::sum);
		}
	}

	/** The day of the city. */
	public LocalDate today() {
		return LocalDate.now(this.clock.withZone(ZONE));
	}

	/** Writes what has gathered. */
	@Scheduled(fixedDelayString = "${layanan.counts.write-interval:10s}")
	public void write() {
		Map<String, Map<Counted, Long>> taken = new HashMap<>();
		for (Counted counted : List.copyOf(this.gathered.keySet())) {
			Long count = this.gathered.remove(counted);
			if (count != null) {
				taken.computeIfAbsent(counted.sql(), (sql) -> new HashMap<>()).put(counted, count);
			}
		}
		taken.forEach(this::write);
	}

	private void write(String sql, Map<Counted, Long> counts) {
		List<Object[]> rows = new ArrayList<>();
		counts.forEach((counted, count) -> {
			List<Object> row = new ArrayList<>();
			row.add(Date.valueOf(counted.day()));
			row.addAll(counted.what());
			row.add(count);
			rows.add(row.toArray());
		});
		try {
			this.jdbc.batchUpdate(sql, rows);
		}
		catch (DataAccessException | TransactionException ex) {
			// Counts are worth a later try, not an error page: the database is being
			// looked after.
			log.warn("Daily counts wait for the database: {}", ex.getClass().getSimpleName());
			counts.forEach((counted, count) -> this.gathered.merge(counted, count, Long::sum));
		}
	}

	@Override
	public void destroy() {
		write();
	}

}
