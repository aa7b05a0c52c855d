package id.tangerangkota.layanan.identity.passkey;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class PasskeysIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private Passkeys passkeys;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	private AccountId budi;

	private AccountId siti;

	private final SoftwareAuthenticator phone = SoftwareAuthenticator.atHome();

	@BeforeEach
	void openAccounts() {
		this.budi = account();
		this.siti = account();
	}

	private AccountId account() {
		AccountId account = AccountId.random();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, created_at, version)
				values (?, 'CITIZEN', 'ACTIVE', now(), 0)""").param(account.value()).update();
		return account;
	}

	private void register(AccountId account, SoftwareAuthenticator authenticator, String label) {
		Ceremony ceremony = this.passkeys.beginRegistration(account, "akun", "Warga");
		this.passkeys.register(account, ceremony.challenge(), authenticator.create(ceremony), label);
	}

	private AccountId signIn(@Nullable AccountId account) {
		Ceremony ceremony = this.passkeys.beginSignIn(account);
		return this.passkeys.signIn(ceremony.challenge(), this.phone.get(ceremony), account);
	}

	private static void assertRefused(Reason reason, ThrowingCallable attempt) {
		assertThatExceptionOfType(PasskeyRefused.class).isThrownBy(attempt)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "ES384")
	void signsInWithAPasskeyOfTheAccountAndWithoutNamingIt(KeyKind kind) {
		SoftwareAuthenticator key = new SoftwareAuthenticator(kind, "http://localhost:8080", "localhost");
		register(this.budi, key, "Kunci");
		for (AccountId expected : new @Nullable AccountId[] { this.budi, null, this.budi }) {
			Ceremony ceremony = this.passkeys.beginSignIn(expected);
			assertThat(this.passkeys.signIn(ceremony.challenge(), key.get(ceremony), expected)).isEqualTo(this.budi);
		}
	}

	@Test
	void showsOwnersWhatTheyHave() {
		Instant before = this.clock.instant().minusMillis(1);
		register(this.budi, this.phone, "  Ponsel  ");
		register(this.budi, SoftwareAuthenticator.atHome(), "Laptop kantor");
		assertThat(this.passkeys.of(this.budi)).extracting(Passkey::label).containsExactly("Ponsel", "Laptop kantor");
		assertThat(this.passkeys.of(this.budi)).allSatisfy((passkey) -> {
			assertThat(passkey.created()).isBetween(before, this.clock.instant());
			assertThat(passkey.lastUsed()).isNull();
		});
		signIn(this.budi);
		assertThat(this.passkeys.of(this.budi).getFirst().lastUsed()).isBetween(before, this.clock.instant());
		assertThat(this.passkeys.of(this.budi).getLast().lastUsed()).isNull();
		assertThat(this.passkeys.of(this.siti)).isEmpty();
		assertThat(this.passkeys.has(this.budi)).isTrue();
		assertThat(this.passkeys.has(this.siti)).isFalse();
	}

	@Test
	void asksForAuthenticatorsOfTheAccountAndRegistersNoneTwice() {
		register(this.budi, this.phone, "Ponsel");
		register(this.siti, SoftwareAuthenticator.atHome(), "Ponsel");
		String id = SoftwareAuthenticator.text(this.phone.credentialId);
		assertThat(ids(this.passkeys.beginRegistration(this.budi, "akun", "Budi"), "excludeCredentials"))
			.containsExactly(id);
		assertThat(ids(this.passkeys.beginSignIn(this.budi), "allowCredentials")).containsExactly(id);
		assertThat(ids(this.passkeys.beginSignIn(null), "allowCredentials")).isEmpty();
	}

	private static List<String> ids(Ceremony ceremony, String list) {
		return JSON.readTree(ceremony.optionsJson())
			.get(list)
			.valueStream()
			.map((JsonNode one) -> one.get("id").asString())
			.toList();
	}

	@Test
	void keepsTheCounterAndRefusesAnOldAnswer(CapturedOutput output) {
		register(this.budi, this.phone, "Ponsel");
		Ceremony ceremony = this.passkeys.beginSignIn(this.budi);
		String answer = this.phone.get(ceremony);
		assertThat(this.passkeys.signIn(ceremony.challenge(), answer, this.budi)).isEqualTo(this.budi);
		assertThat(output).doesNotContain("signature counter");
		assertRefused(Reason.COUNTER_NOT_HIGHER, () -> this.passkeys.signIn(ceremony.challenge(), answer, this.budi));
		this.phone.signCount = -1;
		assertRefused(Reason.COUNTER_NOT_HIGHER, () -> signIn(this.budi));
		String id = this.passkeys.of(this.budi).getFirst().id();
		assertThat(output.toString().lines().filter((line) -> line.contains("signature counter"))).hasSize(2)
			.allSatisfy((line) -> assertThat(line).contains("WARN", id, this.budi.toString())
				.doesNotContain(SoftwareAuthenticator.text(this.phone.credentialId), "Ponsel"));
		this.phone.signCount = 1;
		assertThat(signIn(this.budi)).isEqualTo(this.budi);
	}

	@Test
	void takesAuthenticatorsWithoutACounter() {
		this.phone.step = 0;
		register(this.budi, this.phone, "Ponsel");
		assertThat(signIn(this.budi)).isEqualTo(this.budi);
		assertThat(signIn(null)).isEqualTo(this.budi);
	}

	@Test
	void refusesThePasskeyOfSomebodyElse() {
		register(this.budi, this.phone, "Ponsel");
		register(this.siti, SoftwareAuthenticator.atHome(), "Ponsel");
		assertRefused(Reason.OTHER_ACCOUNT, () -> signIn(this.siti));
		assertThat(this.passkeys.of(this.budi)).allSatisfy((passkey) -> assertThat(passkey.lastUsed()).isNull());
	}

	@Test
	void wantsToHearTheAccountWhenItNamedNone() {
		register(this.budi, this.phone, "Ponsel");
		this.phone.handsOutUser = false;
		assertThat(signIn(this.budi)).isEqualTo(this.budi);
		assertRefused(Reason.OTHER_ACCOUNT, () -> signIn(null));
		this.phone.handsOutUser = true;
		this.phone.user = new byte[0];
		assertRefused(Reason.OTHER_ACCOUNT, () -> signIn(null));
		this.phone.user = UserHandle.of(this.siti);
		assertRefused(Reason.OTHER_ACCOUNT, () -> signIn(null));
		assertRefused(Reason.OTHER_ACCOUNT, () -> signIn(this.budi));
	}

	@Test
	void refusesAPasskeyItDoesNotKnow() {
		assertRefused(Reason.UNKNOWN, () -> signIn(this.budi));
		assertRefused(Reason.UNKNOWN, () -> signIn(null));
	}

	@Test
	void refusesTheChallengeOfAnotherCeremony() {
		register(this.budi, this.phone, "Ponsel");
		Ceremony other = this.passkeys.beginSignIn(this.budi);
		Ceremony ceremony = this.passkeys.beginSignIn(this.budi);
		String answer = this.phone.get(ceremony);
		assertRefused(Reason.WRONG_CHALLENGE, () -> this.passkeys.signIn(other.challenge(), answer, this.budi));
		assertThat(this.passkeys.signIn(ceremony.challenge(), answer, this.budi)).isEqualTo(this.budi);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{}", "null" })
	void refusesWhatNoBrowserSends(String garbage) {
		Ceremony registration = this.passkeys.beginRegistration(this.budi, "akun", "Budi");
		assertRefused(Reason.UNREADABLE,
				() -> this.passkeys.register(this.budi, registration.challenge(), garbage, "Ponsel"));
		Ceremony ceremony = this.passkeys.beginSignIn(null);
		assertRefused(Reason.UNREADABLE, () -> this.passkeys.signIn(ceremony.challenge(), garbage, null));
		assertThat(this.passkeys.has(this.budi)).isFalse();
	}

	@Test
	void refusesAPasskeyThatIsRegistered() {
		register(this.budi, this.phone, "Ponsel");
		assertRefused(Reason.ALREADY_REGISTERED, () -> register(this.budi, this.phone, "Lagi"));
		assertRefused(Reason.ALREADY_REGISTERED, () -> register(this.siti, this.phone, "Ponsel"));
		assertThat(this.passkeys.of(this.budi)).extracting(Passkey::label).containsExactly("Ponsel");
		assertThat(this.passkeys.has(this.siti)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \u3000 ", "0123456789012345678901234567890123456789012345678901234567890" })
	void wantsALabel(String label) {
		assertRefused(Reason.LABEL, () -> register(this.budi, this.phone, label));
	}

	@Test
	void countsTheCharactersOfALabelAsPeopleDo() {
		String label = "🔑".repeat(Passkeys.LONGEST_LABEL);
		register(this.budi, this.phone, " " + label + " ");
		assertThat(this.passkeys.of(this.budi)).extracting(Passkey::label).containsExactly(label);
	}

	@Test
	void stopsAtTen() {
		for (int i = 1; i <= Passkeys.MOST; i++) {
			register(this.budi, SoftwareAuthenticator.atHome(), "Kunci " + i);
		}
		assertRefused(Reason.TOO_MANY, () -> register(this.budi, this.phone, "Kunci 11"));
		register(this.siti, this.phone, "Kunci");
		assertThat(this.passkeys.of(this.budi)).hasSize(Passkeys.MOST);
		this.passkeys.remove(this.budi, this.passkeys.of(this.budi).getFirst().id());
		register(this.budi, SoftwareAuthenticator.atHome(), "Kunci 11");
	}

	@Test
	void stopsAtTenWhenSeveralComeAtOnce() throws Exception {
		for (int i = 1; i < Passkeys.MOST; i++) {
			register(this.budi, SoftwareAuthenticator.atHome(), "Kunci " + i);
		}
		List<@Nullable Reason> outcomes = atOnce(4,
				(number) -> register(this.budi, SoftwareAuthenticator.atHome(), "Terakhir " + number));
		assertThat(outcomes).containsOnlyOnce((Reason) null).containsOnly(null, Reason.TOO_MANY);
		assertThat(this.passkeys.of(this.budi)).hasSize(Passkeys.MOST);
	}

	@Test
	void takesAnAnswerOnceWhenItComesTwiceAtOnce() throws Exception {
		register(this.budi, this.phone, "Ponsel");
		for (int round = 0; round < 5; round++) {
			Ceremony ceremony = this.passkeys.beginSignIn(this.budi);
			String answer = this.phone.get(ceremony);
			List<@Nullable Reason> outcomes = atOnce(4,
					(number) -> this.passkeys.signIn(ceremony.challenge(), answer, this.budi));
			assertThat(outcomes).containsOnlyOnce((Reason) null).containsOnly(null, Reason.COUNTER_NOT_HIGHER);
		}
	}

	@Test
	void givesAPasskeyToOneAccountWhenTwoAskAtOnce() throws Exception {
		List<AccountId> accounts = List.of(this.budi, this.siti);
		List<@Nullable Reason> outcomes = atOnce(2, (number) -> {
			SoftwareAuthenticator copy = SoftwareAuthenticator.atHome();
			copy.credentialId = this.phone.credentialId;
			register(accounts.get(number), copy, "Ponsel");
		});
		assertThat(outcomes).containsExactlyInAnyOrder(null, Reason.ALREADY_REGISTERED);
	}

	@Test
	void removesPasskeysOfTheirOwnerOnly() {
		register(this.budi, this.phone, "Ponsel");
		register(this.budi, SoftwareAuthenticator.atHome(), "Laptop");
		String id = this.passkeys.of(this.budi).getFirst().id();
		assertThat(this.passkeys.remove(this.siti, id)).isFalse();
		assertThat(this.passkeys.remove(this.budi, "1' or '1'='1")).isFalse();
		assertThat(signIn(this.budi)).isEqualTo(this.budi);
		assertThat(this.passkeys.remove(this.budi, id)).isTrue();
		assertThat(this.passkeys.remove(this.budi, id)).isFalse();
		assertRefused(Reason.UNKNOWN, () -> signIn(this.budi));
		assertThat(this.passkeys.removeAll(this.siti)).isZero();
		assertThat(this.passkeys.removeAll(this.budi)).isEqualTo(1);
		assertThat(this.passkeys.has(this.budi)).isFalse();
	}

	@FunctionalInterface
	private interface Attempt {

		void run(int number);

	}

	/** What became of attempts that start together: null where one went well. */
	private static List<@Nullable Reason> atOnce(int attempts, Attempt attempt) throws Exception {
		CyclicBarrier start = new CyclicBarrier(attempts);
		try (ExecutorService people = Executors.newFixedThreadPool(attempts)) {
			List<Callable<@Nullable Reason>> work = IntStream.range(0, attempts)
				.mapToObj((number) -> (Callable<@Nullable Reason>) () -> {
					start.await();
					try {
						attempt.run(number);
						return null;
					}
					catch (PasskeyRefused ex) {
						return ex.reason();
					}
				})
				.toList();
			List<@Nullable Reason> outcomes = new ArrayList<>();
			for (Future<@Nullable Reason> done : people.invokeAll(work)) {
				outcomes.add(done.get());
			}
			return outcomes;
		}
	}

}
