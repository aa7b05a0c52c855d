package id.tangerangkota.layanan.complaint.web.desk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Opens pages and sends forms as somebody of the staff, as a browser does. */
@TestComponent
public class DeskBrowser {

	static final String QUEUE = "/petugas/pengaduan";

	private final MockMvcTester mvc;

	private final JdbcClient jdbc;

	private final Map<Actor, Cookie[]> sessions = new ConcurrentHashMap<>();

	DeskBrowser(MockMvcTester mvc, JdbcClient jdbc) {
		this.mvc = mvc;
		this.jdbc = jdbc;
	}

	/** Somebody with an account that is there. */
	Actor staff(Role role, AgencyId agency) {
		AccountId account = AccountId.random();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, roles, agency, created_at, version)
				values (:id, 'STAFF', 'ACTIVE', array[:role], :agency, now(), 0)""")
			.param("id", account.value())
			.param("role", role.name())
			.param("agency", (agency != null) ? agency.code() : null)
			.update();
		return Actor.staff(account, java.util.Set.of(role), agency);
	}

	/** In the session somebody has who signed in. */
	MvcTestResult get(String path, Actor actor) {
		Cookie[] cookies = this.sessions.computeIfAbsent(actor, this::open);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri(URI.create(path)).with(as(actor));
		return ((cookies.length > 0) ? request.cookie(cookies) : request).exchange();
	}

	private Cookie[] open(Actor actor) {
		return this.mvc.get().uri(QUEUE).with(as(actor)).exchange().getResponse().getCookies();
	}

	/** As a page that is open already. */
	MvcTestResult getPart(String path, Actor actor) {
		return this.mvc.get().uri(path).with(as(actor)).header("HX-Request", "true").exchange();
	}

	/** With the token of a form of the queue, which everybody has who may open it. */
	MvcTestResult post(String path, Actor actor, String... fields) {
		return postFrom(QUEUE, path, actor, fields);
	}

	/** With the token of a form of a page. */
	MvcTestResult postFrom(String page, String path, Actor actor, String... fields) {
		MvcTestResult shown = this.mvc.get().uri(URI.create(page)).with(as(actor)).exchange();
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(as(actor))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", token(shown));
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	/** Where a form led, in the session it was sent in. */
	MvcTestResult follow(MvcTestResult answer, Actor actor) {
		return this.mvc.get()
			.uri(URI.create(answer.getResponse().getRedirectedUrl()))
			.with(as(actor))
			.cookie(answer.getRequest().getCookies())
			.exchange();
	}

	MvcTestResult upload(String path, Actor actor, byte[] photo, String... fields) {
		MvcTestResult shown = this.mvc.get().uri(QUEUE).with(as(actor)).exchange();
		MockMvcTester.MockMultipartMvcRequestBuilder request = this.mvc.post().uri(path).multipart();
		request.file(new MockMultipartFile("foto", "foto.jpg", "image/jpeg", photo))
			.with(as(actor))
			.cookie(shown.getResponse().getCookies())
			.header("Origin", "http://localhost")
			.param("_csrf", token(shown));
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

	private static String token(MvcTestResult shown) {
		String token = page(shown).select("main input[name=_csrf]").val();
		if (token.isEmpty()) {
			throw new AssertionError("No form for this actor: " + shown.getResponse().getStatus());
		}
		return token;
	}

	/** What a form of a page would send, changed in some fields. */
	static String[] fields(Document page, String... changes) {
		Map<String, String> fields = new java.util.LinkedHashMap<>();
		page.select("main form[enctype] input[type=hidden]")
			.forEach((input) -> fields.put(input.attr("name"), input.val()));
		fields.remove("_csrf");
		for (int i = 0; i < changes.length; i += 2) {
			fields.put(changes[i], changes[i + 1]);
		}
		return fields.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	static Document page(MvcTestResult result) {
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private static RequestPostProcessor as(Actor actor) {
		String[] authorities = Stream.concat(Stream.of("ROLE_STAFF"), actor.roles().stream().map(Role::authority))
			.toArray(String[]::new);
		return SecurityMockMvcRequestPostProcessors
			.authentication(new TestingAuthenticationToken(actor, "", authorities));
	}

}
