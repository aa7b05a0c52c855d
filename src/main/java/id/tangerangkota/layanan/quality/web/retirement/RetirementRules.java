package id.tangerangkota.layanan.quality.web.retirement;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** What becomes of services is for those who look after all of them. */
@Component
@Order(0)
class RetirementRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(RetirementController.PATH, RetirementController.PATH + ".csv")
			.hasAnyRole(Role.COORDINATOR.name(), Role.LEADERSHIP.name(), Role.ADMINISTRATOR.name());
	}

}
