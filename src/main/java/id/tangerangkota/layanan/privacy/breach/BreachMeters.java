package id.tangerangkota.layanan.privacy.breach;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BreachMeters {

	/** Asked of the database each time somebody collects it; alike on all nodes. */
	@Bean
	MeterBinder breachDeadlines(BreachRegister breaches) {
		return (registry) -> Gauge.builder("layanan.privacy.breaches.overdue", breaches::overdue)
			.description("Breaches whose notice was not sent within 72 hours")
			.register(registry);
	}

}
