package id.tangerangkota.layanan.survey.web;

import id.tangerangkota.layanan.web.security.OneTap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SurveyWebConfiguration {

	@Bean
	OneTap shortSurvey() {
		return new OneTap(ServiceSurveyController.TAP);
	}

}
