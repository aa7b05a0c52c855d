package id.tangerangkota.layanan.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.PasswordDesk;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.AuthenticatorApp;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What works once works once, also when it is sent twice at the same moment. */
@PortalTest
class ReplayIntegrationTests {

	private static final String PASSWORD = "kopi pagi hujan deras";

	private static final String OTHER = "jendela merah terbuka";

	@LocalServerPort
	private int port;

	@Autowired
	private Registration registration;

	@Autowired
	private PasswordDesk passwords;

	@Autowired
	private Letterbox letters;

	private String nik;

	private String email;

	@BeforeEach
	void register() {
		this.nik = Niks.next();
		this.email = this.nik + "@contoh.id";
		this.registration.register(new Registration.Application(Nik.parse(this.nik), "Siti Aminah", PASSWORD,
				new Email(this.email), "198.51.100.72"));
		String link = link(Kind.CONFIRM_EMAIL);
		assertThat(new Person(this.port).open(link).submit(link).status()).isEqualTo(200);
		assertThat(new Person(this.port).open(link).status()).as("the same link again").isEqualTo(410);
	}

	private String resetLink() {
		int before = this.letters.to(this.email).size();
		this.passwords.sendLink(Nik.parse(this.nik), "198.51.100.72");
		await().until(() -> this.letters.to(this.email).size() > before);
		return link(Kind.RESET_PASSWORD);
	}

	private String link(Kind kind) {
		return this.letters.link(this.email, kind).replaceFirst("\\?.*", "");
	}

	private Person signIn(String password) {
		return new Person(this.port).open("/masuk").submit("/masuk", "nik", this.nik, "sandi", password);
	}

	@Test
	void aResetLinkSetsOnePassword() {
		String link = resetLink();
		Person owner = new Person(this.port).open(link);
		// Somebody has the page open as well, from the same mail.
		Person late = new Person(this.port).open(link);
		assertThat(owner.submit(link, "sandi", OTHER).path()).isEqualTo("/lupa-sandi/selesai");
		assertThat(late.submit(link, "sandi", "perahu kecil di hulu").status()).isEqualTo(410);
		assertThat(new Person(this.port).open(link).status()).isEqualTo(410);
		assertThat(signIn("perahu kecil di hulu").status()).isEqualTo(422);
		assertThat(signIn(OTHER).path()).isEqualTo("/akun");
	}

	@Test
	void ofTwoResetsAtTheSameMomentOneIsDone() throws Exception {
		String link = resetLink();
		List<Callable<Integer>> resets = new ArrayList<>();
		for (String password : List.of(OTHER, "perahu kecil di hulu")) {
			Person person = new Person(this.port).open(link);
			Map<String, String> form = person.hidden(link);
			form.put("sandi", password);
			resets.add(() -> person.post(link, form).status());
		}
		assertThat(atOnce(resets)).containsExactlyInAnyOrder(303, 410);
	}

	@Test
	void aNewResetLinkEndsTheOneBefore() {
		String first = resetLink();
		String second = resetLink();
		assertThat(new Person(this.port).open(first).status()).isEqualTo(410);
		assertThat(new Person(this.port).open(second).status()).isEqualTo(200);
	}

	@Test
	void aCodeOfAnAppOpensTheDoorOnce() throws Exception {
		AuthenticatorApp app = addApp();
		List<Callable<Integer>> answers = new ArrayList<>();
		String code = app.next();
		List<Person> people = List.of(signIn(PASSWORD), signIn(PASSWORD));
		for (Person person : people) {
			assertThat(person.path()).isEqualTo("/masuk/kode");
			Map<String, String> form = person.hidden("/masuk/kode");
			form.put("kode", code);
			answers.add(() -> person.post("/masuk/kode", form).status());
		}
		assertThat(atOnce(answers)).containsExactlyInAnyOrder(303, 422);
		assertThat(people).filteredOn((person) -> person.open("/akun").path().equals("/akun")).hasSize(1);
		Person later = signIn(PASSWORD);
		assertThat(later.submit("/masuk/kode", "kode", code).status()).isEqualTo(422);
		assertThat(later.submit("/masuk/kode", "kode", app.next()).path()).isEqualTo("/akun");
	}

	private AuthenticatorApp addApp() {
		Person owner = signIn(PASSWORD).open("/akun/keamanan/totp");
		AuthenticatorApp app = AuthenticatorApp.typed(owner.page().select(".secret-code").text());
		assertThat(owner.submit("/akun/keamanan/totp", "kode", app.next()).path()).isEqualTo("/akun/keamanan");
		return app;
	}

	@Test
	void aCodeFromPaperOpensTheDoorOnce() {
		AuthenticatorApp app = addApp();
		Person owner = signIn(PASSWORD).submit("/masuk/kode", "kode", app.next());
		owner.open("/akun/kode-pemulihan").submit("/akun/kode-pemulihan");
		String code = owner.page().select(".code-list code").first().text();
		assertThat(signIn(PASSWORD).submit("/masuk/kode", "kode", code).path()).isEqualTo("/akun");
		assertThat(signIn(PASSWORD).submit("/masuk/kode", "kode", code).status()).isEqualTo(422);
	}

	private static List<Integer> atOnce(List<Callable<Integer>> requests) throws Exception {
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
			for (Future<Integer> status : threads.invokeAll(requests)) {
				statuses.add(status.get());
			}
		}
		return statuses;
	}

}
