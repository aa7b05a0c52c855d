package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.web.security.OneTapForm;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityWebConfiguration {

	@Bean
	OneTapForm outageReport() {
		return new OneTapForm(ReportController.PATH);
	}

}
