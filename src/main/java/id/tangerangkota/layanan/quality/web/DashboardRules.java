package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * The dashboard is for whoever runs, leads or audits; heads see their own agency. The
 * complaints behind it are for those among them who work with complaints.
 */
@Component
class DashboardRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(DrillCasesController.PATH)
			.hasAnyRole(Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.LEADERSHIP.name())
			.requestMatchers(DashboardController.PATH, DashboardController.PATH + "/unduh.*", HeatController.PATH,
					HeatController.PATH + ".*", DrillController.PATH + "/**", DashboardReportController.PATH + "/**")
			.hasAnyRole(Role.AGENCY_HEAD.name(), Role.COORDINATOR.name(), Role.LEADERSHIP.name(),
					Role.ADMINISTRATOR.name(), Role.AUDITOR.name());
	}

}
