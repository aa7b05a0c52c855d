package id.tangerangkota.layanan.identity.web;

import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PortalTest
class SignInIntegrationTests {

	private static final String PASSWORD = "kopi pagi hujan deras";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void registersSignsInAndOut() {
		String nik = Niks.next();
		Person person = register(nik, PASSWORD);
		assertThat(person.path()).isEqualTo("/daftar/terkirim");
		person.open("/akun/keamanan");
		assertThat(person.path()).isEqualTo("/masuk?lanjut=%2Fakun%2Fkeamanan");
		signIn(person, nik, PASSWORD);
		// Without an e-mail address the codes come first, then what was asked for.
		assertThat(person.path()).isEqualTo("/akun/kode-pemulihan?lanjut=%2Fakun%2Fkeamanan");
		person.submit("/akun/kode-pemulihan");
		List<String> codes = person.page().select(".code-list code").eachText();
		assertThat(codes).hasSize(8).doesNotHaveDuplicates();
		assertThat(person.open("/akun/kode-pemulihan").page().select(".code-list code").eachText()).isEqualTo(codes);
		person.open("/akun/kode-pemulihan?lanjut=/akun/keamanan").submit("/akun/kode-pemulihan/selesai");
		assertThat(person.path()).isEqualTo("/akun/keamanan");
		assertThat(person.page().select(".device-list li")).hasSize(1);
		assertThat(person.open("/akun/kode-pemulihan").page().select(".code-list code")).isEmpty();
		person.open("/akun").submit("/keluar");
		assertThat(person.path()).isEqualTo("/keluar");
		assertThat(person.open("/akun").path()).startsWith("/masuk");
	}

	/** Also at the door of the staff, and to nobody who comes for the first time. */
	@Test
	void saysThatASessionIsOverAndLeadsBack() {
		String nik = Niks.next();
		Person person = register(nik, PASSWORD);
		assertThat(person.open("/akun/keamanan").page().select("main").text()).doesNotContain("Sesi Anda berakhir");
		signIn(person, nik, PASSWORD);
		assertThat(person.open("/akun/keamanan").path()).isEqualTo("/akun/keamanan");
		end(person);
		person.open("/akun/pesan?lihat=belum-dibaca");
		assertThat(person.path()).startsWith("/masuk?lanjut=");
		assertThat(person.page().select("main .inset").text()).isEqualTo(
				"Sesi Anda berakhir: lama tidak ada kegiatan, atau diakhiri dari perangkat lain. Masuk lagi untuk melanjutkan.");
		assertThat(person.open("/akun").page().select("main .inset").text()).as("said once").isEmpty();
		person.open("/masuk?lanjut=/akun/keamanan%3Fa%3Db");
		assertThat(signIn(person, nik, PASSWORD).path()).isEqualTo("/akun/keamanan?a=b");
		end(person);
		assertThat(person.open("/petugas/pengaduan").path())
			.isEqualTo("/petugas/masuk?lanjut=%2Fpetugas%2Fpengaduan&habis=ya");
		assertThat(person.page().select("main .inset").text()).contains("Sesi Anda berakhir");
	}

	private void end(Person person) {
		this.jdbc.sql("update session.spring_session set expiry_time = 0, last_access_time = 0 where session_id = ?")
			.param(person.cookies().get("SESI"))
			.update();
	}

	@Test
	void answersEveryRefusalWithTheSameBytes() {
		String known = Niks.next();
		register(known, PASSWORD);
		String closed = Niks.next();
		register(closed, PASSWORD);
		this.jdbc.sql(
				"update identity.account set state = 'DISPLACED' where id = (select id from identity.account order by created_at desc limit 1)")
			.update();
		// The NIK is shown masked, so it must end alike.
		String unknown = known.substring(0, 10) + "91" + known.substring(12);
		List<String> bodies = new ArrayList<>();
		for (String[] attempt : new String[][] { { known, "salah sama sekali" }, { unknown, "salah sama sekali" },
				{ closed, PASSWORD } }) {
			Person person = new Person(this.port).open("/masuk")
				.submit("/masuk", "nik", attempt[0], "sandi", attempt[1]);
			assertThat(person.status()).isEqualTo(422);
			HttpResponse<String> response = person.response();
			assertThat(response.headers().map().keySet()).doesNotContain("set-cookie", "retry-after");
			bodies.add(response.body()
				.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
				.replace(attempt[0].substring(12), "····")
				.replaceAll("Data per [^<]+", ""));
		}
		assertThat(bodies).containsOnly(bodies.getFirst());
	}

	@Test
	void changesTheSessionAtTheDoor() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = new Person(this.port).open("/masuk");
		String before = person.cookies().get("SESI");
		Person attacker = new Person(this.port);
		attacker.cookies().put("SESI", before);
		signIn(person, nik, PASSWORD);
		assertThat(person.cookies().get("SESI")).isNotNull().isNotEqualTo(before).hasSizeGreaterThanOrEqualTo(32);
		assertThat(attacker.open("/akun").path()).startsWith("/masuk");
	}

	@Test
	void leavesNothingToWhoeverStoleTheCookie() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = signIn(new Person(this.port).open("/masuk"), nik, PASSWORD);
		Person thief = person.at(this.port);
		assertThat(thief.open("/akun").path()).isEqualTo("/akun");
		person.open("/akun");
		Map<String, String> form = person.hidden("/keluar");
		person.post("/keluar", form);
		assertThat(person.status()).isEqualTo(303);
		assertThat(person.response().headers().firstValue("Clear-Site-Data")).hasValue("\"cookies\"");
		assertThat(person.response().headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(thief.open("/akun").path()).startsWith("/masuk");
	}

	@Test
	void answersManyRequestsOfOneSessionAtOnce() throws Exception {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = signIn(new Person(this.port).open("/masuk"), nik, PASSWORD);
		List<Callable<Integer>> requests = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			String path = (i % 3 == 0) ? "/akun/kode-pemulihan" : "/akun/keamanan";
			requests.add(() -> person.at(this.port).open(path).status());
		}
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Integer> status : threads.invokeAll(requests)) {
				assertThat(status.get()).isEqualTo(200);
			}
		}
	}

	@Test
	void refusesAFormWithoutItsToken() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = new Person(this.port).open("/masuk");
		person.post("/masuk", Map.of("nik", nik, "sandi", PASSWORD));
		assertThat(person.status()).isEqualTo(403);
		Person elsewhere = new Person(this.port).with("Origin", "https://contoh.id")
			.with("Sec-Fetch-Site", "cross-site");
		elsewhere.open("/masuk");
		Map<String, String> form = elsewhere.hidden("/masuk");
		form.putAll(Map.of("nik", nik, "sandi", PASSWORD));
		assertThat(elsewhere.post("/masuk", form).status()).isEqualTo(403);
		assertThat(elsewhere.open("/akun").path()).startsWith("/masuk");
	}

	@Test
	void slowsGuessingAlikeForKnownAndUnknownAndLeavesTheOwnersDeviceAlone() {
		String known = Niks.next();
		register(known, PASSWORD);
		Person owner = signIn(new Person(this.port).open("/masuk"), known, PASSWORD);
		assertThat(owner.cookies()).containsKey("PERANGKAT");
		owner.cookies().remove("SESI");
		List<List<Integer>> answers = new ArrayList<>();
		for (String nik : List.of(known, Niks.next())) {
			List<Integer> statuses = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				// A header anybody can write changes nothing.
				Person guesser = new Person(this.port).with("X-Forwarded-For", "203.0.113." + i).open("/masuk");
				guesser.submit("/masuk", "nik", nik, "sandi", "tebakan nomor " + i);
				statuses.add(guesser.status());
				if (guesser.status() == 429) {
					assertThat(guesser.response().headers().firstValue("Retry-After").map(Integer::valueOf))
						.hasValueSatisfying((seconds) -> assertThat(seconds).isBetween(1, 900));
				}
			}
			answers.add(statuses);
		}
		assertThat(answers.getFirst()).isEqualTo(answers.getLast()).startsWith(422).endsWith(429);
		Person stranger = new Person(this.port).open("/masuk");
		assertThat(stranger.submit("/masuk", "nik", known, "sandi", PASSWORD).status()).isEqualTo(429);
		assertThat(signIn(owner.open("/masuk"), known, PASSWORD).open("/akun").path()).isEqualTo("/akun");
	}

	/** More often than anybody may guess. */
	@Test
	void letsWhoeverKnowsThePasswordInAgainAndAgain() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = new Person(this.port);
		for (int i = 0; i < 13; i++) {
			person.cookies().remove("SESI");
			assertThat(signIn(person.open("/masuk"), nik, PASSWORD).status()).as("time %s", i).isEqualTo(200);
		}
	}

	@Test
	void takesAPasswordOfAMegabyteForAWrongOne() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = new Person(this.port).open("/masuk");
		person.submit("/masuk", "nik", nik, "sandi", "x".repeat(1024 * 1024));
		assertThat(person.status()).isEqualTo(422);
		Person another = new Person(this.port).open("/daftar");
		another.submit("/daftar", "nik", Niks.next(), "nama", "Siti Aminah", "sandi", "x1y2".repeat(256 * 1024));
		assertThat(another.status()).isEqualTo(422);
		assertThat(another.page().select(".error-summary").text()).contains("128");
	}

	@Test
	void takesBothSpellingsOfALetter() {
		String composed = Normalizer.normalize("café é à ñ pagi", Normalizer.Form.NFC);
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		String nik = Niks.next();
		register(nik, decomposed);
		assertThat(signIn(new Person(this.port).open("/masuk"), nik, composed).open("/akun").path()).isEqualTo("/akun");
	}

	@Test
	void answersARegistrationAlikeForAFreeAndATakenNik() {
		String nik = Niks.next();
		Person first = register(nik, PASSWORD);
		Person second = register(nik, "kata sandi yang lain");
		assertThat(second.path()).isEqualTo(first.path());
		assertThat(second.response().body()).isEqualTo(first.response().body());
		Person person = new Person(this.port).open("/masuk");
		person.submit("/masuk", "nik", nik, "sandi", "kata sandi yang lain");
		assertThat(person.status()).isEqualTo(422);
	}

	@ParameterizedTest
	@CsvSource({ "367101150590001, Siti, kopi pagi hujan, 15", "36710115059000x1, Siti, kopi pagi hujan, huruf",
			"3671013205900001, Siti, kopi pagi hujan, tanggal", "3671011505900001, '', kopi pagi hujan, nama",
			"3671011505900001, S1ti, kopi pagi hujan, Nama", "3671011505900001, Siti, pendek, 10",
			"3671011505900001, Siti, password123, banyak orang", "9999011505900001, Siti, kopi pagi hujan, daerah" })
	void saysWhatIsWrongAndKeepsTheRest(String nik, String name, String password, String said) {
		Person person = new Person(this.port).open("/daftar");
		person.submit("/daftar", "nik", nik, "nama", name, "surel", "siti@contoh.id", "sandi", password);
		assertThat(person.status()).isEqualTo(422);
		Document page = person.page();
		assertThat(page.select("main").text()).containsIgnoringCase(said);
		assertThat(page.select("input[name=nama]").val()).isEqualTo(name);
		assertThat(page.select("input[name=surel]").val()).isEqualTo("siti@contoh.id");
		assertThat(page.select("input[name=sandi]").val()).isEmpty();
		assertThat(person.response().body()).doesNotContain("3671011505900001").doesNotContain("9999011505900001");
	}

	@Test
	void keepsAValidNikWhileTheRestIsCorrected() {
		String nik = Niks.next();
		Person person = new Person(this.port).open("/daftar");
		person.submit("/daftar", "nik", nik, "nama", "Siti", "sandi", "pendek");
		assertThat(person.page().select("main").text()).contains("•••• •••• •••• " + nik.substring(12));
		person.submit("/daftar", "nama", "Siti", "sandi", PASSWORD);
		assertThat(person.path()).isEqualTo("/daftar/terkirim");
		// The NIK is still known to the session, so that signing in asks for the password
		// only.
		assertThat(person.open("/masuk").submit("/masuk", "sandi", PASSWORD).path()).startsWith("/akun");
	}

	/** After a change of keys whose old file is gone. */
	@Test
	void asksAgainForWhatWasKeptWithAKeyThatIsGone() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		Person person = new Person(this.port).open("/masuk").submit("/masuk", "nik", nik, "sandi", "");
		assertThat(person.page().select("main").text()).contains("•••• •••• •••• " + nik.substring(12));
		retireTheKeyOfSessions();
		assertThat(person.open("/masuk").page().select("#nik")).as("an empty field again").hasSize(1);
		person.submit("/masuk", "sandi", PASSWORD);
		assertThat(person.status()).isEqualTo(422);
		assertThat(person.page().select(".error-summary a").eachAttr("href")).containsExactly("#nik");
		person.submit("/masuk", "nik", nik, "sandi", PASSWORD);
		assertThat(person.path()).startsWith("/akun/kode-pemulihan");
		person.submit("/akun/kode-pemulihan");
		assertThat(person.page().select(".code-list code")).hasSize(8);
		String secret = person.open("/akun/keamanan/totp").page().select(".secret-code").text();
		retireTheKeyOfSessions();
		assertThat(person.open("/akun/kode-pemulihan").page().select(".code-list code")).as("codes can be made anew")
			.isEmpty();
		assertThat(person.submit("/akun/kode-pemulihan").page().select(".code-list code")).hasSize(8);
		assertThat(person.open("/akun/keamanan/totp").page().select(".secret-code").text()).as("another secret")
			.isNotEmpty()
			.isNotEqualTo(secret);
	}

	private void retireTheKeyOfSessions() {
		assertThat(this.jdbc.sql("""
				update session.spring_session_attributes
				set attribute_bytes = convert_to(regexp_replace(convert_from(attribute_bytes, 'UTF8'),
					'v1:data-[0-9]+:', 'v1:data-99:'), 'UTF8')
				where convert_from(attribute_bytes, 'UTF8') ~ 'v1:data-[0-9]+:'""").update()).isPositive();
	}

	@Test
	void writesNoNikIntoTheDatabase() {
		String nik = Niks.next();
		Person person = register(nik, PASSWORD);
		signIn(person.open("/masuk"), nik, PASSWORD);
		Person wrong = new Person(this.port).open("/masuk");
		wrong.submit("/masuk", "nik", nik, "sandi", "salah sama sekali");
		assertThat(DatabaseText.find(this.jdbc, nik)).isEmpty();
		assertThat(DatabaseText.find(this.jdbc, "Siti Aminah")).isEmpty();
		assertThat(DatabaseText.find(this.jdbc, "CITIZEN")).as("the search itself works").isNotEmpty();
	}

	@Test
	void goesOutFast() {
		String nik = Niks.next();
		register(nik, PASSWORD);
		List<Long> milliseconds = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			Person person = signIn(new Person(this.port).open("/masuk"), nik, PASSWORD).open("/akun");
			Map<String, String> form = person.hidden("/keluar");
			long start = System.nanoTime();
			person.post("/keluar", form);
			milliseconds.add((System.nanoTime() - start) / 1_000_000);
			assertThat(person.status()).isEqualTo(303);
		}
		milliseconds.sort(null);
		assertThat(milliseconds.get(4)).as("median of " + milliseconds).isLessThan(100);
	}

	private Person register(String nik, String password) {
		return new Person(this.port).open("/daftar")
			.submit("/daftar", "nik", nik, "nama", "Siti Aminah", "surel", "", "sandi", password);
	}

	private static Person signIn(Person person, String nik, String password) {
		Map<String, String> form = person.hidden("/masuk");
		return person.submit("/masuk", "nik", nik, "sandi", password, "lanjut", form.getOrDefault("lanjut", ""));
	}

}
