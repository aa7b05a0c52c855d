package id.tangerangkota.layanan.complaint.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.web.Demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Outages of the made-up past ask nothing of the desk: a case opened today for one of
 * last month would be a report nobody made.
 */
@Component
@Profile(Demo.PROFILE)
class DemoOutages {

	/** What is noticed so late did not happen while anybody looked. */
	private static final Duration LATE = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoOutages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(OutageStarted started) {
		forget(started.outage(), started.start());
	}

	@TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
	void on(OutageEnded ended) {
		forget(ended.outage(), ended.end());
	}

	/** In the transaction that wrote it down. */
	private void forget(OutageId outage, Instant at) {
		if (at.isBefore(this.clock.instant().minus(LATE))) {
			this.jdbc.sql("delete from complaint.outage_work where outage = ?").param(outage.value()).update();
		}
	}

}
