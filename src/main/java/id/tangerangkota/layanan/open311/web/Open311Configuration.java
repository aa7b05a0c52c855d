package id.tangerangkota.layanan.open311.web;

import id.tangerangkota.layanan.web.security.MachinePost;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Open311Settings.class)
class Open311Configuration {

	@Bean
	MachinePost open311Form() {
		return new MachinePost(ReportRequestController.PATH);
	}

	@Bean
	MachinePost open311FormInFormat() {
		return new MachinePost(ReportRequestController.PATH + ".{format}");
	}

}
