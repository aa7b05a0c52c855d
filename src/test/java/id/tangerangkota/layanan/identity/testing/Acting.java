package id.tangerangkota.layanan.identity.testing;

import id.tangerangkota.layanan.actor.Actor;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Acts as somebody in this thread, without any browser. */
public final class Acting implements AutoCloseable {

	private Acting() {
	}

	public static Acting as(Actor actor) {
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(actor, ""));
		return new Acting();
	}

	@Override
	public void close() {
		SecurityContextHolder.clearContext();
	}

}
