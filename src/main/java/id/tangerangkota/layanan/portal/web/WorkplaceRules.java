package id.tangerangkota.layanan.portal.web;

import java.util.Arrays;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** The administration page is for whoever has a task there. */
@Component
class WorkplaceRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers("/admin")
			.hasAnyRole(Arrays.stream(Task.values())
				.filter(Task::isAdministration)
				.flatMap((task) -> task.roles().stream())
				.map(Role::name)
				.distinct()
				.toArray(String[]::new));
	}

}
