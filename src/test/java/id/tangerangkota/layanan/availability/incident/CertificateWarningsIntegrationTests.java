package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.probe.CertificateFinding;
import id.tangerangkota.layanan.availability.probe.CertificateFinding.Verdict;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.result.Observation;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest
@Import(ScriptedChecks.class)
@RecordApplicationEvents
class CertificateWarningsIntegrationTests {

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final String zone = UUID.randomUUID() + ".example";

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Incidents incidents;

	@Autowired
	private IncidentDesk desk;

	@Autowired
	private IncidentRows rows;

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
		after(16);
		after(23);
		after(23);
		after(29);
		assertThat(warnings()).hasSize(1);
		assertThat(kinds(warning.id())).filteredOn((kind) -> kind == EntryKind.CERTIFICATE_NEARER).hasSize(3);
		see(one, "new", ends.plus(Duration.ofDays(365)));
		after(29);
		assertThat(warnings()).as("the other still has the old one").hasSize(1);
		see(two, "new", ends.plus(Duration.ofDays(365)));
		after(29);
		assertThat(warnings()).isEmpty();
		assertThat(kinds(warning.id())).last().isEqualTo(EntryKind.CERTIFICATE_RENEWED);
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
		after(0);
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
		after(0);
		assertThat(warnings()).isEmpty();
	}

	/** As a TLS check may: its certificate is valid still, so nothing is down. */
	@Test
	void comeSoonerWhereACheckWantsMoreDays() {
		int wanting = site("a.");
		int usual = site("b.");
		this.jdbc
			.sql("""
					insert into availability.check_definition (id, service_id, platform, kind, target, days_left, timeout_ms,
						interval_s, failures, successes, slows, mode, removed_at, changed)
					overriding system value
					values (?, gen_random_uuid(), 'WEB', 'TLS', 'a.example:443', 60, 5000, 60, 3, 2, 3, 'CITED', now(), 0)""")
			.param(wanting)
			.update();
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
		after(0);
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

	private void after(int days) {
		CertificateWarnings warnings = new CertificateWarnings(this.rows, this.jdbc,
				Clock.fixed(this.now.plus(Duration.ofDays(days)), ZoneOffset.UTC));
		this.transaction.executeWithoutResult((status) -> warnings.follow());
	}

	private int site(String name) {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.add(service, Platform.WEB, name + this.zone, null);
		this.checks.start(check, this.now.minusSeconds(60));
		return check;
	}

	private Instant seenAt = this.now.minusSeconds(30);

	private void see(int check, String certificate, Instant ends) {
		this.seenAt = this.seenAt.plusMillis(1);
		this.checks.tell(new Observation(check, this.seenAt, Outcome.UP, null, 200, 50,
				new CertificateFinding(this.zone + certificate, ends, Verdict.VALID), "192.0.2.1"));
	}

}
