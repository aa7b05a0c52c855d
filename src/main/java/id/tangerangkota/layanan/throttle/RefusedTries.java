package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what was refused, and tells it by the minute. */
@Component
class RefusedTries implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RefusedTries.class);

	private final ApplicationEventPublisher events;

	private final MeterRegistry meters;

	private final Clock clock;

	private final Map<Counted, Long> counts = new ConcurrentHashMap<>();

	private volatile boolean running;

	RefusedTries(ApplicationEventPublisher events, MeterRegistry meters, Clock clock) {
		this.events = events;
		this.meters = meters;
		this.clock = clock;
	}

	private record Counted(String limit, Instant minute) {
	}

	void add(String limit) {
		this.meters.counter("layanan.throttle.refused", "limit", limit).increment();
		this.counts.merge(new Counted(limit, thisMinute()), 1L, Long::sum);
	}

	@Scheduled(cron = "1 * * * * *")
	void publishMinutesThatAreOver() {
		publishBefore(thisMinute());
	}

	private void publishBefore(Instant minute) {
		for (Counted counted : List.copyOf(this.counts.keySet())) {
			if (counted.minute().isBefore(minute)) {
				Long count = this.counts.remove(counted);
				if (count != null) {
					publish(counted, count);
				}
			}
		}
	}

	private void publish(Counted counted, long count) {
		try {
			this.events.publishEvent(new Refusals(counted.limit(), count, counted.minute()));
		}
		catch (RuntimeException ex) {
			logger.warn("{} refusals of {} wait to be recorded: {}", count, counted.limit(),
					ex.getClass().getSimpleName());
			this.counts.merge(counted, count, Long::sum);
		}
	}

	private Instant thisMinute() {
		return this.clock.instant().truncatedTo(ChronoUnit.MINUTES);
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** The rest, while listeners and database are still there. */
	@Override
	public void stop() {
		this.running = false;
		publishBefore(Instant.MAX);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Ends after the web server, which refuses until then. */
	@Override
	public int getPhase() {
		return 0;
	}

}
