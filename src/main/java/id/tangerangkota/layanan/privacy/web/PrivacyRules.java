package id.tangerangkota.layanan.privacy.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who may open the pages of this module. Proofs are for whoever has their number. */
@Component
class PrivacyRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/akun/data-saya/**")
			.hasRole("CITIZEN")
			.requestMatchers("/admin/hak-data/**", "/admin/pelanggaran-data/**")
			.hasAnyRole(Role.DATA_PROTECTION_OFFICER.name(), Role.ADMINISTRATOR.name());
	}

}
