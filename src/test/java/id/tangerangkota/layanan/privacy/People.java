package id.tangerangkota.layanan.privacy;

import java.util.Set;
import java.util.concurrent.Callable;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.Registration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Citizens with accounts, and staff who act. */
@TestComponent
public class People {

	public static final String PASSWORD = "kopi pagi hujan deras";

	private final Registration registration;

	private final CounterDesk counter;

	People(Registration registration, CounterDesk counter) {
		this.registration = registration;
		this.counter = counter;
	}

	/** Somebody who registered, with an unconfirmed address or none. */
	public AccountId register(String nik, String name, @Nullable String email) {
		this.registration.register(new Registration.Application(Nik.parse(nik), name, PASSWORD,
				(email != null) ? new Email(email) : null, "203.0.113.9"));
		return this.counter.find(Nik.parse(nik)).orElseThrow().id();
	}

	public static Actor officer() {
		return Actor.staff(AccountId.random(), Set.of(Role.OFFICER), new AgencyId("disdukcapil"));
	}

	public static Actor dataProtectionOfficer() {
		return Actor.staff(AccountId.random(), Set.of(Role.DATA_PROTECTION_OFFICER), null);
	}

	/** As whom Spring Security knows somebody. */
	public static Authentication authentication(Actor actor) {
		String[] authorities = (actor.kind() == Actor.Kind.CITIZEN) ? new String[] { "ROLE_CITIZEN" }
				: java.util.stream.Stream
					.concat(java.util.stream.Stream.of("ROLE_STAFF"), actor.roles().stream().map(Role::authority))
					.toArray(String[]::new);
		return new TestingAuthenticationToken(actor, "", authorities);
	}

	/** Does something as somebody. */
	public static <T> T as(Actor actor, Callable<T> act) {
		SecurityContextHolder.getContext().setAuthentication(authentication(actor));
		try {
			return act.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
