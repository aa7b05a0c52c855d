package id.tangerangkota.layanan.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

	private static final List<Channel> CARRIED = List.of(Channel.EMAIL, Channel.WEBHOOK);

	private final MeterRegistry registry;

	private final OutboxRows rows;

	private final Clock clock;

	private final Map<Channel, Gauges> gauges = new EnumMap<>(Channel.class);

	OutboxMeters(MeterRegistry registry, OutboxRows rows, Clock clock) {
		this.registry = registry;
		this.rows = rows;
		this.clock = clock;
		// From zero on, or the first one would not be seen as an increase.
		for (Kind kind : Kind.values()) {
			register(kind.name(), Channel.EMAIL);
		}
		for (HappeningKind kind : HappeningKind.values()) {
			CARRIED.forEach((channel) -> register(kind.name(), channel));
		}
		CARRIED.forEach((channel) -> this.gauges.put(channel, new Gauges(registry, channel)));
	}

	/** How much waits in one channel. */
	private static final class Gauges {

		private volatile double waiting = Double.NaN;

		private volatile double oldest = Double.NaN;

		Gauges(MeterRegistry registry, Channel channel) {
			Gauge.builder("layanan.outbox.waiting", this, (gauges) -> gauges.waiting)
				.tag("channel", channel.tag())
				.description("Messages that wait to be sent")
				.register(registry);
			Gauge.builder("layanan.outbox.oldest", this, (gauges) -> gauges.oldest)
				.tag("channel", channel.tag())
				.description("How long the first of those has waited that are due or failed, 0 when there is none")
				.baseUnit("seconds")
				.register(registry);
		}

		void set(double waiting, double oldest) {
			this.waiting = waiting;
			this.oldest = oldest;
		}

	}

	private void register(String kind, Channel channel) {
		for (Outcome outcome : Outcome.values()) {
			counter(kind, channel, outcome);
		}
	}

	void count(String kind, Channel channel, Outcome outcome, int messages) {
		counter(kind, channel, outcome).increment(messages);
	}

	private Counter counter(String kind, Channel channel, Outcome outcome) {
		return Counter.builder(ENDED)
			.tag("kind", kind.toLowerCase(Locale.ROOT))
			.tag("channel", channel.tag())
			.tag("outcome", outcome.tag())
			.description("Messages by how they or one attempt at them ended")
			.register(this.registry);
	}

	@Scheduled(fixedDelayString = "15s")
	void measure() {
		try {
			Instant now = this.clock.instant();
			List<OutboxRows.Waiting> waiting = this.rows.waiting(now);
			this.gauges.forEach((channel, gauge) -> gauge.set(0, 0));
			waiting.forEach((found) -> set(found, now));
		}
		catch (DataAccessException | TransactionException ex) {
			// Unknown, which readiness tells already.
			this.gauges.values().forEach((gauge) -> gauge.set(Double.NaN, Double.NaN));
		}
	}

	private void set(OutboxRows.Waiting found, Instant now) {
		Gauges gauge = this.gauges.get(found.channel());
		Instant first = found.oldest();
		if (gauge != null) {
			gauge.set(found.count(), (first != null) ? Duration.between(first, now).toMillis() / 1000.0 : 0);
		}
	}

}
