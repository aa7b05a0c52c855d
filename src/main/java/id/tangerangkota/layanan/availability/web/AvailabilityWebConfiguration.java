package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.web.security.OneTap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityWebConfiguration {

	@Bean
	OneTap outageReport() {
		return new OneTap(OutageReportController.PATH);
	}

}
