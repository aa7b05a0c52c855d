package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.result.CheckResults;
import id.tangerangkota.layanan.availability.web.WatchedServices.Watched;
import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ServiceMetersTests {

	private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final AvailabilityReport report = mock();

	private final WatchedServices services = mock();

	private final CheckResults results = mock();

	private final Clock clock = mock();

	private final List<Watched> watched = new ArrayList<>();

	@BeforeEach
	void bind() {
		given(this.clock.instant()).willReturn(NOW);
		given(this.report.overview()).willReturn(new Overview(
				Map.of(ServiceState.DEGRADED, 1, ServiceState.DOWN, 1, ServiceState.UNKNOWN, 1), Map.of(), 3, 0, 206));
		given(this.services.list(anyInt())).willReturn(this.watched);
		new ServiceMeters(this.report, this.services, this.results, this.clock).bindTo(this.registry);
	}

	@Test
	void tellDegradedFromUpAndUnknownFromNothing() {
		ServiceId slow = add("lambat", ServiceState.DEGRADED);
		add("rusak", ServiceState.DOWN);
		add("entah", ServiceState.UNKNOWN);
		given(this.results.latestP95()).willReturn(Map.of(slow, 1500, ScriptedChecks.service(), 9));
		assertThat(count("down")).isEqualTo(1);
		assertThat(count("up")).isZero();
		assertThat(series("layanan.availability.service.up", "service")).isEqualTo(Map.of("lambat", 1.0, "rusak", 0.0));
		assertThat(series("layanan.availability.service.state", "service", "state"))
			.isEqualTo(Map.of("lambat degraded", 1.0, "rusak down", 1.0, "entah unknown", 1.0));
		assertThat(series("layanan.availability.service.response", "service")).isEqualTo(Map.of("lambat", 1.5));
	}

	@Test
	void forgetTheStateThatWasAndAskSeldom() {
		add("rusak", ServiceState.DOWN);
		count("down");
		this.watched.clear();
		add("rusak", ServiceState.UP);
		count("down");
		assertThat(series("layanan.availability.service.state", "state")).containsOnlyKeys("down");
		given(this.clock.instant()).willReturn(NOW.plus(Duration.ofSeconds(11)));
		count("down");
		assertThat(series("layanan.availability.service.state", "state")).containsOnlyKeys("up");
	}

	private double count(String state) {
		return this.registry.get("layanan.availability.services").tag("state", state).gauge().value();
	}

	private Map<String, Double> series(String name, String... tags) {
		return this.registry.find(name)
			.gauges()
			.stream()
			.collect(Collectors.toMap(
					(gauge) -> String.join(" ",
							Arrays.stream(tags).map((tag) -> String.valueOf(gauge.getId().getTag(tag))).toList()),
					Gauge::value));
	}

	private ServiceId add(String slug, ServiceState state) {
		ServiceId id = ScriptedChecks.service();
		this.watched.add(new Watched(new ServiceSummary(id, slug, ServiceKind.WEBSITE, slug, slug, null, null, null,
				null, null, List.of(), Lifecycle.ACTIVE, null, List.of()), new CurrentState(id, state, NOW, null)));
		return id;
	}

}
