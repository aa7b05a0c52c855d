package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AtOnce;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageSuspected;
import id.tangerangkota.layanan.availability.OutageSuspicions;
import id.tangerangkota.layanan.availability.OutageSuspicions.Source;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.throttle.Throttle;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@RecordApplicationEvents
class SuspicionsIntegrationTests {

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Instant start = Instant.now().minus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private OutageSuspicions suspicions;

	@Autowired
	private OutageFollowers followers;

	@Autowired
	private Followers purging;

	@Autowired
	private Incidents incidents;

	@Autowired
	private IncidentDesk desk;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private List<ServiceNotes> notes;

	@Autowired
	private Throttle throttle;

	@Autowired
	private IncidentRows rows;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@Test
	void letTheStaffKnowOnceSeveralPeopleSayTheSame() {
		ServiceId service = healthy();
		assertThat(report(service)).isTrue();
		String visitor = visitor();
		assertThat(this.suspicions.report(service, Source.COMPLAINT, visitor)).isTrue();
		assertThat(this.suspicions.report(service, Source.BUTTON, visitor)).isFalse();
		assertThat(suspected(service)).isEmpty();
		assertThat(report(service)).isTrue();
		IncidentSummary incident = suspected(service).orElseThrow();
		assertThat(incident.kind()).isEqualTo(IncidentKind.SUSPECTED);
		assertThat(incident.cause()).isNull();
		assertThat(report(service)).isTrue();
		assertThat(this.events.stream(OutageSuspected.class).filter((event) -> event.service().equals(service)))
			.singleElement()
			.extracting(OutageSuspected::reports)
			.isEqualTo(3);
		assertThat(this.incidents.open()).noneMatch((open) -> open.id().equals(incident.id()));
		assertThat(this.incidents.incident(incident.id())).isEmpty();
	}

	@Test
	void countReportsThatComeTogether() throws Exception {
		ServiceId service = healthy();
		report(service);
		Suspicions counting = with(new SuspicionSettings(3, Duration.ofMinutes(15), 20));
		AtOnce.run(this.transaction, this.jdbc, () -> counting.count(service, Source.BUTTON),
				() -> counting.count(service, Source.SURVEY));
		assertThat(suspected(service)).isPresent();
	}

	/** Three browsers of one person are three visitors, but one network. */
	@Test
	void needTwoNetworksToTap() {
		ServiceId service = healthy();
		String network = "198.51.100.0/24 " + UUID.randomUUID();
		assertThat(this.suspicions.tap(service, network, visitor())).isTrue();
		assertThat(this.suspicions.tap(service, network, visitor())).isTrue();
		assertThat(this.suspicions.tap(service, network, visitor())).isFalse();
		assertThat(this.suspicions.tap(service, network, visitor())).isFalse();
		assertThat(suspected(service)).isEmpty();
		assertThat(this.suspicions.tap(service, "203.0.113.0/24 " + UUID.randomUUID(), visitor())).isTrue();
		assertThat(suspected(service)).isPresent();
		assertThat(sources(service)).containsOnly("BUTTON").hasSize(3);
	}

	@Test
	void countOnlyWhatWasSaidRecently() {
		ServiceId service = healthy();
		report(service);
		report(service);
		this.jdbc.sql("update availability.suspicion set at = at - interval '15 minutes 1 second' where service_id = ?")
			.param(service.value())
			.update();
		report(service);
		report(service);
		assertThat(suspected(service)).isEmpty();
		report(service);
		assertThat(suspected(service)).isPresent();
	}

	@Test
	void needAsManyAsIsSet() {
		ServiceId service = healthy();
		OutageSuspicions two = with(new SuspicionSettings(2, Duration.ofMinutes(15), 20));
		two.report(service, Source.SURVEY, visitor());
		assertThat(suspected(service)).isEmpty();
		two.report(service, Source.SURVEY, visitor());
		assertThat(suspected(service)).isPresent();
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new SuspicionSettings(0, Duration.ofMinutes(15), 20));
	}

	@Test
	void takeAFewTriesOfAVisitorOnly() {
		OutageSuspicions few = with(new SuspicionSettings(3, Duration.ofMinutes(15), 2));
		String visitor = visitor();
		assertThat(few.report(healthy(), Source.BUTTON, visitor)).isTrue();
		assertThat(few.report(healthy(), Source.BUTTON, visitor)).isTrue();
		assertThat(few.report(healthy(), Source.BUTTON, visitor)).isFalse();
	}

	private Suspicions with(SuspicionSettings settings) {
		return new Suspicions(this.throttle, this.report, this.rows, this.publisher, settings, this.transaction,
				this.jdbc, Clock.systemUTC());
	}

	private List<String> sources(ServiceId service) {
		return this.jdbc.sql("select source from availability.suspicion where service_id = ?")
			.param(service.value())
			.query(String.class)
			.list();
	}

	@Test
	void areDismissedByTheStaffAndBeginAnew() {
		ServiceId service = suspect();
		IncidentId id = suspected(service).orElseThrow().id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.dismiss(id, "Jaringan satu operator");
		}
		assertThat(this.incidents.forStaff(id).orElseThrow().summary().status()).isEqualTo(IncidentStatus.DISMISSED);
		report(service);
		report(service);
		assertThat(suspected(service)).isEmpty();
		report(service);
		assertThat(suspected(service).orElseThrow().id()).isNotEqualTo(id);
	}

	/** What stays open for an hour has a service once, however many reports come. */
	@Test
	void addAServiceOnlyOnce() {
		ServiceId service = suspect();
		IncidentId id = suspected(service).orElseThrow().id();
		for (int times = 0; times < 3; times++) {
			this.jdbc.sql("update availability.suspicion set at = at - interval '8 minutes' where service_id = ?")
				.param(service.value())
				.update();
			report(service);
			report(service);
		}
		IncidentDetail detail = this.incidents.forStaff(id).orElseThrow();
		assertThat(detail.summary().services()).hasSize(1);
		assertThat(detail.timeline()).filteredOn((entry) -> entry.kind() == EntryKind.SERVICE_JOINED).hasSize(1);
	}

	@Test
	void areConfirmedForEverybodyToSee() {
		ServiceId service = suspect();
		IncidentId id = suspected(service).orElseThrow().id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.confirm(id, "Masuk tidak berhasil untuk semua");
			assertThat(ScriptedChecks.incident(this.incidents, service)).contains(id);
			assertThatExceptionOfType(IllegalIncidentChange.class).isThrownBy(() -> this.desk.confirm(id, "x"));
			this.desk.resolve(id, "Sudah pulih");
		}
		IncidentDetail detail = this.incidents.incident(id).orElseThrow();
		assertThat(detail.summary().status()).isEqualTo(IncidentStatus.RESOLVED);
		assertThat(detail.summary().services()).allMatch((affected) -> affected.until() != null);
		assertThat(ScriptedChecks.incident(this.incidents, service)).isEmpty();
	}

	@Test
	void giveWayToWhatChecksConfirm() {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.start(service, minute(0));
		this.checks.tell(up(check, minute(1)));
		for (int n = 0; n < 3; n++) {
			report(service);
		}
		IncidentId suspicion = suspected(service).orElseThrow().id();
		this.checks.tell(down(check, minute(2)), down(check, minute(3)), down(check, minute(4)));
		IncidentDetail over = this.incidents.forStaff(suspicion).orElseThrow();
		assertThat(over.summary().status()).isEqualTo(IncidentStatus.RESOLVED);
		assertThat(over.timeline().getLast().kind()).isEqualTo(EntryKind.SUPERSEDED);
		assertThat(ScriptedChecks.incident(this.incidents, service).orElseThrow()).isNotEqualTo(suspicion);
		assertThat(report(service)).as("nothing new").isFalse();
	}

	@Test
	void countWhoIsAffectedAndKeepWhoFollows() {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.start(service, minute(0));
		this.checks.tell(down(check, minute(1)), down(check, minute(2)), down(check, minute(3)));
		Outage outage = this.report.outages(service, minute(0), Instant.now()).getFirst();
		String visitor = visitor();
		assertThat(this.followers.affected(outage.id(), visitor)).isTrue();
		assertThat(this.followers.affected(outage.id(), visitor)).isFalse();
		assertThat(this.followers.affected(outage.id(), visitor())).isTrue();
		assertThat(this.followers.affected(List.of(outage.id()))).containsEntry(outage.id(), 2);
		UUID one = UUID.randomUUID();
		UUID two = UUID.randomUUID();
		this.followers.follow(outage.id(), one);
		this.followers.follow(outage.id(), one);
		this.followers.follow(outage.id(), two);
		this.followers.unfollow(outage.id(), one);
		assertThat(this.followers.followers(outage.id())).containsExactly(two);
		this.checks.tell(up(check, minute(4)), up(check, minute(5)));
		this.followers.follow(outage.id(), one);
		assertThat(this.followers.affected(outage.id(), visitor())).isFalse();
		this.purging.purge();
		assertThat(this.followers.followers(outage.id())).as("kept for a week").containsExactly(two);
		this.jdbc.sql(
				"update availability.outage set starts = starts - interval '8 days', ends = ends - interval '8 days' where id = ?")
			.param(outage.id().value())
			.update();
		this.purging.purge();
		assertThat(this.followers.followers(outage.id())).isEmpty();
	}

	/** Without a time of the last check, which would change every minute. */
	@Test
	void areSaidInTheCatalogueOnlyByState() {
		ServiceId service = healthy();
		ServiceId unknown = ScriptedChecks.service();
		assertThat(this.notes)
			.filteredOn(
					(notes) -> notes.getClass().getPackageName().startsWith("id.tangerangkota.layanan.availability"))
			.singleElement()
			.satisfies((notes) -> assertThat(notes.notes(List.of(service, unknown))).containsOnlyKeys(service)
				.containsEntry(service, List.of(new ServiceNotes.Note("up", "availability.note.UP", minute(1), 0))));
	}

	private ServiceId healthy() {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.start(service, minute(0));
		this.checks.tell(up(check, minute(1)));
		return service;
	}

	private ServiceId suspect() {
		ServiceId service = healthy();
		for (int n = 0; n < 3; n++) {
			report(service);
		}
		return service;
	}

	private boolean report(ServiceId service) {
		return this.suspicions.report(service, Source.BUTTON, visitor());
	}

	private static String visitor() {
		return UUID.randomUUID().toString();
	}

	private Optional<IncidentSummary> suspected(ServiceId service) {
		return this.incidents.open(IncidentKind.forStaff())
			.stream()
			.filter((incident) -> incident.kind() == IncidentKind.SUSPECTED
					&& incident.services().stream().anyMatch((affected) -> affected.service().equals(service)))
			.findFirst();
	}

	private Instant minute(int minute) {
		return this.start.plus(Duration.ofMinutes(minute));
	}

}
