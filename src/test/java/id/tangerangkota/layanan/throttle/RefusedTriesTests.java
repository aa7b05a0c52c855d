package id.tangerangkota.layanan.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import id.tangerangkota.layanan.web.testing.SetClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedTriesTests {

	private static final Instant MINUTE = Instant.parse("2026-11-23T03:42:00Z");

	private final SetClock clock = new SetClock(Instant.parse("2026-11-23T03:42:10Z"));

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final List<Object> events = new ArrayList<>();

	private final RefusedTries refused = new RefusedTries(this.events::add, this.meters, this.clock);

	@Test
	void tellsAMinuteWhenItIsOver() {
		this.refused.add("a");
		this.refused.add("b");
		this.refused.add("a");
		this.refused.publishMinutesThatAreOver();
		assertThat(this.events).isEmpty();
		this.clock.advance(Duration.ofSeconds(50));
		this.refused.add("a");
		this.refused.publishMinutesThatAreOver();
		assertThat(this.events).containsExactlyInAnyOrder(new Refusals("a", 2, MINUTE), new Refusals("b", 1, MINUTE));
		this.refused.publishMinutesThatAreOver();
		assertThat(this.events).hasSize(2);
		this.clock.advance(Duration.ofMinutes(1));
		this.refused.publishMinutesThatAreOver();
		assertThat(this.events).hasSize(3).contains(new Refusals("a", 1, MINUTE.plusSeconds(60)));
	}

	@Test
	void countsForTheMetrics() {
		this.refused.add("a");
		this.refused.add("a");
		this.refused.add("b");
		assertThat(this.meters.get("layanan.throttle.refused").tag("limit", "a").counter().count()).isEqualTo(2);
		assertThat(this.meters.get("layanan.throttle.refused").tag("limit", "b").counter().count()).isEqualTo(1);
	}

	@Test
	void triesAgainWhenNobodyCouldListen() {
		List<Object> heard = new ArrayList<>();
		RefusedTries troubled = new RefusedTries((event) -> {
			if (heard.isEmpty()) {
				heard.add("trouble");
				throw new IllegalStateException("Database down");
			}
			heard.add(event);
		}, this.meters, this.clock);
		troubled.add("a");
		this.clock.advance(Duration.ofMinutes(1));
		troubled.publishMinutesThatAreOver();
		troubled.publishMinutesThatAreOver();
		assertThat(heard).containsExactly("trouble", new Refusals("a", 1, MINUTE));
	}

	@Test
	void tellsTheRestWhenThePortalStops() {
		List<Refusals> heard;
		try (AnnotationConfigApplicationContext portal = new AnnotationConfigApplicationContext()) {
			portal.registerBean(MeterRegistry.class, () -> this.meters);
			portal.registerBean(Clock.class, () -> this.clock);
			portal.register(RefusedTries.class, Listener.class);
			portal.refresh();
			heard = portal.getBean(Listener.class).heard;
			portal.getBean(RefusedTries.class).add("a");
			assertThat(heard).isEmpty();
		}
		assertThat(heard).containsExactly(new Refusals("a", 1, MINUTE));
	}

	static class Listener {

		private final List<Refusals> heard = new ArrayList<>();

		@EventListener
		void on(Refusals event) {
			this.heard.add(event);
		}

	}

}
