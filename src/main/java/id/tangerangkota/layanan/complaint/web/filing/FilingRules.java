package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Who may file for somebody else. Asked before the rules of the staff's other pages about
 * reports.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class FilingRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(FilingSession.COUNTER + "/**")
			.hasAnyRole(Role.OFFICER.name(), Role.AGENCY_HEAD.name(), Role.COORDINATOR.name());
	}

}
