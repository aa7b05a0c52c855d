package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.result.CheckResults;
import id.tangerangkota.layanan.catalog.ServiceId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * States and speed of services for Prometheus. Asked of the database when somebody
 * collects them, at most every ten seconds; alike on all nodes. A service that begins to
 * be looked at appears with the next collection.
 */
@Component
class ServiceMeters implements MeterBinder {

	/** A series for each; more would be a burden for whoever collects them. */
	private static final int MOST = 500;

	private static final Duration FRESH = Duration.ofSeconds(10);

	private final AvailabilityReport report;

	private final WatchedServices services;

	private final CheckResults results;

	private final Clock clock;

	private Map<ServiceState, Integer> counts = Map.of();

	private Instant asked = Instant.EPOCH;

	ServiceMeters(AvailabilityReport report, WatchedServices services, CheckResults results, Clock clock) {
		this.report = report;
		this.services = services;
		this.results = results;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		MultiGauge up = MultiGauge.builder("layanan.availability.service.up")
			.description(
					"1 for a service people can use, if slowly or in part, 0 for one that is down; no series where nobody can say")
			.register(registry);
		MultiGauge now = MultiGauge.builder("layanan.availability.service.state")
			.description(
					"1 for the state each service is in; no series for other states, and none where no check looks")
			.register(registry);
		MultiGauge speed = MultiGauge.builder("layanan.availability.service.response")
			.description(
					"Within which time 95 of 100 answers of a service came, in the last minutes that are summed up")
			.baseUnit("seconds")
			.register(registry);
		for (ServiceState state : ServiceState.values()) {
			Gauge.builder("layanan.availability.services", () -> count(state, up, now, speed))
				.tag("state", Words.code(state))
				.description("Services in each state")
				.register(registry);
		}
	}

	/** Whoever asks for the first of them brings all up to date. */
	private synchronized int count(ServiceState state, MultiGauge up, MultiGauge now, MultiGauge speed) {
		Instant instant = this.clock.instant();
		if (instant.isAfter(this.asked.plus(FRESH))) {
			this.asked = instant;
			Overview overview = this.report.overview();
			this.counts = new EnumMap<>(overview.services());
			Map<ServiceId, String> slugs = new HashMap<>();
			List<WatchedServices.Watched> watched = this.services.list(MOST);
			watched.forEach((one) -> slugs.put(one.id(), one.service().slug()));
			up.register(watched.stream()
				.filter((one) -> one.current().state().counts())
				.map((one) -> MultiGauge.Row.of(Tags.of("service", one.service().slug()),
						one.current().state().isUp() ? 1 : 0))
				.toList(), true);
			now.register(watched.stream()
				.map((one) -> MultiGauge.Row
					.of(Tags.of("service", one.service().slug(), "state", Words.code(one.current().state())), 1))
				.toList(), true);
			speed.register(this.results.latestP95()
				.entrySet()
				.stream()
				.filter((entry) -> slugs.containsKey(entry.getKey()))
				.map((entry) -> MultiGauge.Row.of(Tags.of("service", String.valueOf(slugs.get(entry.getKey()))),
						entry.getValue() / 1000.0))
				.toList(), true);
		}
		return this.counts.getOrDefault(state, 0);
	}

}
