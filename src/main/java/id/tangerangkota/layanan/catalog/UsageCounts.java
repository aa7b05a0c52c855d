package id.tangerangkota.layanan.catalog;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * Daily counts of use. They gather in memory and are written every few seconds, so that a
 * crowd on one service does not queue for one row.
 */
@Component
class UsageCounts implements DisposableBean {

	/** The city's days. */
	private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

	/** Beyond this, somebody is trying: new things wait for the next write. */
	private static final int MOST_GATHERED = 20_000;

	private static final Logger log = LoggerFactory.getLogger(UsageCounts.class);

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final Map<Counted, Long> gathered = new ConcurrentHashMap<>();

	UsageCounts(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	enum Kind {

		WORD_ASKED("""
				insert into catalog.word_asked as c (day, word, asked) values (?, ?, ?)
				on conflict (day, word) do update set asked = c.asked + excluded.asked"""),

		WORD_UNANSWERED("""
				insert into catalog.word_unanswered as c (day, word, asked) values (?, ?, ?)
				on conflict (day, word) do update set asked = c.asked + excluded.asked"""),

		SERVICE_OPENED("""
				insert into catalog.opening as c (day, service_id, opened)
				select cast(day as date), s.id, opened from (values (?, cast(? as uuid), ?)) as v (day, id, opened)
				join catalog.service s on s.id = v.id
				on conflict (day, service_id) do update set opened = c.opened + excluded.opened""");

		private final String sql;

		Kind(String sql) {
			this.sql = sql;
		}

	}

	private record Counted(Kind kind, LocalDate day, String what) {
	}

	void add(Kind kind, String what) {
		if (this.gathered.size() < MOST_GATHERED) {
			this.gathered.merge(new Counted(kind, LocalDate.now(this.clock.withZone(ZONE)), what), 1L, Long::sum);
		}
	}

	@Scheduled(fixedDelayString = "${layanan.catalog.usage-write-interval:10s}")
	void write() {
		Map<Kind, Map<Counted, Long>> taken = new EnumMap<>(Kind.class);
		for (Counted counted : List.copyOf(this.gathered.keySet())) {
			Long count = this.gathered.remove(counted);
			if (count != null) {
				taken.computeIfAbsent(counted.kind(), (kind) -> new HashMap<>()).put(counted, count);
			}
		}
		taken.forEach(this::write);
	}

	private void write(Kind kind, Map<Counted, Long> counts) {
		List<Object[]> rows = new ArrayList<>();
		counts
			.forEach((counted, count) -> rows.add(new Object[] { Date.valueOf(counted.day()), counted.what(), count }));
		try {
			this.jdbc.batchUpdate(kind.sql, rows);
		}
		catch (DataAccessException | TransactionException ex) {
			// Counts are worth a later try, not an error page: the database is being
			// looked after.
			log.warn("Counts of use wait for the database: {}", ex.getClass().getSimpleName());
			counts.forEach((counted, count) -> this.gathered.merge(counted, count, Long::sum));
		}
	}

	@Override
	public void destroy() {
		write();
	}

}
