package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Who may open the pages of this module. Staff are signed in only once their second
 * factor was right, so no rule need ask for it.
 */
@Component
class IdentityRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/petugas/masuk", "/petugas/undangan/**")
			.permitAll()
			.requestMatchers("/petugas/loket/**")
			.hasAnyRole(Role.OFFICER.name(), Role.COORDINATOR.name(), Role.DATA_PROTECTION_OFFICER.name(),
					Role.ADMINISTRATOR.name())
			.requestMatchers("/admin/akun/**")
			.hasRole(Role.ADMINISTRATOR.name())
			.requestMatchers("/akun/keamanan/**")
			.authenticated()
			.requestMatchers("/akun", "/akun/surel/**", "/akun/kode-pemulihan/**", "/akun/verifikasi/**")
			.hasRole(SignedIn.CITIZEN)
			.requestMatchers("/petugas")
			.hasRole(SignedIn.STAFF);
	}

}
