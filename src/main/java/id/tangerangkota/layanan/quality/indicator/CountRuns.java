package id.tangerangkota.layanan.quality.indicator;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the daily count last came to its end, on whichever node, whether or not anything
 * was different.
 */
@Component
public class CountRuns {

	private final JdbcClient jdbc;

	private final Clock clock;

	CountRuns(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Transactional
	public void ended(int changed) {
		this.jdbc.sql("""
				insert into quality.count_run (finished_at, changed) values (:at, :changed)
				on conflict (one) do update set finished_at = excluded.finished_at, changed = excluded.changed""")
			.param("at", Timestamp.from(this.clock.instant()))
			.param("changed", changed)
			.update();
	}

	/** Nothing before the first. */
	public Optional<Instant> last() {
		return this.jdbc.sql("select finished_at from quality.count_run")
			.query((row, number) -> row.getTimestamp("finished_at").toInstant())
			.optional();
	}

}
