package id.tangerangkota.layanan.calendar.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The calendar moves deadlines of all agencies; administrators keep it. */
@Component
class CalendarRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HolidayController.PATH, HolidayController.PATH + "/**")
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
