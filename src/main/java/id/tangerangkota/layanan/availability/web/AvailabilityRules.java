package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Who may open the staff's pages of this module: what is checked is decided by
 * administrators, what people are told by coordinators too.
 */
@Component
class AvailabilityRules implements PageRules {

	private static final String PATH = ChecksController.PATH;

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests
			.requestMatchers(PATH, IncidentWorkController.PATH + "/**", MaintenanceController.PATH + "/**",
					MonthlyReportForm.PATH, MonthlyReportForm.PATH + ".xlsx", MonthlyReportForm.PATH + ".pdf")
			.hasAnyRole(Role.ADMINISTRATOR.name(), Role.COORDINATOR.name())
			.requestMatchers(PATH + "/**")
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
