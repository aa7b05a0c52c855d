package id.tangerangkota.layanan.identity.passkey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A question put to a browser is answered once, however many answers come at once. */
@PortalTest
class ParallelAnswersIntegrationTests {

	private static final String PASSWORD = "kopi pagi hujan deras";

	private final SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();

	@LocalServerPort
	private int port;

	@Autowired
	private Registration registration;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private Passkeys passkeys;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private AccountId account;

	private Person person;

	@BeforeEach
	void waitAtTheSecondDoor() {
		// As passkeys do that a phone copies to other devices: only the challenge tells
		// two answers apart.
		this.phone.step = 0;
		String nik = Niks.next();
		this.registration
			.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", PASSWORD, null, "198.51.100.71"));
		this.account = this.counter.find(Nik.parse(nik)).orElseThrow().id();
		Ceremony ceremony = this.passkeys.beginRegistration(this.account, "akun", "Warga");
		this.passkeys.register(this.account, ceremony.challenge(), this.phone.create(ceremony), "Ponsel");
		this.person = new Person(this.port).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD);
		assertThat(this.person.path()).isEqualTo("/masuk/kode");
	}

	private Map<String, String> answer() {
		String options = this.person.page().select("form[data-passkey]").attr("data-options");
		Map<String, String> form = this.person.hidden("/masuk/kunci-sandi");
		form.put("tanggapan", this.phone.get(new Ceremony(options, "")));
		return form;
	}

	private int send(Map<String, String> form) {
		return this.person.at(this.port).post("/masuk/kunci-sandi", form).status();
	}

	@Test
	void oneOfTwoAtTheSameMomentGetsIn() throws Exception {
		Map<String, String> form = answer();
		try (ExecutorService browser = Executors.newFixedThreadPool(2)) {
			List<Future<Integer>> answers = this.transaction.execute((status) -> {
				// Whoever has the challenge waits here, and nothing is decided yet.
				this.jdbc.sql("select id from identity.passkey where account_id = ? for update")
					.param(this.account.value())
					.query()
					.singleRow();
				List<Future<Integer>> both = Stream.generate(() -> browser.submit(() -> send(form))).limit(2).toList();
				await().atMost(Duration.ofMillis(2500)).until(() -> both.stream().anyMatch(Future::isDone));
				return both;
			});
			assertThat(List.of(answers.getFirst().get(), answers.getLast().get())).containsExactlyInAnyOrder(422, 303);
		}
	}

	@Test
	void anAnswerIsWorthNothingTheSecondTime() {
		Map<String, String> wrong = answer();
		wrong.put("tanggapan", "{}");
		Map<String, String> right = answer();
		this.person.post("/masuk/kunci-sandi", wrong);
		assertThat(this.person.status()).isEqualTo(422);
		Person later = this.person.at(this.port);
		assertThat(later.post("/masuk/kunci-sandi", right).status()).as("the answer to the question before")
			.isEqualTo(422);
		this.person.open("/masuk/kode").submit("/masuk/kunci-sandi", "tanggapan", answer().get("tanggapan"));
		assertThat(this.person.path()).as("the answer to the newest question").startsWith("/akun");
	}

	@Test
	void aRefusedAnswerIsOnRecord() {
		Map<String, String> wrong = answer();
		wrong.put("tanggapan", "{}");
		this.person.post("/masuk/kunci-sandi", wrong);
		assertThat(this.jdbc.sql("""
				select count(*) from audit.entry
				where action = 'identity.sign-in-failed' and subject_id = ?""")
			.param(this.account.toString())
			.query(Integer.class)
			.single()).isOne();
	}

}
