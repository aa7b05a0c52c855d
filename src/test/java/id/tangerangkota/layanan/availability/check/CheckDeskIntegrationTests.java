package id.tangerangkota.layanan.availability.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Looking;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Result;
import id.tangerangkota.layanan.availability.probe.StatusRanges;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;
import id.tangerangkota.layanan.availability.probe.WebAddress;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@RecordApplicationEvents
@Transactional
class CheckDeskIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final AccountId administrator = AccountId.random();

	@Autowired
	private CheckDesk desk;

	@Autowired
	private Vouching vouching;

	@Autowired
	private DefaultChecks defaults;

	@Autowired
	private CheckRules rules;

	@Autowired
	private CheckRows rows;

	@Autowired
	private UnwatchedServices unwatched;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private ApplicationEvents events;

	private ServiceId service;

	private CheckDetail check;

	private Acting acting;

	@BeforeEach
	void actAsAdministrator() {
		this.defaults.keep();
		this.acting = Acting.as(Actor.staff(this.administrator, Set.of(Role.ADMINISTRATOR), null));
		this.jdbc.sql("update availability.check_version set looking = true").update();
		this.service = new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = 'disdukcapil'").query(UUID.class).single());
		this.check = this.desk.ofService(this.service).getFirst();
	}

	@AfterEach
	void leave() {
		this.acting.close();
	}

	private CheckDetail now() {
		return this.desk.find(this.check.id()).orElseThrow();
	}

	private List<String> records() {
		return this.jdbc.sql("""
				select action from audit.entry where subject_kind = 'check' and subject_id = ? order by seq""")
			.param(String.valueOf(this.check.id()))
			.query(String.class)
			.list();
	}

	@Test
	void endsThePauseOfWhatIsRemoved() {
		this.desk.pause(this.check.id(), "Pindah peladen");
		assertThat(this.unwatched.pauses(this.service, Instant.EPOCH)).first()
			.satisfies((pause) -> assertThat(pause.until()).isNull());
		this.desk.remove(this.check.id());
		assertThat(this.unwatched.pauses(this.service, Instant.EPOCH)).isNotEmpty()
			.allSatisfy((pause) -> assertThat(pause.until()).isNotNull());
	}

	@Test
	void keepsTargetsOfEveryKind() {
		Host host = new Host("mail.tangerangkota.go.id");
		for (Target target : List.of(
				new HttpTarget(WebAddress.parse("https://disdukcapil.tangerangkota.go.id/api?x=1"),
						HttpTarget.Method.GET, StatusRanges.parse("200-299,404"), false, "Disdukcapil", "Error", false,
						TIMEOUT, null),
				new TlsTarget(host, 8443, 14, TIMEOUT, Duration.ofSeconds(2)), new TcpTarget(host, 80, TIMEOUT, null),
				new TcpTarget(new Host("::1"), 8080, TIMEOUT, null),
				new DnsTarget(host, DnsTarget.Type.MX, "10 mail.example.id", TIMEOUT, null))) {
			CheckSpec spec = new CheckSpec(target, Duration.ofSeconds(90), 4, 3, 2, CheckMode.CITED);
			int id = this.desk.add(this.service, Platform.WEB, spec);
			assertThat(this.desk.find(id)).get().satisfies((added) -> {
				assertThat(added.spec()).isEqualTo(spec);
				assertThat(added.byDefault()).isFalse();
				assertThat(added.agency()).isEqualTo(this.check.agency());
			});
		}
		assertThat(this.rules.ofService(this.service)).hasSize(6);
		assertThat(this.events.stream(CheckStarted.class)).hasSize(5);
		assertThatExceptionOfType(InvalidCheck.class)
			.isThrownBy(() -> this.desk.add(this.service, Platform.IOS, this.check.spec()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidCheck.Reason.SERVICE));
	}

	/** It would never be asked, whatever is there. */
	@Test
	void refusesPortsThatAreNotAsked() {
		assertThat(this.desk.ports()).containsExactly(80, 443, 8080, 8443);
		Host host = new Host("mail.tangerangkota.go.id");
		for (Target target : List.of(HttpTarget.get("https://disdukcapil.tangerangkota.go.id:8081/"),
				new TlsTarget(host, 993, 14, TIMEOUT, null), new TcpTarget(host, 25, TIMEOUT, null))) {
			CheckSpec spec = CheckSpec.usual(target, CheckMode.CITED);
			assertThatExceptionOfType(InvalidCheck.class)
				.isThrownBy(() -> this.desk.add(this.service, Platform.WEB, spec))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidCheck.Reason.PORT));
			assertThatExceptionOfType(InvalidCheck.class)
				.isThrownBy(() -> this.desk.edit(this.check.id(), this.check.version(), spec))
				.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidCheck.Reason.PORT));
		}
	}

	@Test
	void refusesSpecsThatMakeNoSense() {
		Target target = HttpTarget.get("https://x.go.id/");
		assertInvalid(InvalidCheck.Reason.INTERVAL, target, Duration.ofSeconds(9), 3);
		assertInvalid(InvalidCheck.Reason.INTERVAL, target, Duration.ofMillis(10_500), 3);
		assertInvalid(InvalidCheck.Reason.INTERVAL, target, Duration.ofDays(2), 3);
		assertInvalid(InvalidCheck.Reason.COUNT, target, Duration.ofSeconds(60), 0);
		assertInvalid(InvalidCheck.Reason.COUNT, target, Duration.ofSeconds(60), 21);
		assertInvalid(InvalidCheck.Reason.TIMEOUT,
				HttpTarget.get("https://x.go.id/").within(Duration.ofSeconds(15), null), Duration.ofSeconds(60), 3);
		assertInvalid(InvalidCheck.Reason.TIMEOUT,
				HttpTarget.get("https://x.go.id/").within(Duration.ofSeconds(31), null), Duration.ofHours(1), 3);
	}

	private static void assertInvalid(InvalidCheck.Reason reason, Target target, Duration interval, int failures) {
		assertThatExceptionOfType(InvalidCheck.class)
			.isThrownBy(() -> new CheckSpec(target, interval, failures, 2, 3, CheckMode.CITED))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	@Test
	void letsOneEditAtATime() {
		CheckSpec spec = new CheckSpec(this.check.spec().target(), Duration.ofSeconds(120), 3, 2, 3,
				CheckMode.INTERNAL);
		this.desk.edit(this.check.id(), this.check.version(), spec);
		assertThat(now().spec()).isEqualTo(spec);
		assertThat(now().edited()).isTrue();
		assertThat(this.events.stream(CheckStopped.class)).hasSize(1);
		assertThatExceptionOfType(CheckRefused.class)
			.isThrownBy(() -> this.desk.edit(this.check.id(), this.check.version(), spec))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(CheckRefused.Reason.CHANGED_MEANWHILE));
		assertThat(records()).containsExactly("availability.check-edited");
	}

	@Test
	void remembersWhoPausedAndWhy() {
		this.desk.pause(this.check.id(), " Pindah server, hubungi 3671014107900001 ");
		assertThat(now().pause()).isNotNull().satisfies((pause) -> {
			assertThat(pause.by()).isEqualTo(this.administrator);
			assertThat(pause.reason()).startsWith("Pindah server").doesNotContain("3671014107900001");
		});
		assertThat(this.rules.rules(Set.of(this.check.id()))).isEmpty();
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.desk.pause(this.check.id(), "Lagi"));
		this.desk.resume(this.check.id());
		assertThat(this.rules.rules(Set.of(this.check.id()))).hasSize(1);
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.desk.resume(this.check.id()));
		this.desk.pause(this.check.id(), "Sekali lagi");
		assertThat(this.desk.pauses(this.check.id())).hasSize(2)
			.satisfiesOnlyOnce((pause) -> assertThat(pause.resumedBy()).isEqualTo(this.administrator));
		assertThat(this.events.stream(CheckStopped.class)).hasSize(2);
		assertThat(this.events.stream(CheckStarted.class)).hasSize(1);
		assertThat(records()).containsExactly("availability.check-paused", "availability.check-resumed",
				"availability.check-paused");
		assertThatExceptionOfType(InvalidCheck.class).isThrownBy(() -> this.desk.pause(this.check.id(), "  "));
	}

	@Test
	void removesForGood() {
		this.desk.remove(this.check.id());
		assertThat(this.desk.find(this.check.id())).isEmpty();
		assertThat(this.events.stream(CheckStopped.class)).extracting(CheckStopped::service)
			.containsExactly(this.service);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.remove(this.check.id()));
	}

	@Test
	void checksNothingWhereChecksAreOff() {
		assertThat(this.desk.isSwitchedOn()).isFalse();
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.desk.checkNow(this.check.id()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(CheckRefused.Reason.SWITCHED_OFF));
	}

	@Test
	void listsWhatIsAskedFor() {
		this.desk.pause(this.check.id(), "Pindah server");
		assertThat(this.desk.list(CheckFilter.NONE, 1, 50)).satisfies((page) -> {
			assertThat(page.total()).isEqualTo(189);
			assertThat(page.items()).hasSize(50);
		});
		assertThat(this.desk.list(CheckFilter.NONE, 4, 50).items()).hasSize(39);
		assertThat(this.desk.list(new CheckFilter("DISDUKCAPIL", Set.of(), CheckMode.CITED, true, null), 1, 50).items())
			.extracting(CheckDetail::id)
			.containsExactly(this.check.id());
		assertThat(this.desk.list(new CheckFilter("", Set.of(), null, false, Set.of(this.check.id())), 1, 50).total())
			.isZero();
		assertThat(this.desk.list(new CheckFilter("%", Set.of(), null, null, null), 1, 50).total()).isZero();
	}

	/** Rules read within a change are those of the change, and nobody else's. */
	@Test
	void keepsNoRuleThatIsNotCommitted() {
		CountedChecks cache = new CountedChecks(this.rows,
				new CheckChanges(this.jdbc, this.rows, settings(), (event) -> {
				}, new SetClock(Checks.NOON)), settings(), new SetClock(Checks.NOON));
		assertThat(cache.rules(Set.of(this.check.id()))).containsKey(this.check.id());
		this.desk.pause(this.check.id(), "Pindah server");
		// Another node: within its two seconds it has not looked again.
		assertThat(cache.rules(Set.of(this.check.id()))).containsKey(this.check.id());
		cache.see(this.rows.version());
		assertThat(cache.rules(Set.of(this.check.id()))).isEmpty();
	}

	@Test
	void looksIntoInnerNetworksOnceTwoPeopleVouched() {
		CheckDetail inner = inner("https://10.20.1.5/");
		VouchDesk vouches = inside();
		vouches.vouch(inner.id());
		assertThat(vouches.of(inner.id())).extracting(Vouch::by).containsExactly(this.administrator);
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> vouches.vouch(inner.id()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(CheckRefused.Reason.VOUCHED));
		assertThat(counts(inner)).isFalse();
		AccountId second = AccountId.random();
		try (Acting other = Acting.as(Actor.staff(second, Set.of(Role.ADMINISTRATOR), null))) {
			vouches.vouch(inner.id());
		}
		assertThat(counts(inner)).isTrue();
		assertThat(this.desk.find(inner.id()).orElseThrow().counts(false)).isFalse();
		assertThat(this.events.stream(CheckStarted.class)).extracting(CheckStarted::check).contains(inner.id());
		// Another address is another matter, and the same again is not.
		this.desk.edit(inner.id(), version(inner), spec("https://10.20.1.6/", CheckMode.INTERNAL));
		assertThat(counts(inner)).isFalse();
		assertThat(vouches.of(inner.id())).isEmpty();
		try (Acting again = Acting.as(Actor.staff(this.administrator, Set.of(Role.ADMINISTRATOR), null))) {
			vouches.vouch(inner.id());
		}
		assertThat(counts(inner)).isFalse();
		assertThat(this.jdbc
			.sql("select count(*) from audit.entry where subject_id = ? and action = 'availability.check-vouched'")
			.param(String.valueOf(inner.id()))
			.query(Long.class)
			.single()).isEqualTo(3);
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> vouches.vouch(this.check.id()))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(CheckRefused.Reason.NOT_INTERNAL));
	}

	private CheckDetail inner(String url) {
		int id = this.desk.add(this.service, Platform.WEB, spec(url, CheckMode.INTERNAL));
		return this.desk.find(id).orElseThrow();
	}

	private static CheckSpec spec(String url, CheckMode mode) {
		return CheckSpec.usual(HttpTarget.get(url), mode);
	}

	private int version(CheckDetail check) {
		return this.desk.find(check.id()).orElseThrow().version();
	}

	private boolean counts(CheckDetail check) {
		return this.desk.find(check.id()).orElseThrow().counts(true);
	}

	/** As a portal has it that stands in the city's network. */
	private VouchDesk inside() {
		CheckSettings inside = new CheckSettings(false, List.of(), true, 4, Duration.ofSeconds(15), Duration.ofDays(30),
				Duration.ofDays(730), Duration.ofDays(1), 20_000);
		return new VouchDesk(this.rows,
				new CheckChanges(this.jdbc, this.rows, inside, this.publisher, Clock.systemUTC()), this.jdbc,
				new CurrentActor(), this.publisher, Clock.systemUTC());
	}

	@Test
	void letsNobodyHideThatAnAddressIsInside() {
		for (String url : List.of("https://10.20.1.5/", "http://192.168.0.1/", "http://[fd00::1]/",
				"http://0x0a000001/", "http://100.64.0.1/")) {
			for (CheckMode mode : List.of(CheckMode.COUNTED, CheckMode.CITED, CheckMode.EXPLORED)) {
				assertThatExceptionOfType(InvalidCheck.class)
					.isThrownBy(() -> this.desk.add(this.service, Platform.WEB, spec(url, mode)))
					.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(InvalidCheck.Reason.INNER_NETWORK));
			}
		}
		assertThatExceptionOfType(InvalidCheck.class).isThrownBy(() -> this.desk.edit(this.check.id(),
				this.check.version(), spec("http://10.0.0.1/", CheckMode.COUNTED)));
		assertThat(this.desk.add(this.service, Platform.WEB, spec("http://103.7.1.2/", CheckMode.COUNTED)))
			.isPositive();
	}

	/** Or it would take the turn of others in every minute. */
	@Test
	void exploresOnceADayWhatIsOnAPortThatIsNotAsked() {
		SetClock clock = new SetClock(Checks.NOON);
		Exploring exploring = new Exploring(this.jdbc, this.rows, settings(), clock);
		Result refused = new Result(Checks.NOON, 0, Outcome.VOID, Cause.PORT_REFUSED, 0,
				Checks.empty(Checks.NOON).phases(), null, null, null);
		int looked = 0;
		for (int minute = 0; minute < 60; minute++) {
			looked += exploring.look((target, reach, planned, done) -> done.accept(refused));
			clock.advance(Duration.ofMinutes(1));
		}
		assertThat(looked).isEqualTo(132);
		assertThat(this.vouching.waiting()).isZero();
	}

	@Test
	void proposesWhatWasExploredAndAnswered() {
		SetClock clock = new SetClock(Checks.NOON);
		Exploring exploring = new Exploring(this.jdbc, this.rows, settings(), clock);
		Looking pages = (target, reach, planned, done) -> {
			assertThat(target).isInstanceOfSatisfying(HttpTarget.class, (http) -> assertThat(http.title()).isTrue());
			boolean dead = target.host().name().hashCode() % 2 == 0;
			Result up = Checks.up(planned, 50);
			done.accept(dead ? Checks.down(planned) : new Result(planned, 0, up.outcome(), null, 200, up.phases(), null,
					up.address(), " Selamat\n datang "));
		};
		int looked = 0;
		for (int minute = 0; minute < 60; minute++) {
			looked += exploring.look(pages);
			clock.advance(Duration.ofMinutes(1));
		}
		assertThat(looked).isEqualTo(132);
		List<VerificationProposal> proposals = this.vouching.proposals(1, 100);
		assertThat(proposals).hasSize((int) this.vouching.waiting()).hasSizeBetween(30, 100).allSatisfy((proposal) -> {
			assertThat(proposal.title()).isEqualTo("Selamat datang");
			assertThat(proposal.check().spec().mode()).isEqualTo(CheckMode.EXPLORED);
		});
		int first = proposals.get(0).check().id();
		this.vouching.dismiss(first);
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.vouching.dismiss(first));
		clock.advance(Duration.ofDays(1));
		for (int minute = 0; minute < 60; minute++) {
			exploring.look(pages);
		}
		assertThat(this.vouching.waiting()).isEqualTo(proposals.size() - 1);
		CheckDetail second = proposals.get(1).check();
		this.vouching.vouch(second.id(), second.spec().address(), "Diskominfo");
		assertThat(this.jdbc.sql("select verification from catalog.listing where service_id = ? and platform = 'WEB'")
			.params(second.service().value())
			.query(String.class)
			.single()).isEqualTo("VERIFIED");
		assertThat(this.jdbc.sql("select count(*) from availability.result").query(Long.class).single()).isZero();
	}

	/**
	 * Only what stands in the catalogue can be vouched for, and only what somebody saw.
	 */
	@Test
	void verifiesNothingButTheAddressThatWasSeen() {
		SetClock clock = new SetClock(Checks.NOON);
		Exploring exploring = new Exploring(this.jdbc, this.rows, settings(), clock);
		CheckDetail guessed = explored();
		String address = guessed.spec().address();
		assertRefused(CheckRefused.Reason.NOT_PROPOSED, guessed.id(), address);
		lookAtAll(exploring, titled("Dinas"));
		assertRefused(CheckRefused.Reason.ADDRESS_CHANGED, guessed.id(), "https://lain.example/");
		this.desk.edit(guessed.id(), this.desk.find(guessed.id()).orElseThrow().version(),
				spec("https://lain.example/", CheckMode.EXPLORED));
		assertThat(this.vouching.proposal(guessed.id())).as("what was found at another address").isEmpty();
		clock.advance(Duration.ofDays(1));
		lookAtAll(exploring, titled("Dinas"));
		assertThat(this.vouching.proposal(guessed.id())).isPresent();
		assertRefused(CheckRefused.Reason.ADDRESS_CHANGED, guessed.id(), address);
		assertRefused(CheckRefused.Reason.OTHER_THAN_LISTED, guessed.id(), "https://lain.example/");
		assertThat(verification(guessed)).isEqualTo("INFERRED");
	}

	/** It looks at the same address as the listing's own check, so both are settled. */
	@Test
	void anAddedCheckIsNotProposedForEver() {
		SetClock clock = new SetClock(Checks.NOON);
		Exploring exploring = new Exploring(this.jdbc, this.rows, settings(), clock);
		CheckDetail guessed = explored();
		String address = guessed.spec().address();
		int added = this.desk.add(guessed.service(), guessed.platform(), spec(address, CheckMode.EXPLORED));
		lookAtAll(exploring, titled("Dinas"));
		assertThat(this.vouching.proposal(added)).isPresent();
		this.vouching.vouch(added, address, "Diskominfo");
		assertThat(verification(guessed)).isEqualTo("VERIFIED");
		assertThat(this.desk.find(added).orElseThrow().spec().mode()).isEqualTo(CheckMode.COUNTED);
		assertThat(this.vouching.proposal(added)).isEmpty();
	}

	@Test
	void aFailedLookChangesNoProposal() {
		SetClock clock = new SetClock(Checks.NOON);
		Exploring exploring = new Exploring(this.jdbc, this.rows, settings(), clock);
		int check = explored().id();
		lookAtAll(exploring, titled("Dinas"));
		Instant proposed = this.vouching.proposal(check).orElseThrow().proposedAt();
		clock.advance(Duration.ofDays(1));
		lookAtAll(exploring, (target, reach, planned, done) -> done.accept(Checks.down(planned)));
		assertThat(this.vouching.proposal(check)).get().satisfies((proposal) -> {
			assertThat(proposal.title()).isEqualTo("Dinas");
			assertThat(proposal.proposedAt()).isEqualTo(proposed);
		});
		this.vouching.dismiss(check);
		clock.advance(Duration.ofDays(1));
		lookAtAll(exploring, (target, reach, planned, done) -> done.accept(Checks.down(planned)));
		clock.advance(Duration.ofDays(1));
		lookAtAll(exploring, titled("Dinas"));
		assertThat(this.vouching.proposal(check)).as("the same title again").isEmpty();
		clock.advance(Duration.ofDays(1));
		lookAtAll(exploring, titled("Dinas Sosial"));
		assertThat(this.vouching.proposal(check)).as("another title").isPresent();
	}

	private CheckDetail explored() {
		ServiceId guessed = new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = 'dinsos'").query(UUID.class).single());
		return this.desk.ofService(guessed)
			.stream()
			.filter((one) -> one.spec().mode() == CheckMode.EXPLORED)
			.findFirst()
			.orElseThrow();
	}

	private static Looking titled(String title) {
		return (target, reach, planned, done) -> {
			Result up = Checks.up(planned, 50);
			done.accept(new Result(planned, 0, up.outcome(), null, 200, up.phases(), null, up.address(), title));
		};
	}

	private static void lookAtAll(Exploring exploring, Looking looking) {
		for (int minute = 0; minute < 60; minute++) {
			exploring.look(looking);
		}
	}

	private void assertRefused(CheckRefused.Reason reason, int check, String seen) {
		assertThatExceptionOfType(CheckRefused.class).isThrownBy(() -> this.vouching.vouch(check, seen, "Diskominfo"))
			.extracting(CheckRefused::reason)
			.isEqualTo(reason);
	}

	private String verification(CheckDetail of) {
		return this.jdbc.sql("select verification from catalog.listing where service_id = ? and platform = ?")
			.params(of.service().value(), of.platform().name())
			.query(String.class)
			.single();
	}

	private static CheckSettings settings() {
		return new CheckSettings(false, List.of(), false, 4, Duration.ofSeconds(15), Duration.ofDays(30),
				Duration.ofDays(730), Duration.ofDays(1), 20_000);
	}

}
