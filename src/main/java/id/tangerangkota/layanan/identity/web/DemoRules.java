package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.DemoAccounts;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The door of the demo stands open; its links are secrets. */
@Component
@Profile(Demo.PROFILE)
class DemoRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(DemoAccounts.PATH + "*").permitAll();
	}

}
