package id.tangerangkota.layanan.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.AccountAct.Act;
import id.tangerangkota.layanan.identity.CounterDesk.CounterCode;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.identity.Disclosures.What;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.delivery.AccountMessage;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TooManyTries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What officers do at the counter, and what they see. */
@PortalTest
@RecordApplicationEvents
class CounterDeskIntegrationTests {

	private static final String PASSWORD = "perahu kecil di hulu";

	private static final String NEW_PASSWORD = "jembatan tua berbunyi";

	private static final String ADDRESS = "192.0.2.77";

	@Autowired
	private CounterDesk desk;

	@Autowired
	private AccountRepository accounts;

	@Autowired
	private Disclosures disclosures;

	@Autowired
	private Registration registration;

	@Autowired
	private AccountDesk accountDesk;

	@Autowired
	private AccountDirectory directory;

	@Autowired
	private PasswordDesk passwords;

	@Autowired
	private SignInDesk signInDesk;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	private final AccountId officer = AccountId.random();

	@BeforeEach
	void sitDown() {
		Acting.as(Actor.staff(this.officer, Set.of(Role.OFFICER), new AgencyId("disdukcapil")));
	}

	@AfterEach
	void standUp() {
		Acting.as(Actor.anonymous()).close();
	}

	@Test
	void recordsEveryLookUpWithoutTheNik() {
		Nik known = register("Budi Santoso", null);
		Nik unknown = Nik.parse(Niks.next());
		assertThat(this.desk.lookUp(known)).get()
			.satisfies((account) -> assertThat(account.nik()).isEqualTo(known.masked()));
		assertThat(this.desk.lookUp(unknown)).isEmpty();
		assertThat(acts(Act.LOOKED_UP_AT_COUNTER)).satisfiesExactly((act) -> {
			assertThat(act.account()).isNotNull();
			assertThat(act.details()).containsEntry("found", "true").hasSize(1);
		}, (act) -> {
			assertThat(act.account()).isNull();
			assertThat(act.details()).containsEntry("found", "false").hasSize(1);
		});
	}

	@Test
	void looksUpNoMoreThanCanStandAtACounter() {
		for (int i = 0; i < 60; i++) {
			this.desk.lookUp(Nik.parse(Niks.next()));
		}
		assertThatExceptionOfType(TooManyTries.class).isThrownBy(() -> this.desk.lookUp(Nik.parse(Niks.next())))
			.satisfies((refusal) -> assertThat(refusal.retryAfter()).isPositive());
		Acting.as(Actor.staff(AccountId.random(), Set.of(Role.OFFICER), new AgencyId("disdukcapil")));
		assertThat(this.desk.lookUp(Nik.parse(Niks.next()))).as("another officer").isEmpty();
	}

	@Test
	void vouchesForAnAccount() {
		Nik nik = register("Budi Santoso", null);
		AccountId id = find(nik).id();
		assertThat(find(nik).verifiedBy()).isNull();
		this.desk.verify(id);
		assertThat(find(nik).verifiedBy()).isEqualTo(VerifiedBy.COUNTER);
		assertThat(signsIn(nik, PASSWORD)).isTrue();
	}

	@Test
	void opensAnAccountWhosePasswordItsOwnerSetsOnce() {
		Nik nik = Nik.parse(Niks.next());
		CounterCode code = this.desk.open(nik, "Dewi Lestari");
		assertThat(code.toString()).doesNotContain(code.code());
		assertThat(find(nik).verifiedBy()).isEqualTo(VerifiedBy.COUNTER);
		assertThat(find(nik).name()).isEqualTo("Dewi Lestari");
		assertThat(signsIn(nik, "")).isFalse();
		String typed = code.code().toLowerCase(Locale.ROOT).replace("-", " ");
		assertThat(this.passwords.reset(nik, typed, PASSWORD, ADDRESS)).isTrue();
		assertThat(signsIn(nik, PASSWORD)).isTrue();
		assertThat(this.passwords.reset(nik, code.code(), NEW_PASSWORD, ADDRESS)).as("a second time").isFalse();
		assertThat(signsIn(nik, PASSWORD)).isTrue();
		assertThat(DatabaseText.find(this.jdbc, code.code())).isEmpty();
	}

	@Test
	void aCodeOpensNoOtherAccountAndEnds() {
		Nik nik = Nik.parse(Niks.next());
		Nik other = Nik.parse(Niks.next());
		CounterCode first = this.desk.open(nik, "Dewi Lestari");
		this.desk.open(other, "Rina Marlina");
		assertThat(this.passwords.reset(other, first.code(), PASSWORD, ADDRESS)).isFalse();
		CounterCode second = this.desk.issueCode(first.account());
		assertThat(this.passwords.reset(nik, first.code(), PASSWORD, ADDRESS)).as("an older code").isFalse();
		this.jdbc
			.sql("update identity.one_time_token set expires_at = now() - interval '1 second' where account_id = ?")
			.param(first.account().value())
			.update();
		assertThat(this.passwords.reset(nik, second.code(), PASSWORD, ADDRESS)).as("too old").isFalse();
	}

	@Test
	void givesNoCodeForAnAccountNobodyVouchesFor() {
		Nik nik = register("Budi Santoso", null);
		AccountId id = find(nik).id();
		assertThatExceptionOfType(IllegalAccountChange.class).isThrownBy(() -> this.desk.issueCode(id));
		this.desk.verify(id);
		assertThat(this.desk.issueCode(id).code()).matches("(?:[2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}");
	}

	@Test
	void handsANikOverToItsOwner() {
		String email = "penipu." + Niks.next().substring(10) + "@contoh.id";
		Nik nik = register("Penipu", email);
		AccountId old = find(nik).id();
		this.jdbc.sql("update identity.account set email_confirmed_at = now() where id = ?")
			.param(old.value())
			.update();
		CounterCode code = this.desk.handOver(nik, "Budi Santoso");
		assertThat(this.directory.find(old)).get().satisfies((account) -> {
			assertThat(account.state()).isEqualTo(AccountState.DISPLACED);
			assertThat(account.nik()).isNull();
		});
		assertThat(find(nik).id()).isEqualTo(code.account()).isNotEqualTo(old);
		assertThat(find(nik).isVerified()).isTrue();
		assertThat(signsIn(nik, PASSWORD)).as("with the old password").isFalse();
		assertThat(this.letters.to(email)).last().extracting(AccountMessage::kind).isEqualTo(Kind.NIK_TAKEN_AWAY);
		assertThat(acts(Act.NIK_TAKEN_AWAY)).singleElement()
			.satisfies((act) -> assertThat(act.account()).isEqualTo(old));
		assertThat(this.passwords.reset(nik, code.code(), NEW_PASSWORD, ADDRESS)).isTrue();
		assertThat(signsIn(nik, NEW_PASSWORD)).isTrue();
	}

	@Test
	void takesNoNikFromAVerifiedAccount() {
		Nik nik = register("Budi Santoso", null);
		AccountId id = find(nik).id();
		this.desk.verify(id);
		assertThatExceptionOfType(IllegalAccountChange.class).isThrownBy(() -> this.desk.handOver(nik, "Penipu"));
		assertThat(find(nik).id()).isEqualTo(id);
		assertThat(signsIn(nik, PASSWORD)).isTrue();
		assertThat(acts(Act.NIK_TAKEN_AWAY)).isEmpty();
	}

	/** Others may know somebody's name and birth date; only the owner has the card. */
	@Test
	void takesANikFromAnAccountThatOnlyTheRegistryVouchesFor() {
		Nik nik = register("Budi Santoso", null);
		AccountId old = find(nik).id();
		Account account = this.accounts.findById(old.value()).orElseThrow();
		account.verify(VerifiedBy.REGISTRY, Instant.EPOCH);
		this.accounts.saveAndFlush(account);
		assertThatExceptionOfType(IllegalAccountChange.class).isThrownBy(() -> this.desk.issueCode(old));
		CounterCode code = this.desk.handOver(nik, "Budi Santoso");
		assertThat(find(nik).id()).isEqualTo(code.account()).isNotEqualTo(old);
		assertThat(find(nik).isCardSeen()).isTrue();
		assertThat(signsIn(nik, PASSWORD)).isFalse();
	}

	@Test
	void opensNoSecondAccountForANik() {
		Nik nik = register("Budi Santoso", null);
		assertThatExceptionOfType(IllegalAccountChange.class).isThrownBy(() -> this.desk.open(nik, "Penipu"));
		assertThat(signsIn(nik, PASSWORD)).isTrue();
	}

	@RepeatedTest(5)
	void opensOneAccountForTwoOfficers() throws Exception {
		Nik nik = Nik.parse(Niks.next());
		Callable<Boolean> opening = () -> {
			try (Acting officer = Acting.as(Actor.staff(AccountId.random(), Set.of(Role.OFFICER), null))) {
				this.desk.open(nik, "Dewi Lestari");
				return true;
			}
			catch (IllegalAccountChange ex) {
				return false;
			}
		};
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Future<Boolean>> opened = threads.invokeAll(List.of(opening, opening));
			assertThat(List.of(opened.get(0).get(), opened.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
	}

	@Test
	void showsANikForAReasonAndTellsItsOwner() {
		Nik nik = register("Budi Santoso", null);
		AccountId id = find(nik).id();
		String words = "Berkas untuk dinas sosial nomor " + id;
		assertThat(this.disclosures.revealNik(id, Reason.HANDLING_A_CASE, words)).isEqualTo(nik.digits());
		assertThat(this.disclosures.of(id)).singleElement().satisfies((seen) -> {
			assertThat(seen.office()).isEqualTo("disdukcapil");
			assertThat(seen.role()).isEqualTo(Role.OFFICER);
			assertThat(seen.what()).isEqualTo(What.NIK);
			assertThat(seen.reason()).isEqualTo(Reason.HANDLING_A_CASE);
			assertThat(seen.note()).isEqualTo(words);
		});
		assertThat(DatabaseText.find(this.jdbc, words)).isEmpty();
		assertThat(DatabaseText.find(this.jdbc, nik.digits())).isEmpty();
		assertThat(acts(Act.NIK_REVEALED)).singleElement()
			.satisfies((act) -> assertThat(act.details()).containsEntry("reason", "HANDLING_A_CASE")
				.containsKey("disclosure")
				.doesNotContainValue(words));
	}

	@Test
	void keepsANikOutOfTheWords() {
		Nik nik = register("Budi Santoso", null);
		AccountId id = find(nik).id();
		this.disclosures.revealNik(id, Reason.DATA_REQUEST, "NIK " + nik.digits());
		assertThat(this.disclosures.of(id)).singleElement()
			.satisfies((seen) -> assertThat(seen.note()).endsWith(nik.digits().substring(12))
				.doesNotContain(nik.digits()));
	}

	@Test
	void showsNothingWhereThereIsNoNik() {
		Nik nik = register("Penipu", null);
		AccountId old = find(nik).id();
		this.desk.handOver(nik, "Budi Santoso");
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.disclosures.revealNik(old, Reason.DATA_REQUEST, "Untuk apa saja"));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.disclosures.revealNik(AccountId.random(), Reason.DATA_REQUEST, "Untuk apa saja"));
		assertThat(this.disclosures.of(old)).isEmpty();
		assertThat(acts(Act.NIK_REVEALED)).isEmpty();
	}

	private Nik register(String name, @Nullable String email) {
		Nik nik = Nik.parse(Niks.next());
		this.registration
			.register(new Registration.Application(nik, name, PASSWORD, (email != null) ? new Email(email) : null,
					"192.0.2." + nik.digits().substring(13).replaceFirst("^0+", "1")));
		return nik;
	}

	private AccountSummary find(Nik nik) {
		return this.desk.find(nik).orElseThrow();
	}

	private boolean signsIn(Nik nik, String password) {
		return Optional
			.ofNullable(this.signInDesk.signIn(nik, password, new SignInAttempt(ADDRESS, null, "Uji")).signIn())
			.isPresent();
	}

	private List<AccountAct> acts(Act act) {
		return this.events.stream(AccountAct.class).filter((event) -> event.act() == act).toList();
	}

}
