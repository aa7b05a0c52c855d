package id.tangerangkota.layanan.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.web.Colleagues.Colleague;
import id.tangerangkota.layanan.web.testing.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One person and two nodes behind a proxy that sends each request to the other one. Each
 * test comes from a network of its own.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { TwoNodesIntegrationTests.BEHIND_A_PROXY, TwoNodesIntegrationTests.FEW_TRIES })
@Import(Letterbox.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIntegrationTests {

	static final String BEHIND_A_PROXY = "server.forward-headers-strategy=native";

	static final String FEW_TRIES = "layanan.identity.throttle.network-tries=20";

	private static final String PASSWORD = "kopi pagi hujan deras";

	private static int networks;

	@LocalServerPort
	private int a;

	private int b;

	private Node other;

	@Autowired
	private JdbcConnectionDetails database;

	@Autowired
	private StaffDesk desk;

	@Autowired
	private Registration registration;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	void startTheOther() {
		this.other = Node.startWhole(this.database.getJdbcUrl(), "--" + BEHIND_A_PROXY, "--" + FEW_TRIES);
		this.b = this.other.port();
	}

	@AfterAll
	void stopIt() {
		this.other.close();
	}

	private static String network() {
		return "198.51." + ++networks + ".5";
	}

	private String citizen() {
		String nik = Niks.next();
		this.registration
			.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", PASSWORD, null, network()));
		return nik;
	}

	/**
	 * Sends the form of the page at one node to the other, and opens where it leads to
	 * there.
	 */
	private static Person sendTo(int port, Person person, String action, String... fields) {
		Map<String, String> form = person.hidden(action);
		for (int i = 0; i < fields.length; i += 2) {
			form.put(fields[i], fields[i + 1]);
		}
		return person.at(port).post(action, form);
	}

	private static String next(Person person) {
		assertThat(person.status()).isEqualTo(303);
		return person.response().headers().firstValue("Location").orElseThrow();
	}

	@Test
	void leadsThroughBothFromTheDoorToTheWayOut() {
		Colleague auditor = new Colleagues(this.a, this.desk, this.letters, this.jdbc).join(Role.AUDITOR);
		Person person = new Person(this.a).open("/petugas/masuk?lanjut=/auditor");
		String before = person.cookies().get("SESI");
		person = sendTo(this.b, person, "/petugas/masuk", "surel", auditor.email().value(), "sandi",
				Colleagues.PASSWORD);
		String waiting = person.cookies().get("SESI");
		assertThat(waiting).isNotEqualTo(before);
		assertThat(person.at(this.b).open("/auditor").path()).as("before the code").startsWith("/petugas/masuk");
		person = person.at(this.b).open(next(person));
		assertThat(person.path()).isEqualTo("/masuk/kode?lanjut=%2Fauditor");
		String code = auditor.app().next();
		person = sendTo(this.a, person, "/masuk/kode", "kode", code);
		assertThat(next(person)).endsWith("/auditor");
		assertThat(person.cookies().get("SESI")).isNotEqualTo(waiting);
		Person thief = person.at(this.b);
		person = person.at(this.b).open("/auditor");
		assertThat(person.status()).isEqualTo(200);
		assertThat(thief.open("/auditor").status()).isEqualTo(200);
		person = sendTo(this.a, person, "/keluar");
		assertThat(next(person)).endsWith("/keluar");
		assertThat(thief.open("/auditor").path()).startsWith("/petugas/masuk");
		// A session of before each step is worth nothing anywhere.
		for (String old : List.of(before, waiting)) {
			Person late = new Person(this.b);
			late.cookies().put("SESI", old);
			assertThat(late.open("/masuk/kode").path()).isEqualTo("/masuk");
		}
		Person again = new Person(this.b).open("/petugas/masuk");
		again.submit("/petugas/masuk", "surel", auditor.email().value(), "sandi", Colleagues.PASSWORD);
		assertThat(again.submit("/masuk/kode", "kode", code).status()).as("a code used at the other node")
			.isEqualTo(422);
		assertThat(again.submit("/masuk/kode", "kode", auditor.app().next()).path()).isEqualTo("/petugas");
	}

	@Test
	void endsADeviceOnBoth() {
		String nik = citizen();
		Person here = new Person(this.a).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD);
		Person there = new Person(this.b).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD);
		assertThat(there.open("/akun/keamanan").page().select(".device-list li")).hasSize(2);
		here.open("/akun/keamanan").submit("/akun/keamanan/perangkat");
		assertThat(here.page().select(".device-list li")).hasSize(1);
		assertThat(there.open("/akun").path()).startsWith("/masuk?lanjut=%2Fakun");
		assertThat(here.at(this.b).open("/akun").path()).isEqualTo("/akun");
	}

	@Test
	void letsGoOnBothOfWhoeverIsDeactivated() {
		Colleague auditor = new Colleagues(this.b, this.desk, this.letters, this.jdbc).join(Role.AUDITOR);
		Person there = auditor.person();
		assertThat(there.open("/auditor").status()).isEqualTo(200);
		this.desk.deactivate(auditor.id());
		assertThat(there.open("/auditor").path()).startsWith("/petugas/masuk");
	}

	@Test
	void countsTriesOnOneNikTogether() {
		String known = citizen();
		List<List<Integer>> answers = new ArrayList<>();
		for (String nik : List.of(known, Niks.next())) {
			String network = network();
			List<Integer> statuses = new ArrayList<>();
			for (int i = 0; i < 12; i++) {
				statuses.add(guess((i % 2 == 0) ? this.a : this.b, network, nik));
			}
			answers.add(statuses);
		}
		assertThat(answers.getFirst()).isEqualTo(answers.getLast());
		// Ten tries in fifteen minutes.
		assertThat(answers.getFirst().subList(0, 10)).containsOnly(422);
		assertThat(answers.getFirst().subList(10, 12)).containsOnly(429);
	}

	/** One password for many people: what gives it away is where it comes from. */
	@Test
	void countsTheTriesOfOneNetworkTogether() {
		String network = network();
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			statuses.add(guess((i % 2 == 0) ? this.a : this.b, network, (i == 23) ? citizen() : Niks.next()));
		}
		assertThat(statuses.subList(0, 20)).containsOnly(422);
		// A try grows back every fifteen seconds.
		assertThat(statuses.subList(20, 24)).contains(429);
		assertThat(guess(this.b, network(), citizen())).as("from elsewhere").isEqualTo(422);
	}

	private static int guess(int port, String network, String nik) {
		Person guesser = new Person(port).with("X-Forwarded-For", network).open("/masuk");
		return guesser.submit("/masuk", "nik", nik, "sandi", "salah sama sekali").status();
	}

}
