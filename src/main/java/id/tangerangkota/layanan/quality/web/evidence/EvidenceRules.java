package id.tangerangkota.layanan.quality.web.evidence;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Evidence is for those who answer to evaluators; leaders read it and keep none. */
@Component
@Order(0)
class EvidenceRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(HttpMethod.POST, EvidenceController.PATH + "/**")
			.hasAnyRole(Role.COORDINATOR.name(), Role.ADMINISTRATOR.name())
			.requestMatchers(EvidenceController.PATH, EvidenceController.PATH + "/**")
			.hasAnyRole(Role.COORDINATOR.name(), Role.LEADERSHIP.name(), Role.ADMINISTRATOR.name());
	}

}
