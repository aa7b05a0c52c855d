package id.tangerangkota.layanan.identity.web;

import java.io.Serial;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Actor.Kind;
import id.tangerangkota.layanan.actor.Role;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who is signed in, as Spring Security sees them. */
class SignedIn extends AbstractAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	static final String CITIZEN = "CITIZEN";

	static final String STAFF = "STAFF";

	private final transient Actor actor;

	SignedIn(Actor actor) {
		super(AuthorityUtils.createAuthorityList(
				Stream
					.concat(Stream.of("ROLE_" + ((actor.kind() == Kind.STAFF) ? STAFF : CITIZEN)),
							actor.roles().stream().map(Role::authority))
					.toList()));
		this.actor = actor;
		setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Object getPrincipal() {
		return this.actor;
	}

	@Override
	public String getName() {
		return this.actor.requireAccount().toString();
	}

}
