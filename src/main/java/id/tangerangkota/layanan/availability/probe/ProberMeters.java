package id.tangerangkota.layanan.availability.probe;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/** How checks go, for whoever watches this node. */
final class ProberMeters {

	private static final String PREFIX = "layanan.availability.probe.";

	private final MeterRegistry registry;

	private final Timer lag;

	private final Timer delay;

	private final Map<Kind, Counter> results = new ConcurrentHashMap<>();

	private record Kind(Outcome outcome, @Nullable Cause cause) {

	}

	ProberMeters(MeterRegistry registry, Admission admission) {
		this.registry = registry;
		Gauge.builder(PREFIX + "in.flight", admission, Admission::running)
			.description("Checks under way")
			.register(registry);
		Gauge.builder(PREFIX + "waiting", admission, Admission::waiting)
			.description("Checks that wait for a place")
			.register(registry);
		this.lag = Timer.builder(PREFIX + "lag")
			.description("How much later than planned checks start")
			.publishPercentiles(0.5, 0.99)
			.register(registry);
		this.delay = Timer.builder(PREFIX + "delay")
			.description("How late the threads of checks look after them")
			.register(registry);
	}

	void delayed(long nanos) {
		this.delay.record(nanos, TimeUnit.NANOSECONDS);
	}

	void ended(Result result) {
		this.lag.record(result.lagMillis(), TimeUnit.MILLISECONDS);
		this.results.computeIfAbsent(new Kind(result.outcome(), result.cause()), this::counter).increment();
	}

	private Counter counter(Kind kind) {
		Cause cause = kind.cause();
		return Counter.builder(PREFIX + "results")
			.description("Results of checks")
			.tag("outcome", kind.outcome().name().toLowerCase(Locale.ROOT))
			.tag("cause", (cause != null) ? cause.name().toLowerCase(Locale.ROOT) : "none")
			.register(this.registry);
	}

}
