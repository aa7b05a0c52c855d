package id.tangerangkota.layanan.portal.web.passport;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The inner part of a passport is for those who answer for services. */
@Component
class PassportRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(StaffPassportController.PATH)
			.hasAnyRole(Role.OFFICER.name(), Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.LEADERSHIP.name(),
					Role.ADMINISTRATOR.name());
	}

}
