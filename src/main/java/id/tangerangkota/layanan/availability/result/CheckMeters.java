package id.tangerangkota.layanan.availability.result;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

import id.tangerangkota.layanan.availability.probe.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of checks on this node. */
class CheckMeters {

	private static final Logger log = LoggerFactory.getLogger(CheckMeters.class);

	private final Map<Outcome, Counter> results = new EnumMap<>(Outcome.class);

	private final Map<Loss, Counter> lost = new EnumMap<>(Loss.class);

	private final Counter voidRounds;

	private final Timer lag;

	private final MeterRegistry registry;

	/** When losses were last written to the log, so that many are one line. */
	private long logged;

	CheckMeters(MeterRegistry registry) {
		this.registry = registry;
		// From zero on, or the first one would not be seen as an increase.
		for (Outcome outcome : Outcome.values()) {
			this.results.put(outcome,
					Counter.builder("layanan.availability.results")
						.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
						.description("Results stored, by outcome")
						.register(registry));
		}
		for (Loss loss : Loss.values()) {
			this.lost.put(loss,
					Counter.builder("layanan.availability.lost")
						.tag("reason", loss.tag())
						.description("Results that could not be stored")
						.register(registry));
		}
		this.voidRounds = Counter.builder("layanan.availability.void.rounds")
			.description("Moments in which the canaries failed, too")
			.register(registry);
		this.lag = Timer.builder("layanan.availability.lag")
			.description("How much later than planned checks started")
			.publishPercentileHistogram()
			.minimumExpectedValue(Duration.ofMillis(1))
			.maximumExpectedValue(Duration.ofSeconds(10))
			.register(registry);
	}

	void stored(Finding finding) {
		counter(this.results, finding.outcome()).increment();
		if (finding.outcome() != Outcome.BLIND) {
			this.lag.record(Duration.ofMillis(Math.max(0, finding.result().lagMillis())));
		}
	}

	synchronized void lost(Loss why, int results) {
		counter(this.lost, why).increment(results);
		long now = System.nanoTime();
		if (this.logged == 0 || now - this.logged > Duration.ofSeconds(10).toNanos()) {
			this.logged = now;
			log.warn("Results are lost: {}", why);
		}
	}

	void voidRound() {
		this.voidRounds.increment();
	}

	/** Shows what a node holds. */
	void watch(IntSupplier shards, IntSupplier waiting) {
		Gauge.builder("layanan.availability.shards", shards::getAsInt)
			.description("Shards this node looks at")
			.register(this.registry);
		Gauge.builder("layanan.availability.waiting", waiting::getAsInt)
			.description("Results that wait for the database")
			.register(this.registry);
	}

	private static <K extends Enum<K>> Counter counter(Map<K, Counter> counters, K key) {
		return Objects.requireNonNull(counters.get(key));
	}

}
