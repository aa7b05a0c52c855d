package id.tangerangkota.layanan.quality.metrics;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import id.tangerangkota.layanan.quality.ScorecardComputed;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When the daily count last came to its end, on whichever node. */
@Component
class CountRuns {

	private final JdbcClient jdbc;

	CountRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(ScorecardComputed computed) {
		this.jdbc.sql("""
				insert into quality.count_run (finished_at, changed) values (:at, :changed)
				on conflict (one) do update set finished_at = excluded.finished_at, changed = excluded.changed""")
			.param("at", Timestamp.from(computed.at()))
			.param("changed", computed.changed())
			.update();
	}

	/** Nothing before the first. */
	Optional<Instant> last() {
		return this.jdbc.sql("select finished_at from quality.count_run")
			.query((row, number) -> row.getTimestamp("finished_at").toInstant())
			.optional();
	}

}
