package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.availability.CertificateEnding;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.PageClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@RecordApplicationEvents
class CertificateWarningsIntegrationTests {

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final String zone = UUID.randomUUID() + ".example";

	private final List<ServiceId> services = new ArrayList<>();

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Incidents incidents;

	@Autowired
	private IncidentDesk desk;

	@Autowired
	private IncidentRows rows;

	@Autowired
	private WaitingIncidents waiting;

	@Autowired
	private AvailabilityFigures figures;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void warnOnceAtEachThresholdUntilTheCertificateIsRenewed() {
		int one = site("a.");
		int two = site("b.");
		int fine = site("c.");
		// Within the first threshold today, so that the portal's own job sees it
		// likewise.
		Instant ends = this.now.plus(Duration.ofDays(29));
		see(one, "old", ends);
		see(two, "old", ends);
		see(fine, "fine", this.now.plus(Duration.ofDays(400)));
		after(0);
		IncidentSummary warning = warnings().getFirst();
		assertThat(warning.kind().isPublic()).isFalse();
		assertThat(warning.certificateEnds()).isEqualTo(ends);
		assertThat(warning.services()).hasSize(2);
		after(0);
		after(10);
		assertThat(told()).hasSize(2).allSatisfy((event) -> assertThat(event.ends()).isEqualTo(ends));
		after(16);
		after(23);
		after(23);
		assertThat(told()).hasSize(6);
		after(28);
		after(28);
		assertThat(told()).hasSize(8)
			.extracting(CertificateEnding::service)
			.containsOnly(this.services.get(0), this.services.get(1));
		after(29);
		assertThat(told()).as("now it is an outage").hasSize(8);
		assertThat(warnings()).hasSize(1);
		assertThat(kinds(warning.id())).filteredOn((kind) -> kind == EntryKind.CERTIFICATE_NEARER).hasSize(3);
		see(one, "new", ends.plus(Duration.ofDays(365)));
		after(29);
		assertThat(warnings()).as("the other still has the old one")
			.singleElement()
			.satisfies((left) -> assertThat(left.services()).extracting(AffectedService::until)
				.containsExactlyInAnyOrder(this.now.plus(Duration.ofDays(29)), null));
		assertThat(kinds(warning.id())).last().isEqualTo(EntryKind.SERVICE_RENEWED);
		LocalDate day = PageClock.day(this.now.plus(Duration.ofDays(29)));
		assertThat(this.figures.warnedOfCertificates(day)).contains(this.services.get(1))
			.doesNotContain(this.services.get(0));
		see(two, "new", ends.plus(Duration.ofDays(365)));
		after(29);
		assertThat(warnings()).isEmpty();
		assertThat(kinds(warning.id())).last().isEqualTo(EntryKind.CERTIFICATE_RENEWED);
	}

	/** As behind one name, of which not all have the new one yet. */
	@Test
	void goOnWhileServersShowOldAndNewByTurns() {
		int check = site("a.");
		Instant ends = this.now.plus(Duration.ofDays(20));
		Instant later = this.now.plus(Duration.ofDays(400));
		for (int turn = 0; turn < 3; turn++) {
			see(check, "one-old", ends);
			after(0);
			see(check, "one-new", later);
			after(0);
		}
		IncidentSummary warning = warnings().getFirst();
		assertThat(warnings()).hasSize(1);
		assertThat(kinds(warning.id())).containsExactly(EntryKind.OPENED, EntryKind.SERVICE_JOINED);
		assertThat(told()).hasSize(1);
		afterHours(2);
		assertThat(warnings()).isEmpty();
		assertThat(kinds(warning.id())).last().isEqualTo(EntryKind.CERTIFICATE_RENEWED);
		// It is put back: that is another warning, which begins where the first ended.
		see(check, "one-old", ends);
		afterHours(3);
		assertThat(warnings()).singleElement()
			.extracting(IncidentSummary::startedAt)
			.isEqualTo(this.now.plus(Duration.ofHours(2)));
		see(check, "one-new", later);
		afterHours(5);
	}

	/** As of a site that sends people to a sign-in page of its own host. */
	@Test
	void goOnWhileTheHostThatShowsItIsAway() {
		int check = site("a.");
		Instant ends = this.now.plus(Duration.ofDays(20));
		Instant firstEnds = this.now.plus(Duration.ofDays(25));
		see(check, "second-host", ends);
		after(0);
		see(check, "first-host", firstEnds, Outcome.DOWN, Cause.CONNECT);
		see(check, "first-host", firstEnds, Outcome.VOID, Cause.OWN_NETWORK);
		afterHours(2);
		see(check, "second-host", ends);
		afterHours(4);
		IncidentSummary warning = warnings().getFirst();
		assertThat(warnings()).hasSize(1);
		assertThat(kinds(warning.id())).containsExactly(EntryKind.OPENED, EntryKind.SERVICE_JOINED);
		assertThat(told()).hasSize(1);
		// Nobody is sent on any more.
		see(check, "first-host", firstEnds, Outcome.DOWN, Cause.CONNECT);
		see(check, "first-host", firstEnds, Outcome.DOWN, Cause.STATUS);
		afterHours(6);
		assertThat(kinds(warning.id())).last().isEqualTo(EntryKind.CERTIFICATE_RENEWED);
		assertThat(warnings()).singleElement().satisfies((left) -> {
			assertThat(left.id()).isNotEqualTo(warning.id());
			assertThat(left.certificateEnds()).isEqualTo(firstEnds);
		});
		see(check, "fine", this.now.plus(Duration.ofDays(400)));
		afterHours(8);
	}

	/** A site that was never up has a certificate all the same. */
	@Test
	void goByWhatIsSeenWhereNothingElseIsKnown() {
		int check = site("a.");
		see(check, "never-up", this.now.plus(Duration.ofDays(20)), Outcome.DOWN, Cause.TIMEOUT);
		after(0);
		assertThat(warnings()).hasSize(1);
		see(check, "fine", this.now.plus(Duration.ofDays(400)));
		afterHours(2);
		assertThat(warnings()).isEmpty();
	}

	/** A result that comes late tells nothing of what is shown now. */
	@Test
	void goByWhatWasSeenLast() {
		int check = site("a.");
		Instant ends = this.now.plus(Duration.ofDays(20));
		see(check, "late-old", ends);
		see(check, "late-new", this.now.plus(Duration.ofDays(400)));
		this.seenAt = this.now.minusSeconds(40);
		see(check, "late-old", ends);
		afterHours(2);
		assertThat(warnings()).isEmpty();
	}

	@Test
	void endWhenTheCheckAsksAnotherServer() {
		int check = site("a.");
		define(check, "HTTP", "https://a.example/masuk", null);
		see(check, "moved", this.now.plus(Duration.ofDays(20)));
		after(0);
		IncidentId warning = warnings().getFirst().id();
		target(check, "https://a.example/beranda");
		after(0);
		assertThat(warnings()).as("the same server").hasSize(1);
		target(check, "http://a.example/beranda");
		after(0);
		assertThat(warnings()).isEmpty();
		assertThat(kinds(warning)).last().isEqualTo(EntryKind.CERTIFICATE_UNWATCHED);
		assertThat(this.jdbc.sql("select count(*) from availability.certificate_seen where check_id = ?")
			.param(check)
			.query(Integer.class)
			.single()).isZero();
	}

	/** Removed for good, so that nobody asks it. */
	private void define(int check, String kind, String target, @Nullable Integer daysLeft) {
		this.jdbc.sql("""
				insert into availability.check_definition (id, service_id, platform, kind, target, method, statuses,
					redirects, days_left, timeout_ms, interval_s, failures, successes, slows, mode, removed_at, changed)
				overriding system value
				values (:id, gen_random_uuid(), 'WEB', :kind, :target, case when :http then 'GET' end,
					case when :http then '200' end, case when :http then true end, :days, 5000, 60, 3, 2, 3, 'CITED',
					now(), 0)""")
			.param("id", check)
			.param("kind", kind)
			.param("http", kind.equals("HTTP"))
			.param("target", target)
			.param("days", daysLeft)
			.update();
	}

	private void target(int check, String target) {
		this.jdbc.sql("update availability.check_definition set target = ? where id = ?")
			.param(target)
			.param(check)
			.update();
	}

	@Test
	void endAsUnwatchedWhenNoCheckLooksAnyMore() {
		int check = site("a.");
		see(check, "paused", this.now.plus(Duration.ofDays(20)));
		after(0);
		IncidentId warning = warnings().getFirst().id();
		this.checks.stop(check, this.now.minusSeconds(10));
		after(0);
		assertThat(warnings()).isEmpty();
		assertThat(kinds(warning)).last().isEqualTo(EntryKind.CERTIFICATE_UNWATCHED);
		assertThat(this.incidents.forStaff(warning).orElseThrow().summary().status())
			.isEqualTo(IncidentStatus.UNWATCHED);
	}

	@Test
	void areForAnAdministratorToLookAt() {
		int before = attention("certificates");
		int check = site("a.");
		see(check, "attention", this.now.plus(Duration.ofDays(5)));
		after(0);
		assertThat(attention("certificates")).isGreaterThan(before);
		assertThat(this.meters.get("layanan.availability.certificates.ending").gauge().value()).isPositive();
		see(check, "attended", this.now.plus(Duration.ofDays(400)));
		afterHours(2);
		assertThat(attention("certificates")).isEqualTo(before);
	}

	private int attention(String what) {
		return this.waiting.attention()
			.stream()
			.filter((one) -> one.key().equals("availability.attention." + what))
			.map((one) -> (Integer) one.arguments().getFirst())
			.findFirst()
			.orElse(0);
	}

	/** The next run would only warn of it again. */
	@Test
	void areNotEndedByTheStaff() {
		int check = site("a.");
		see(check, "stubborn", this.now.plus(Duration.ofDays(20)));
		after(0);
		IncidentId warning = warnings().getFirst().id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.update(warning, IncidentStatus.IDENTIFIED, "Sudah dipesan");
			assertThatExceptionOfType(IllegalIncidentChange.class)
				.isThrownBy(() -> this.desk.resolve(warning, "Sudah beres"));
		}
		assertThat(warnings()).extracting(IncidentSummary::id).containsExactly(warning);
		see(check, "fresh", this.now.plus(Duration.ofDays(400)));
		afterHours(2);
		assertThat(warnings()).isEmpty();
	}

	/** Two that end in the same second, as those of one order do. */
	@Test
	void areOfOneCertificateEach() {
		int one = site("a.");
		int two = site("b.");
		Instant ends = this.now.plus(Duration.ofDays(20));
		see(one, "one", ends);
		see(two, "two", ends);
		after(0);
		assertThat(warnings()).hasSize(2).allSatisfy((warning) -> assertThat(warning.services()).hasSize(1));
		see(one, "three", this.now.plus(Duration.ofDays(400)));
		see(two, "three", this.now.plus(Duration.ofDays(400)));
		afterHours(2);
		assertThat(warnings()).isEmpty();
	}

	/** As a TLS check may: its certificate is valid still, so nothing is down. */
	@Test
	void comeSoonerWhereACheckWantsMoreDays() {
		int wanting = site("a.");
		int usual = site("b.");
		define(wanting, "TLS", "a.example:443", 60);
		Instant ends = this.now.plus(Duration.ofDays(62));
		see(wanting, "old", ends);
		see(usual, "usual", ends);
		after(0);
		assertThat(warnings()).isEmpty();
		after(3);
		after(31);
		IncidentSummary warning = warnings().getFirst();
		assertThat(warnings()).hasSize(1);
		assertThat(kinds(warning.id())).doesNotContain(EntryKind.CERTIFICATE_NEARER);
		after(33);
		assertThat(warnings()).hasSize(2);
		after(50);
		assertThat(kinds(warning.id())).containsOnlyOnce(EntryKind.CERTIFICATE_NEARER);
		see(wanting, "new", ends.plus(Duration.ofDays(365)));
		see(usual, "new", ends.plus(Duration.ofDays(365)));
		after(50);
		assertThat(warnings()).isEmpty();
	}

	/** Or nobody would hear of it until this node no longer trusts what it knows. */
	@Test
	void seeAgainWhatWasRolledBack() {
		int check = site("a.");
		Instant ends = this.now.plus(Duration.ofDays(20));
		this.transaction.executeWithoutResult((status) -> {
			see(check, "one", ends);
			status.setRollbackOnly();
		});
		after(0);
		assertThat(warnings()).isEmpty();
		see(check, "one", ends);
		after(0);
		assertThat(warnings()).hasSize(1);
		see(check, "two", this.now.plus(Duration.ofDays(400)));
		afterHours(2);
	}

	@Test
	void tellHowNearItIs() {
		assertThat(CertificateWarnings.threshold(this.now.plus(Duration.ofDays(30)), this.now)).isEqualTo(30);
		assertThat(CertificateWarnings.threshold(this.now.plus(Duration.ofDays(60)), this.now)).isEqualTo(30);
		assertThat(CertificateWarnings.threshold(this.now.plus(Duration.ofDays(14)).plusMillis(1), this.now))
			.isEqualTo(30);
		assertThat(CertificateWarnings.threshold(this.now.plus(Duration.ofDays(14)), this.now)).isEqualTo(14);
		assertThat(CertificateWarnings.threshold(this.now.plus(Duration.ofHours(20)), this.now)).isEqualTo(1);
		assertThat(CertificateWarnings.threshold(this.now.minusSeconds(1), this.now)).isEqualTo(1);
	}

	/** Other tests have certificates too: only those of this zone count. */
	private List<IncidentSummary> warnings() {
		return this.incidents.open(IncidentKind.forStaff())
			.stream()
			.filter((incident) -> this.jdbc.sql("select resource from availability.incident where id = ?")
				.param(incident.id().value())
				.query(String.class)
				.single()
				.startsWith("warning:" + this.zone))
			.toList();
	}

	private List<EntryKind> kinds(IncidentId id) {
		return this.incidents.forStaff(id).orElseThrow().timeline().stream().map(TimelineEntry::kind).toList();
	}

	private List<CertificateEnding> told() {
		return this.events.stream(CertificateEnding.class)
			.filter((event) -> this.services.contains(event.service()))
			.toList();
	}

	private void after(int days) {
		afterHours(24 * days);
	}

	private void afterHours(int hours) {
		CertificateWarnings warnings = new CertificateWarnings(this.rows, this.publisher, this.jdbc,
				Clock.fixed(this.now.plus(Duration.ofHours(hours)), ZoneOffset.UTC));
		this.transaction.executeWithoutResult((status) -> warnings.follow());
	}

	private int site(String name) {
		ServiceId service = ScriptedChecks.service();
		this.services.add(service);
		int check = this.checks.add(service, Platform.WEB, name + this.zone, null);
		this.checks.start(check, this.now.minusSeconds(60));
		return check;
	}

	private Instant seenAt = this.now.minusSeconds(30);

	private void see(int check, String certificate, Instant ends) {
		see(check, certificate, ends, Outcome.UP, null);
	}

	private void see(int check, String certificate, Instant ends, Outcome outcome, @Nullable Cause cause) {
		this.seenAt = this.seenAt.plusMillis(1);
		this.checks.tell(new Observation(check, this.seenAt, outcome, cause, 200, 50,
				new CertificateFinding(this.zone + certificate, ends, Verdict.VALID), "192.0.2.1"));
	}

}
