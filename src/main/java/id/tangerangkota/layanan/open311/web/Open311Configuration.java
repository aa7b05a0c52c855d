package id.tangerangkota.layanan.open311.web;

import id.tangerangkota.layanan.web.security.MachineForm;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Open311Configuration {

	@Bean
	MachineForm open311Form() {
		return new MachineForm(ReportRequestController.PATH);
	}

	@Bean
	MachineForm open311FormInFormat() {
		return new MachineForm(ReportRequestController.PATH + ".{format}");
	}

}
