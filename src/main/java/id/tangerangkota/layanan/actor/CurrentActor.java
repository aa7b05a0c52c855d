package id.tangerangkota.layanan.actor;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells who acts in this thread: the {@link Actor} who is the principal of its request.
 */
@Component
public class CurrentActor {

	/** Outside of requests it is the portal itself. */
	public Actor get() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null) {
			return Actor.system();
		}
		if (authentication.getPrincipal() instanceof Actor actor) {
			return actor;
		}
		if (authentication instanceof AnonymousAuthenticationToken) {
			return Actor.anonymous();
		}
		throw new IllegalStateException("Signed in as something else than an Actor");
	}

}
