package id.tangerangkota.layanan.identity.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.testing.AuthenticatorApp;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.web.session.Sessions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** People of the staff at their browsers, joined by the pages everybody joins by. */
final class Colleagues {

	static final String PASSWORD = "perahu kecil di hulu";

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final int port;

	private final StaffDesk desk;

	private final Letterbox letters;

	private final JdbcClient jdbc;

	Colleagues(int port, StaffDesk desk, Letterbox letters, JdbcClient jdbc) {
		this.port = port;
		this.desk = desk;
		this.letters = letters;
		this.jdbc = jdbc;
	}

	/** Somebody who has just joined, and is signed in. */
	record Colleague(AccountId id, Email email, Person person, AuthenticatorApp app) {
	}

	static Email email() {
		return new Email("rekan.%d@tangerangkota.go.id".formatted(COUNT.incrementAndGet()));
	}

	Colleague join(Role... roles) {
		return join("disdukcapil", roles);
	}

	Colleague join(@Nullable String agency, Role... roles) {
		Email email = email();
		AccountId id = this.desk.invite(email, Set.of(roles), (agency != null) ? new AgencyId(agency) : null).id();
		String link = this.letters.link(email.value(), Kind.STAFF_INVITATION).replaceFirst("\\?.*", "");
		Person person = new Person(this.port).open(link).submit(link, "nama", "Rekan Kerja", "sandi", PASSWORD);
		AuthenticatorApp app = AuthenticatorApp.typed(person.page().select(".secret-code").text());
		person.submit(link + "/faktor", "kode", app.next());
		if (!person.path().equals("/petugas")) {
			throw new AssertionError(person.path() + ": " + person.page().text());
		}
		return new Colleague(id, email, person, app);
	}

	/** As if the password had been given some minutes ago. */
	void waitTenMinutes(Colleague colleague, SignInSession session) {
		String principal = colleague.id().toString();
		String content = this.jdbc.sql("""
				select convert_from(a.attribute_bytes, 'UTF8') from session.spring_session_attributes a
				join session.spring_session s on s.primary_id = a.session_primary_id
				where s.principal_name = :principal and a.attribute_name = :name""")
			.param("principal", principal)
			.param("name", Sessions.CONTENT)
			.query(String.class)
			.single();
		SignIn signIn = session.parse(content);
		if (signIn == null) {
			throw new AssertionError("Nobody is signed in");
		}
		SignIn older = signIn.confirmed(signIn.passwordAt().minus(Duration.ofMinutes(10)));
		this.jdbc.sql("""
				update session.spring_session_attributes a set attribute_bytes = convert_to(:content, 'UTF8')
				from session.spring_session s
				where s.primary_id = a.session_primary_id and s.principal_name = :principal
				and a.attribute_name = :name""")
			.param("content", new JsonMapper().writeValueAsString(older))
			.param("principal", principal)
			.param("name", Sessions.CONTENT)
			.update();
	}

}
