package id.tangerangkota.layanan.notification.web;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/** Who may open the pages of this module. Subscribing needs no account. */
@Component
class NotificationRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(InboxController.PATH + "/**", SettingsController.PATH + "/**")
			.authenticated()
			.requestMatchers(MessagesController.PATH + "/**", WebhookController.PATH + "/**")
			.hasRole(Role.ADMINISTRATOR.name());
	}

}
