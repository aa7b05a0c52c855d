package id.tangerangkota.layanan.apikey.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who gets a key is for administrators to decide. */
@Component
class ApiKeyRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(ApiKeyController.PATH, ApiKeyController.PATH + "/**")
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
