package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Inspections are read by whoever runs services; marked as wrong by heads, coordinators
 * and administrators, the latter two of whom agree to marks of others. Before the rule
 * for the rest of {@code /admin/mutu}.
 */
@Component
@Order(0)
class InspectionRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(InspectionController.PATH + "/{slug}/{item}/setuju")
			.hasAnyRole(Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(InspectionController.PATH + "/{slug}/{item}/**")
			.hasAnyRole(Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(InspectionController.PATH, InspectionController.PATH + ".csv",
					InspectionController.PATH + "/{slug}")
			.hasAnyRole(Role.OFFICER.name(), Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.LEADERSHIP.name(),
					Role.ADMINISTRATOR.name());
	}

}
