package id.tangerangkota.layanan.quality.web.adoption;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** How often each service is visited is for those who look after all of them. */
@Component
@Order(0)
class AdoptionRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(AdoptionController.ADMIN, AdoptionController.ADMIN + ".*")
			.hasAnyRole(Role.COORDINATOR.name(), Role.LEADERSHIP.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(PopulationController.PATH)
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
