package id.tangerangkota.layanan.survey.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Results are for whoever runs services, those of the city for whoever sees all; words
 * are hidden by nobody whom they are about; what is done about them is decided by heads
 * and coordinators; the questions and floods of answers are an administrator's.
 */
@Component
class SurveyRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(FollowUpController.PATH + "/**")
			.hasAnyRole(Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(HttpMethod.POST, ResultsController.PATH + "/**")
			.hasAnyRole(Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(SubjectResultsController.CITY, SubjectResultsController.CITY + "/**")
			.hasAnyRole(Role.COORDINATOR.name(), Role.LEADERSHIP.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(ResultsController.PATH, ResultsController.PATH + "/**")
			.hasAnyRole(Role.OFFICER.name(), Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.LEADERSHIP.name(),
					Role.ADMINISTRATOR.name())
			.requestMatchers(InstrumentController.PATH, InstrumentController.PATH + "/**")
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
