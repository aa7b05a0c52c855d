package id.tangerangkota.layanan.postgres.cluster;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SharedTimeConfiguration {

	@Bean
	ClockOffset clockOffset(JdbcClient jdbc, Clock clock) {
		return new ClockOffset(jdbc, clock);
	}

	@Bean
	ClockHealth clockHealthIndicator(ClockOffset offset) {
		return new ClockHealth(offset);
	}

	@Bean
	MeterBinder clockOffsetGauge(ClockOffset clock) {
		return (registry) -> Gauge.builder("layanan.clock.offset", clock, SharedTimeConfiguration::seconds)
			.description("How far this node's clock is ahead of the database's")
			.baseUnit("seconds")
			.register(registry);
	}

	private static double seconds(ClockOffset clock) {
		Duration offset = clock.offset();
		return (offset != null) ? offset.toMillis() / 1000.0 : Double.NaN;
	}

}
