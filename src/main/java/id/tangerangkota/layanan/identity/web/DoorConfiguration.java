package id.tangerangkota.layanan.identity.web;

import java.time.Duration;

import id.tangerangkota.layanan.web.CrowdFilter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Holds back the crowd where people come in, before anything is rendered, stored or
 * hashed for them.
 */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

	/**
	 * With two, readers waited twice as long, and no more people came in:
	 * docs/measurements.md.
	 */
	private static final int PLACES_PER_CORE = 1;

	private static final int LINE = 500;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	@Bean
	FilterRegistrationBean<CrowdFilter> door(MeterRegistry meters) {
		int places = PLACES_PER_CORE * Runtime.getRuntime().availableProcessors();
		FilterRegistrationBean<CrowdFilter> door = new FilterRegistrationBean<>(
				new CrowdFilter("sign-in", places, LINE, PATIENCE, meters));
		door.addUrlPatterns("/masuk", "/masuk/*", "/petugas/masuk", "/daftar", "/lupa-sandi", "/lupa-sandi/*");
		door.setOrder(CrowdFilter.ORDER);
		return door;
	}

}
