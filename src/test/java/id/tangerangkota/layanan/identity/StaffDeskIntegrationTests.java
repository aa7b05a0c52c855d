package id.tangerangkota.layanan.identity;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.StaffRefused.Reason;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.AuthenticatorApp;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.NoStaff;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Joining the staff, and leaving it. */
@PortalTest
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class StaffDeskIntegrationTests {

	private static final String PASSWORD = "perahu kecil di hulu";

	private static final AtomicInteger count = new AtomicInteger();

	@Autowired
	private StaffDesk desk;

	@Autowired
	private StaffDirectory directory;

	@Autowired
	private Joining joining;

	@Autowired
	private AccountDesk accountDesk;

	@Autowired
	private SignInDesk signInDesk;

	@Autowired
	private FirstAdministrator firstAdministrator;

	@Autowired
	private AccountCommand command;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void letEverybodyGo() {
		NoStaff.in(this.jdbc);
	}

	@Test
	void joinsInTwoSteps() {
		Email email = email();
		AccountId id = this.desk.invite(email, Set.of(Role.OFFICER), new AgencyId("disdukcapil")).id();
		assertThat(this.directory.find(id)).get().satisfies((member) -> {
			assertThat(member.state()).isEqualTo(AccountState.INVITED);
			assertThat(member.name()).isNull();
			assertThat(member.secured()).isFalse();
		});
		String token = token(email);
		assertThat(this.joining.invited(token)).get().satisfies((invited) -> assertThat(invited.id()).isEqualTo(id));
		assertThat(this.joining.prepare(token, "Siti Aminah", null, PASSWORD)).isTrue();
		assertThat(this.signInDesk.signIn(email, PASSWORD, attempt()).signIn()).as("before the second step").isNull();
		String secret = this.accountDesk.newTotpSecret();
		AuthenticatorApp app = AuthenticatorApp.of(secret);
		assertThat(this.joining.join(token, secret, app.wrong(), "Chrome, Android")).isEmpty();
		assertThat(this.joining.join(token, secret, app.next(), "Chrome, Android")).get()
			.satisfies((signIn) -> assertThat(signIn.complete()).isTrue());
		assertThat(this.joining.invited(token)).as("the link is used up").isEmpty();
		assertThat(this.joining.prepare(token, "Orang Lain", null, PASSWORD)).isFalse();
		assertThat(this.joining.join(token, secret, app.next(), "Chrome, Android")).isEmpty();
		assertThat(this.directory.find(id)).get().satisfies((member) -> {
			assertThat(member.state()).isEqualTo(AccountState.ACTIVE);
			assertThat(member.name()).isEqualTo("Siti Aminah");
			assertThat(member.secured()).isTrue();
			assertThat(member.lastSignInAt()).isNotNull();
		});
		assertThat(acts()).containsSubsequence(AccountAct.Act.STAFF_INVITED, AccountAct.Act.FACTOR_ADDED,
				AccountAct.Act.STAFF_JOINED, AccountAct.Act.SIGNED_IN);
	}

	@RepeatedTest(5)
	void letsOneOfTwoUseALink() throws Exception {
		Email email = email();
		AccountId id = this.desk.invite(email, Set.of(Role.AUDITOR), null).id();
		String token = token(email);
		this.joining.prepare(token, "Siti Aminah", null, PASSWORD);
		String secret = this.accountDesk.newTotpSecret();
		AuthenticatorApp app = AuthenticatorApp.of(secret);
		// With codes of two steps both are right: only the link decides.
		String first = app.next();
		String second = app.next();
		List<Boolean> joined = atOnce(() -> this.joining.join(token, secret, first, "Satu").isPresent(),
				() -> this.joining.join(token, secret, second, "Dua").isPresent());
		assertThat(joined).containsExactlyInAnyOrder(true, false);
		assertThat(this.jdbc.sql("select count(*) from identity.sign_in where account_id = ?")
			.param(id.value())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void takesNoLinkThatIsTooOld() {
		Email email = email();
		this.desk.invite(email, Set.of(Role.AUDITOR), null);
		String token = token(email);
		this.joining.prepare(token, "Siti Aminah", null, PASSWORD);
		this.jdbc.sql("update identity.one_time_token set expires_at = now() - interval '1 second'").update();
		assertThat(this.joining.invited(token)).isEmpty();
		assertThat(this.joining.prepare(token, "Siti Aminah", null, PASSWORD)).isFalse();
		String secret = this.accountDesk.newTotpSecret();
		assertThat(this.joining.join(token, secret, AuthenticatorApp.of(secret).next(), "Chrome, Android")).isEmpty();
	}

	@Test
	void linksLastADay() {
		Email email = email();
		this.desk.invite(email, Set.of(Role.AUDITOR), null);
		assertThat(this.jdbc
			.sql("select expires_at between now() + interval '23 hours 59 minutes' and now() + interval '24 hours'"
					+ " from identity.one_time_token where purpose = 'STAFF_INVITATION'")
			.query(Boolean.class)
			.list()).containsExactly(true);
	}

	@Test
	void invitingAgainVoidsPasswordFactorAndLink() {
		Email email = email();
		join(email(), Role.ADMINISTRATOR);
		AccountId id = join(email, Role.AUDITOR);
		assertThat(this.signInDesk.signIn(email, PASSWORD, attempt()).signIn()).isNotNull();
		this.desk.inviteAgain(id);
		String second = token(email);
		assertThat(this.signInDesk.signIn(email, PASSWORD, attempt()).signIn()).isNull();
		assertThat(this.directory.find(id)).get().satisfies((member) -> {
			assertThat(member.state()).isEqualTo(AccountState.INVITED);
			assertThat(member.secured()).isFalse();
		});
		assertThat(
				this.jdbc.sql("select password_hash is null and totp_secret is null from identity.account where id = ?")
					.param(id.value())
					.query(Boolean.class)
					.single())
			.isTrue();
		this.desk.inviteAgain(id);
		assertThat(this.joining.invited(second)).as("an older link").isEmpty();
		assertThat(this.joining.invited(token(email))).isPresent();
	}

	@Test
	void bringsBackWhoLeft() {
		join(email(), Role.ADMINISTRATOR);
		Email email = email();
		AccountId id = join(email, Role.AUDITOR);
		this.desk.deactivate(id);
		assertThat(this.signInDesk.signIn(email, PASSWORD, attempt()).signIn()).isNull();
		assertThatExceptionOfType(IllegalAccountChange.class).isThrownBy(() -> this.desk.deactivate(id));
		this.desk.inviteAgain(id);
		assertThat(this.joining.invited(token(email))).isPresent();
		assertThat(acts()).endsWith(AccountAct.Act.STAFF_DEACTIVATED, AccountAct.Act.SIGN_IN_FAILED,
				AccountAct.Act.STAFF_REACTIVATED);
	}

	@Test
	void keepsTheLastAdministrator() {
		AccountId last = join(email(), Role.ADMINISTRATOR);
		// Whoever was only invited lets nobody in.
		this.desk.invite(email(), Set.of(Role.ADMINISTRATOR), null);
		refused(Reason.LAST_ADMINISTRATOR, () -> this.desk.deactivate(last));
		refused(Reason.LAST_ADMINISTRATOR, () -> this.desk.changeRoles(last, Set.of(Role.AUDITOR), null));
		refused(Reason.LAST_ADMINISTRATOR, () -> this.desk.inviteAgain(last));
		this.desk.changeRoles(last, Set.of(Role.ADMINISTRATOR, Role.AUDITOR), null);
		AccountId other = join(email(), Role.ADMINISTRATOR);
		this.desk.deactivate(last);
		refused(Reason.LAST_ADMINISTRATOR, () -> this.desk.deactivate(other));
	}

	/** Or whoever decides about access could be both of two who have to agree. */
	@Test
	void nobodyGivesARoleToThemselves() {
		AccountId administrator = join(email(), Role.ADMINISTRATOR);
		AccountId other = join(email(), Role.ADMINISTRATOR);
		this.desk.changeRoles(administrator, Set.of(Role.ADMINISTRATOR, Role.AUDITOR), null);
		try (Acting ignored = Acting.as(Actor.staff(administrator, Set.of(Role.ADMINISTRATOR), null))) {
			refused(Reason.OWN_ROLES, () -> this.desk.changeRoles(administrator,
					Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.COORDINATOR), null));
			this.desk.changeRoles(administrator, Set.of(Role.ADMINISTRATOR), null);
			this.desk.changeRoles(other, Set.of(Role.ADMINISTRATOR, Role.COORDINATOR), null);
		}
	}

	@RepeatedTest(5)
	void twoAdministratorsCannotLetEachOtherGo() throws Exception {
		AccountId one = join(email(), Role.ADMINISTRATOR);
		AccountId two = join(email(), Role.ADMINISTRATOR);
		List<Boolean> gone = atOnce(() -> goes(one), () -> goes(two));
		assertThat(gone).containsExactlyInAnyOrder(true, false);
	}

	private boolean goes(AccountId id) {
		try {
			this.desk.deactivate(id);
			return true;
		}
		catch (StaffRefused ex) {
			assertThat(ex.reason()).isEqualTo(Reason.LAST_ADMINISTRATOR);
			return false;
		}
	}

	@Test
	void refusesWhatMakesNoAccount() {
		Email email = email();
		this.desk.invite(email, Set.of(Role.AUDITOR), null);
		refused(Reason.KNOWN_EMAIL,
				() -> this.desk.invite(new Email(email.value().toUpperCase(Locale.ROOT)), Set.of(Role.AUDITOR), null));
		refused(Reason.NO_ROLE, () -> this.desk.invite(email(), Set.of(), null));
		refused(Reason.NO_AGENCY, () -> this.desk.invite(email(), Set.of(Role.AUDITOR, Role.OFFICER), null));
		refused(Reason.NO_AGENCY, () -> this.desk.invite(email(), Set.of(Role.AGENCY_HEAD), null));
	}

	@Test
	void asksForAnAddressWhereTheLinkCameWithoutOne() {
		Email known = email();
		this.desk.invite(known, Set.of(Role.AUDITOR), null);
		String token = secret(this.desk.inviteAdministrator(null));
		AccountId id = this.joining.invited(token).orElseThrow().id();
		refused(Reason.NO_EMAIL, () -> this.desk.inviteAgain(id));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.joining.prepare(token, "Siti Aminah", null, PASSWORD));
		refused(Reason.KNOWN_EMAIL, () -> this.joining.prepare(token, "Siti Aminah", known, PASSWORD));
		Email own = email();
		assertThat(this.joining.prepare(token, "Siti Aminah", own, PASSWORD)).isTrue();
		assertThat(this.directory.find(id)).get().satisfies((member) -> assertThat(member.email()).isEqualTo(own));
	}

	@Test
	void takesNoPasswordMadeOfTheAddress() {
		Email email = new Email("perahukecil" + count.incrementAndGet() + "@tangerangkota.go.id");
		this.desk.invite(email, Set.of(Role.AUDITOR), null);
		assertThatExceptionOfType(RefusedPassword.class)
			.isThrownBy(() -> this.joining.prepare(token(email), "Siti Aminah", null, email.value()));
		assertThat(this.joining.invited(token(email))).as("the link stays good").isPresent();
	}

	@Test
	void tellsTheFirstAdministratorOnce(CapturedOutput output) {
		// The portal of this test may have told one when it started.
		List<String> before = invitations(output);
		this.firstAdministrator.on(null);
		List<String> told = invitations(output);
		assertThat(told).hasSize(before.size() + 1);
		String line = told.getLast();
		String token = secret(line.substring(line.indexOf("http")));
		assertThat(this.joining.invited(token)).get()
			.satisfies((invited) -> assertThat(invited.roles()).containsExactly(Role.ADMINISTRATOR));
		assertThat(this.jdbc.sql("select count(*) from identity.one_time_token where encode(hash, 'escape') like ?")
			.param("%" + token + "%")
			.query(Integer.class)
			.single()).as("kept as a hash only").isZero();
		this.firstAdministrator.on(null);
		assertThat(invitations(output)).isEqualTo(told);
	}

	private static List<String> invitations(CapturedOutput output) {
		return output.getAll().lines().filter((text) -> text.contains("/petugas/undangan/")).toList();
	}

	@Test
	void invitesAnAdministratorFromTheCommandLine() {
		Email email = email();
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine line = new CommandLine(this.command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
		assertThat(line.execute("invite-admin", "--email", email.value())).isZero();
		assertThat(this.joining.invited(secret(out.toString().strip()))).get().satisfies((invited) -> {
			assertThat(invited.email()).isEqualTo(email);
			assertThat(invited.roles()).containsExactly(Role.ADMINISTRATOR);
		});
		assertThat(this.letters.to(email.value())).as("the link is on the console").isEmpty();
		assertThat(line.execute("invite-admin", "--email", email.value())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
		assertThat(err.toString()).contains("belongs to the staff already");
		assertThat(line.execute("invite-admin", "--email", "siapa saja")).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(line.execute("invite-admin")).isEqualTo(CommandLine.ExitCode.USAGE);
	}

	@Test
	void letsTheLastAdministratorBackInFromTheCommandLine() {
		Email email = email();
		AccountId id = join(email, Role.ADMINISTRATOR);
		StringWriter out = new StringWriter();
		CommandLine line = new CommandLine(this.command).setOut(new PrintWriter(out));
		assertThat(line.execute("invite-admin", "--again", "--email", email.value())).isZero();
		assertThat(this.signInDesk.signIn(email, PASSWORD, attempt()).signIn()).isNull();
		String first = secret(out.toString().strip());
		assertThat(this.joining.invited(first)).get().satisfies((invited) -> assertThat(invited.id()).isEqualTo(id));
		String second = secret(this.desk.inviteAdministratorAgain(email));
		assertThat(this.joining.invited(first)).as("an older link").isEmpty();
		assertThat(this.joining.invited(second)).isPresent();
		Email officer = email();
		this.desk.invite(officer, Set.of(Role.OFFICER), new AgencyId("disdukcapil"));
		assertThat(this.joining.invited(secret(this.desk.inviteAdministratorAgain(officer)))).get()
			.satisfies((invited) -> assertThat(invited.roles()).containsExactly(Role.OFFICER, Role.ADMINISTRATOR));
		assertThat(this.joining.invited(secret(this.desk.inviteAdministratorAgain(email())))).as("of nobody yet")
			.isPresent();
	}

	@Test
	void findsPeopleAmongTwoHundred() {
		for (int i = 0; i < 200; i++) {
			Role role = (i % 10 == 0) ? Role.OFFICER : Role.AUDITOR;
			this.desk.invite(new Email("petugas.%03d@%s.go.id".formatted(i, (i % 4 == 0) ? "disdukcapil" : "dinkes")),
					Set.of(role), (i % 10 == 0) ? new AgencyId("disdukcapil") : null);
		}
		Email email = email();
		AccountId id = join(email, Role.AUDITOR);
		assertThat(this.directory.find(StaffFilter.NONE)).hasSize(201)
			.first()
			.as("who has a name comes first")
			.satisfies((member) -> assertThat(member.id()).isEqualTo(id));
		assertThat(found("DISDUKCAPIL")).hasSize(50);
		assertThat(found("petugas.017")).hasSize(1);
		assertThat(found("aminah  síti")).extracting(StaffMember::id).containsExactly(id);
		assertThat(found("tidak ada yang begini")).isEmpty();
		assertThat(this.directory.find(new StaffFilter("", AccountState.ACTIVE, null, null))).hasSize(1);
		assertThat(this.directory.find(new StaffFilter("", null, Role.OFFICER, null))).hasSize(20);
		assertThat(this.directory.find(new StaffFilter("", null, null, new AgencyId("disdukcapil")))).hasSize(20);
		assertThat(this.directory
			.find(new StaffFilter("petugas.010", AccountState.INVITED, Role.OFFICER, new AgencyId("disdukcapil"))))
			.hasSize(1);
	}

	private List<StaffMember> found(String words) {
		return this.directory.find(new StaffFilter(words, null, null, null));
	}

	private static void refused(Reason reason, ThrowingCallable act) {
		assertThatExceptionOfType(StaffRefused.class).isThrownBy(act)
			.satisfies((refusal) -> assertThat(refusal.reason()).isEqualTo(reason));
	}

	private AccountId join(Email email, Role role) {
		AccountId id = this.desk.invite(email, Set.of(role), null).id();
		String token = token(email);
		this.joining.prepare(token, "Siti Aminah", null, PASSWORD);
		String secret = this.accountDesk.newTotpSecret();
		this.joining.join(token, secret, AuthenticatorApp.of(secret).next(), "Chrome, Android").orElseThrow();
		return id;
	}

	private List<AccountAct.Act> acts() {
		return this.events.stream(AccountAct.class).map(AccountAct::act).toList();
	}

	private String token(Email email) {
		return secret(this.letters.link(email.value(), Kind.STAFF_INVITATION));
	}

	private static String secret(String link) {
		return link.substring(link.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
	}

	private static Email email() {
		return new Email("siti.%d@tangerangkota.go.id".formatted(count.incrementAndGet()));
	}

	private static SignInAttempt attempt() {
		return new SignInAttempt("192.0.2." + count.incrementAndGet() % 250, null, "Chrome, Android");
	}

	private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> two)
			throws InterruptedException, ExecutionException {
		CyclicBarrier start = new CyclicBarrier(2);
		List<Boolean> results = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			List<Callable<Boolean>> calls = List.of(waiting(start, one), waiting(start, two));
			for (Future<Boolean> result : threads.invokeAll(calls)) {
				results.add(result.get());
			}
		}
		return results;
	}

	private static Callable<Boolean> waiting(CyclicBarrier start, Callable<Boolean> call) {
		return () -> {
			start.await();
			return call.call();
		};
	}

}
