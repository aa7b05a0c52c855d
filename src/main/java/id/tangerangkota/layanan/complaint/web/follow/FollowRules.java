package id.tangerangkota.layanan.complaint.web.follow;

import id.tangerangkota.layanan.web.security.PageRules;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * The list of one's own complaints is for citizens. A complaint itself asks for its code
 * or the account it was filed with.
 */
@Component
class FollowRules implements PageRules {

	@Override
	public void apply(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(OwnReportsController.PATH).hasRole("CITIZEN");
	}

}
