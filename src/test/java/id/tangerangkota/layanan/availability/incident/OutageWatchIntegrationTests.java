package id.tangerangkota.layanan.availability.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AtOnce;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
@RecordApplicationEvents
class OutageWatchIntegrationTests {

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private static final Actor ADMINISTRATOR = Actor.staff(AccountId.random(), Set.of(Role.ADMINISTRATOR), null);

	private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private Incidents incidents;

	@Autowired
	private IncidentDesk desk;

	@Autowired
	private WaitingIncidents waiting;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void gathersWhatOneAddressExplains() {
		String address = address();
		Site one = site();
		Site two = site();
		Site elsewhere = site();
		fail(one, 1, Cause.CONNECT, address, null);
		fail(two, 2, Cause.TIMEOUT, address, null);
		fail(elsewhere, 2, Cause.CONNECT, address(), null);
		IncidentSummary incident = open(one);
		assertThat(incident.kind()).isEqualTo(IncidentKind.OUTAGE);
		assertThat(incident.cause()).isEqualTo(StateReason.CONNECT);
		assertThat(incident.startedAt()).isEqualTo(minute(1));
		assertThat(incident.services()).extracting(AffectedService::service)
			.containsExactly(one.service(), two.service());
		assertThat(open(elsewhere).id()).isNotEqualTo(incident.id());
		recover(one, 6);
		assertThat(open(two).services()).extracting(AffectedService::until).containsExactly(minute(6), null);
		recover(two, 8);
		IncidentDetail over = this.incidents.incident(incident.id()).orElseThrow();
		assertThat(over.summary().status()).isEqualTo(IncidentStatus.RESOLVED);
		assertThat(over.summary().endedAt()).isEqualTo(minute(8));
		assertThat(over.timeline()).extracting(TimelineEntry::kind)
			.containsExactly(EntryKind.OPENED, EntryKind.SERVICE_JOINED, EntryKind.SERVICE_JOINED,
					EntryKind.SERVICE_RECOVERED, EntryKind.SERVICE_RECOVERED, EntryKind.RESOLVED);
		assertThat(this.incidents.recent(1, 10).items()).extracting(IncidentSummary::id).contains(incident.id());
		assertThat(this.incidents.ofService(two.service(), 5)).extracting(IncidentSummary::id)
			.containsExactly(incident.id());
	}

	/** A machine in front of many sites that cuts its connections or loses its key. */
	@Test
	void gathersWhatIsCutAtOneAddress() {
		String address = address();
		List<Site> sites = List.of(site(), site(), site());
		fail(sites.get(0), 1, Cause.RESET, address, null);
		fail(sites.get(1), 1, Cause.TLS, address, null);
		fail(sites.get(2), 1, Cause.CONNECT, address, null);
		Site ownFault = site();
		fail(ownFault, 1, Cause.STATUS, address, null);
		assertThat(open(sites.get(0)).services()).extracting(AffectedService::service)
			.containsExactlyInAnyOrderElementsOf(sites.stream().map(Site::service).toList());
		assertThat(open(ownFault).services()).hasSize(1);
	}

	/** Its addresses are asked by turns. */
	@Test
	void gathersTheServicesOfOneHost() {
		String host = "shared." + UUID.randomUUID() + ".example";
		Site one = site(host);
		Site two = site(host);
		Site ownFault = site(host);
		fail(one, 1, Cause.TIMEOUT, address(), null);
		fail(ownFault, 1, Cause.STATUS, address(), null);
		fail(two, 2, Cause.CONNECT, address(), null);
		assertThat(open(two).id()).isEqualTo(open(one).id());
		assertThat(open(one).services()).hasSize(2);
		assertThat(open(ownFault).services()).hasSize(1);
	}

	/** A second check found, from before that end on, that it still was. */
	@Test
	void opensAnewForWhatWasSaidToBeOver() {
		Site site = site();
		int second = this.checks.add(site.service(), Platform.WEB);
		this.checks.start(second, minute(0));
		this.checks.tell(up(second, minute(0)));
		fail(site, 1, Cause.CONNECT, address(), null);
		IncidentSummary before = open(site);
		this.checks.stop(site.check(), minute(10));
		assertThat(this.incidents.openOf(List.of(site.service()))).isEmpty();
		this.checks.tell(down(second, minute(9)), down(second, minute(10)), down(second, minute(11)));
		assertThat(this.checks.states(site.service(), this.start)).last().asString().startsWith("DOWN");
		IncidentSummary again = open(site);
		assertThat(again.id()).isNotEqualTo(before.id());
		assertThat(again.cause()).isEqualTo(StateReason.STATUS);
		assertThat(again.startedAt()).isEqualTo(minute(10));
		this.checks.tell(up(second, minute(12)), up(second, minute(13)));
		assertThat(this.incidents.openOf(List.of(site.service()))).isEmpty();
		assertThat(this.incidents.incident(again.id()).orElseThrow().summary().status())
			.isEqualTo(IncidentStatus.RESOLVED);
	}

	/** All in one batch, as when a whole data centre goes. */
	@Test
	void gathersWhatFailsAtOnce() {
		String address = address();
		List<Site> sites = List.of(site(), site(), site());
		for (int minute = 1; minute <= 3; minute++) {
			Instant at = minute(minute);
			this.checks
				.tell(sites.stream().map((site) -> down(site.check(), at, Cause.CONNECT, address, null)).toList());
		}
		assertThat(open(sites.getFirst()).services()).hasSize(3);
	}

	@Test
	void gathersByCertificateOnlyWhatTheCertificateExplains() {
		String shared = "cd" + address();
		String own = "ef" + address();
		Site one = site("a.tangerang.example");
		Site two = site("b.elsewhere.example");
		Site broken = site("c.tangerang.example");
		Site apart = site("d.tangerang.example");
		fail(one, 1, Cause.CERTIFICATE_EXPIRED, address(), shared);
		fail(two, 1, Cause.CERTIFICATE_WRONG_HOST, address(), shared);
		// It shares the wildcard, but fails for another reason.
		fail(broken, 1, Cause.STATUS, address(), shared);
		// Its certificate ends at the same time, but it is another one.
		fail(apart, 1, Cause.CERTIFICATE_EXPIRED, address(), own);
		assertThat(open(apart).services()).hasSize(1);
		assertThat(open(one).services()).extracting(AffectedService::service)
			.containsExactlyInAnyOrder(one.service(), two.service());
		assertThat(open(broken).services()).hasSize(1);
	}

	@Test
	void gathersNamesOfOneZone() {
		Site one = site("a.lost.example");
		Site two = site("b.lost.example");
		fail(one, 1, Cause.DNS, null, null);
		fail(two, 2, Cause.DNS, null, null);
		assertThat(open(one).id()).isEqualTo(open(two).id());
	}

	@Test
	void letsTheStaffSayWhereTheWorkStands() {
		Site site = site();
		fail(site, 1, Cause.STATUS, address(), null);
		IncidentId id = open(site).id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.acknowledge(id, "Sudah kami telepon penyedia hosting");
			this.desk.update(id, IncidentStatus.IDENTIFIED, "Cakram penuh. NIK 3671014107900001 tidak kami perlukan.");
			assertThatExceptionOfType(IllegalIncidentChange.class).isThrownBy(() -> this.desk.resolve(id, "Selesai"))
				.withMessage("Incident " + id + " is IDENTIFIED and cannot be resolved while a service is down");
			assertThatExceptionOfType(IllegalIncidentChange.class).isThrownBy(() -> this.desk.dismiss(id, "x"))
				.withMessage("Incident " + id + " is IDENTIFIED and cannot be dismissed, being no suspicion");
			this.desk.update(id, IncidentStatus.WATCHING, "Sudah longgar");
			recover(site, 9);
			assertThatExceptionOfType(IllegalIncidentChange.class)
				.isThrownBy(() -> this.desk.update(id, IncidentStatus.WATCHING, "x"))
				.withMessage("Incident " + id + " is RESOLVED and cannot become WATCHING");
			Instant before = this.incidents.lastTold(List.of(id)).get(id);
			this.desk.writePostMortem(id, 0, "Cakram penuh");
			assertThat(this.incidents.lastTold(List.of(id)).get(id)).as("news for feed readers").isAfter(before);
			assertThatExceptionOfType(ConcurrencyFailureException.class)
				.isThrownBy(() -> this.desk.writePostMortem(id, 0, "Yang lain"));
			this.desk.writePostMortem(id, 1, "Cakram penuh karena log");
			UUID entry = this.incidents.incident(id)
				.orElseThrow()
				.timeline()
				.stream()
				.filter((one) -> one.status() == IncidentStatus.WATCHING)
				.findFirst()
				.orElseThrow()
				.id();
			this.desk.edit(id, entry, 1, "Sudah longgar lagi");
			assertThatExceptionOfType(ConcurrencyFailureException.class)
				.isThrownBy(() -> this.desk.edit(id, entry, 1, "Yang lain"));
			assertThatExceptionOfType(NotFound.class)
				.isThrownBy(() -> this.desk.edit(id, UUID.randomUUID(), 1, "Tidak ada"));
		}
		IncidentDetail detail = this.incidents.incident(id).orElseThrow();
		assertThat(detail.postMortem()).isEqualTo("Cakram penuh karena log");
		assertThat(detail.summary().acknowledged()).isTrue();
		assertThat(detail.timeline()).extracting(TimelineEntry::text)
			.contains("Sudah longgar lagi")
			.doesNotContain("Sudah kami telepon penyedia hosting")
			.noneMatch((text) -> text != null && text.contains("3671014107900001"));
		assertThat(this.incidents.forStaff(id).orElseThrow().timeline()).extracting(TimelineEntry::text)
			.contains("Sudah kami telepon penyedia hosting");
		assertThat(this.jdbc.sql("select text_before from availability.incident_edit where incident_id = ? order by 1")
			.param(id.value())
			.query(String.class)
			.list()).containsExactly("Cakram penuh", "Sudah longgar");
		assertThat(this.jdbc.sql("select action from audit.entry where subject_id = ? order by seq")
			.param(id.toString())
			.query(String.class)
			.list()).containsExactly("availability.incident-acknowledged", "availability.incident-updated",
					"availability.incident-updated", "availability.post-mortem-written",
					"availability.post-mortem-written", "availability.incident-entry-edited");
	}

	@Test
	void countsWhoTookCareFirst() {
		Site site = site();
		fail(site, 1, Cause.STATUS, address(), null);
		IncidentId id = open(site).id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.acknowledge(id, "Kami telepon penyedia hosting");
		}
		Instant first = acknowledged(id);
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.desk.acknowledge(id, "Kami bantu");
		}
		assertThat(acknowledged(id)).isEqualTo(first);
		assertThat(this.jdbc.sql("select acknowledged_by from availability.incident where id = ?")
			.param(id.value())
			.query(UUID.class)
			.single()).isEqualTo(COORDINATOR.requireAccount().value());
		assertThat(this.incidents.forStaff(id).orElseThrow().timeline())
			.filteredOn((entry) -> entry.kind() == EntryKind.ACKNOWLEDGED)
			.extracting(TimelineEntry::author)
			.containsExactly(COORDINATOR.account(), ADMINISTRATOR.account());
	}

	/** An address may be the whole city's: weeks later it is another matter. */
	@Test
	void asksForSomebodyAgainWhenAnotherServiceJoins() {
		String address = address();
		Site site = site();
		fail(site, 1, Cause.CONNECT, address, null);
		IncidentId id = open(site).id();
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.acknowledge(id, "Kami telepon penyedia hosting");
		}
		assertThat(open(site).acknowledged()).isTrue();
		Instant first = acknowledged(id);
		Site another = site();
		fail(another, 5, Cause.CONNECT, address, null);
		assertThat(open(another).id()).isEqualTo(id);
		assertThat(open(another).acknowledged()).isFalse();
		assertThat(this.waiting.unacknowledged(another.service())).isOne();
		assertThat(acknowledged(id)).isEqualTo(first);
		try (Acting acting = Acting.as(ADMINISTRATOR)) {
			this.desk.acknowledge(id, "Penyebabnya sama");
		}
		assertThat(open(another).acknowledged()).isTrue();
		assertThat(this.waiting.unacknowledged(another.service())).isZero();
	}

	private Instant acknowledged(IncidentId id) {
		return this.jdbc.sql("select acknowledged_at from availability.incident where id = ?")
			.param(id.value())
			.query((row, number) -> IncidentLists.instant(row, "acknowledged_at"))
			.single();
	}

	@Test
	void letsOnlyAuthorsAndWhoAnswersForThemWordEntriesAnew() {
		Actor author = officer();
		Site site = site();
		fail(site, 1, Cause.STATUS, address(), null);
		IncidentId id = open(site).id();
		try (Acting acting = Acting.as(author)) {
			this.desk.update(id, IncidentStatus.IDENTIFIED, "Cakram penuh");
		}
		TimelineEntry entry = entry(id);
		try (Acting acting = Acting.as(officer())) {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.desk.edit(id, entry.id(), 1, "Bukan saya"));
		}
		assertThat(entry(id).text()).isEqualTo("Cakram penuh");
		int version = 0;
		for (Actor actor : List.of(author, COORDINATOR, ADMINISTRATOR)) {
			version++;
			try (Acting acting = Acting.as(actor)) {
				this.desk.edit(id, entry.id(), version, "Cakram penuh: " + actor.roles());
			}
			assertThat(entry(id).text()).isEqualTo("Cakram penuh: " + actor.roles());
			assertThat(entry.isEditableBy(actor)).isTrue();
		}
		assertThat(entry.isEditableBy(officer())).isFalse();
		assertThat(this.incidents.forStaff(id).orElseThrow().timeline().getFirst().isEditableBy(ADMINISTRATOR))
			.isFalse();
	}

	private static Actor officer() {
		return Actor.staff(AccountId.random(), Set.of(Role.OFFICER), new AgencyId("disdukcapil"));
	}

	private TimelineEntry entry(IncidentId id) {
		return this.incidents.incident(id)
			.orElseThrow()
			.timeline()
			.stream()
			.filter(TimelineEntry::byStaff)
			.findFirst()
			.orElseThrow();
	}

	/** Each in a transaction of its own, as two nodes would tell. */
	@Test
	void gathersWhatTwoTellAtTheSameTime() throws Exception {
		String address = address();
		Site one = site();
		Site two = site();
		AtOnce.run(this.transaction, this.jdbc, () -> fail(one, 1, Cause.CONNECT, address, null),
				() -> fail(two, 2, Cause.TIMEOUT, address, null));
		IncidentSummary incident = open(one);
		assertThat(open(two).id()).isEqualTo(incident.id());
		assertThat(incident.startedAt()).isEqualTo(minute(1));
		assertThat(incident.services()).extracting(AffectedService::service)
			.containsExactlyInAnyOrder(one.service(), two.service());
	}

	/**
	 * Or the incident would be over while the second is down, and nobody would see it.
	 */
	@Test
	void staysOpenForWhatJoinsWhileTheLastLeaves() throws Exception {
		String address = address();
		Site one = site();
		Site two = site();
		fail(one, 1, Cause.CONNECT, address, null);
		IncidentId id = open(one).id();
		AtOnce.run(this.transaction, this.jdbc, () -> fail(two, 2, Cause.CONNECT, address, null),
				() -> recover(one, 6));
		assertThat(open(two).id()).isEqualTo(id);
		assertThat(open(two).services()).extracting(AffectedService::until).containsExactly(minute(6), null);
		recover(two, 8);
		assertThat(this.incidents.incident(id).orElseThrow().summary().status()).isEqualTo(IncidentStatus.RESOLVED);
	}

	@Test
	void opensAnewForWhatFailsWhileTheLastLeaves() throws Exception {
		String address = address();
		Site one = site();
		Site two = site();
		fail(one, 1, Cause.CONNECT, address, null);
		IncidentId id = open(one).id();
		AtOnce.run(this.transaction, this.jdbc, () -> recover(one, 6),
				() -> fail(two, 7, Cause.CONNECT, address, null));
		assertThat(open(two).id()).isNotEqualTo(id);
		assertThat(open(two).services()).extracting(AffectedService::service).containsExactly(two.service());
		assertThat(this.incidents.incident(id).orElseThrow().summary().endedAt()).isEqualTo(minute(6));
	}

	@Test
	void isNotOverWhenNobodyLooksAnyMore() {
		String address = address();
		Site paused = site();
		Site recovered = site();
		fail(recovered, 1, Cause.CONNECT, address, null);
		fail(paused, 1, Cause.CONNECT, address, null);
		IncidentId id = open(paused).id();
		recover(recovered, 6);
		this.checks.stop(paused.check(), minute(8));
		IncidentDetail unwatched = this.incidents.incident(id).orElseThrow();
		assertThat(unwatched.summary().status()).isEqualTo(IncidentStatus.UNWATCHED);
		assertThat(unwatched.summary().isOpen()).isFalse();
		assertThat(unwatched.summary().endedAt()).isEqualTo(minute(8));
		assertThat(unwatched.timeline()).extracting(TimelineEntry::kind)
			.endsWith(EntryKind.SERVICE_RECOVERED, EntryKind.SERVICE_LEFT, EntryKind.UNWATCHED);
	}

	/** What explained both is over, as the other shows. */
	@Test
	void isOverWhenTheLastRecovers() {
		String address = address();
		Site paused = site();
		Site recovered = site();
		fail(recovered, 1, Cause.CONNECT, address, null);
		fail(paused, 1, Cause.CONNECT, address, null);
		IncidentId id = open(paused).id();
		this.checks.stop(paused.check(), minute(6));
		recover(recovered, 8);
		assertThat(this.incidents.incident(id).orElseThrow().summary().status()).isEqualTo(IncidentStatus.RESOLVED);
	}

	private record Site(ServiceId service, int check) {
	}

	private Site site() {
		return site(UUID.randomUUID() + ".example");
	}

	private Site site(String host) {
		ServiceId service = ScriptedChecks.service();
		int check = this.checks.add(service, Platform.WEB, host, null);
		this.checks.start(check, minute(0));
		this.checks.tell(up(check, minute(0)));
		return new Site(service, check);
	}

	private static String address() {
		return UUID.randomUUID().toString();
	}

	private void fail(Site site, int from, Cause cause, @Nullable String address, @Nullable String certificate) {
		for (int minute = from; minute < from + 3; minute++) {
			this.checks.tell(down(site.check(), minute(minute), cause, address, certificate));
		}
	}

	private void recover(Site site, int from) {
		this.checks.tell(up(site.check(), minute(from)), up(site.check(), minute(from + 1)));
	}

	private IncidentSummary open(Site site) {
		IncidentId id = ScriptedChecks.incident(this.incidents, site.service()).orElseThrow();
		return this.incidents.open().stream().filter((incident) -> incident.id().equals(id)).findFirst().orElseThrow();
	}

	private Instant minute(int minute) {
		return this.start.plus(Duration.ofMinutes(minute));
	}

}
