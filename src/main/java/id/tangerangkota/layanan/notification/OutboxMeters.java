package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts what becomes of messages, and how many wait. Every node measures what waits by
 * itself and tells the same, so take the greatest.
 */
@Component
class OutboxMeters {

	private static final String ENDED = "layanan.outbox.sent";

	private final MeterRegistry registry;

	private final OutboxRows rows;

	private final Clock clock;

	private volatile double waiting = Double.NaN;

	private volatile double oldest = Double.NaN;

	OutboxMeters(MeterRegistry registry, OutboxRows rows, Clock clock) {
		this.registry = registry;
		this.rows = rows;
		this.clock = clock;
		// From zero on, or the first one would not be seen as an increase.
		for (Kind kind : Kind.values()) {
			for (Outcome outcome : Outcome.values()) {
				counter(kind.name(), outcome);
			}
		}
		Gauge.builder("layanan.outbox.waiting", this, (meters) -> meters.waiting)
			.description("Messages that wait to be sent")
			.register(registry);
		Gauge.builder("layanan.outbox.oldest", this, (meters) -> meters.oldest)
			.description("How long the first of them has waited, 0 when none does")
			.baseUnit("seconds")
			.register(registry);
	}

	void count(String kind, Outcome outcome, int messages) {
		counter(kind, outcome).increment(messages);
	}

	private Counter counter(String kind, Outcome outcome) {
		return Counter.builder(ENDED)
			.tag("kind", kind.toLowerCase(Locale.ROOT))
			.tag("outcome", outcome.tag())
			.description("Messages by how they or one attempt at them ended")
			.register(this.registry);
	}

	@Scheduled(fixedDelayString = "15s")
	void measure() {
		try {
			OutboxRows.Waiting now = this.rows.waiting();
			Instant first = now.oldest();
			this.waiting = now.count();
			this.oldest = (first != null) ? Duration.between(first, this.clock.instant()).toMillis() / 1000.0 : 0;
		}
		catch (DataAccessException | TransactionException ex) {
			// Unknown, which readiness tells already.
			this.waiting = Double.NaN;
			this.oldest = Double.NaN;
		}
	}

}
