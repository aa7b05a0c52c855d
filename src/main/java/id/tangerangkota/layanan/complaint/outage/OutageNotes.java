package id.tangerangkota.layanan.complaint.outage;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes outages that begin or end, in the transaction that records them, so that nothing
 * is lost with a node. The work is done later: checks must not wait for complaints.
 */
@Component
class OutageNotes {

	private static final String STARTED = "STARTED";

	private static final String ENDED = "ENDED";

	private final JdbcClient jdbc;

	private final Clock clock;

	OutageNotes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(OutageStarted started) {
		note(started.outage(), started.service(), STARTED, started.start(), null, null);
	}

	@EventListener
	void on(OutageEnded ended) {
		note(ended.outage(), ended.service(), ENDED, ended.start(), ended.end(), ended.then());
	}

	private void note(OutageId outage, ServiceId service, String kind, Instant start, @Nullable Instant end,
			@Nullable ServiceState then) {
		this.jdbc.sql("""
				insert into complaint.outage_work (outage, service, kind, start, ends, state_after, next_at)
				values (:outage, :service, :kind, :start, :ends, :then, :now)
				on conflict (outage, kind) do nothing""")
			.param("outage", outage.value())
			.param("service", service.value())
			.param("kind", kind)
			.param("start", Timestamp.from(start))
			.param("ends", (end != null) ? Timestamp.from(end) : null)
			.param("then", (then != null) ? then.name() : null)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
