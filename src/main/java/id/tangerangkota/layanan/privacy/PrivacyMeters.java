package id.tangerangkota.layanan.privacy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyMeters {

	/** Asked of the database each time somebody collects them; alike on all nodes. */
	@Bean
	MeterBinder dataRequestMeters(DataRequests requests) {
		return (registry) -> {
			Gauge.builder("layanan.privacy.requests.open", () -> requests.counts().open())
				.description("Requests about personal data that wait for the staff")
				.register(registry);
			Gauge.builder("layanan.privacy.requests.overdue", () -> requests.counts().overdue())
				.description("Requests about personal data whose 72 hours are over")
				.register(registry);
		};
	}

}
