package id.tangerangkota.layanan.quality.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Scales decide what all scores mean; administrators keep them. Asked before the rules of
 * the pages around them, which more people may open.
 */
@Component
@Order(0)
class ScaleRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(ScaleController.PATH, ScaleController.PATH + "/**").hasRole(Role.ADMINISTRATOR.name());
	}

}
