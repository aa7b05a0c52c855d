package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintEvent;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintClosed;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintReferred;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintRejected;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintResolved;
import id.tangerangkota.layanan.complaint.ComplaintEvent.ComplaintSplit;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.identity.testing.DatabaseText;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.INSPECTOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** The way of a complaint from end to end, with the database. */
@SetTimeTest
@RecordApplicationEvents
class CaseworkIntegrationTests {

	private static final AgencyId LIGHTS = new AgencyId("dishub");

	@Autowired
	private Complaints complaints;

	@Autowired
	private CaseDesk desk;

	@Autowired
	private CitizenDesk citizens;

	@Autowired
	private CaseCounts counts;

	@Autowired
	private ComplaintRatings ratings;

	@Autowired
	private NeededInspectors inspectors;

	@Autowired
	private CaseReader reader;

	@Autowired
	private ComplaintStatistics statistics;

	@Autowired
	private StaffDesk staff;

	@Autowired
	private SetClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void setClock() {
		this.clock.set("2026-07-01T10:00");
	}

	@Test
	void goesItsWay() {
		Receipt receipt = this.complaints.file();
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.SUBMITTED);
		this.complaints.verify(receipt.complaint(), ROADS);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.ASSIGNED);
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.IN_PROGRESS);
		assertThat(uuid(receipt, "officer")).isEqualTo(OFFICER.requireAccount().toString());
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.RESOLVED);
		this.complaints.asReporter(receipt, CitizenDesk::confirm);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.CLOSED);
		ReporterView view = this.citizens.view(this.complaints.key(receipt));
		assertThat(view.steps()).extracting(ReporterView.Step::kind)
			.containsExactly("FILED", "VERIFIED", "STARTED", "RESOLVED", "CONFIRMED");
		assertThat(view.steps().getFirst().mine()).isTrue();
		assertThat(view.steps().get(1).agency()).isEqualTo(ROADS);
		assertThat(view.due()).isNull();
		assertThat(this.events.stream(ComplaintEvent.class)
			.filter((event) -> event.complaint().equals(receipt.complaint()))
			.map((event) -> event.getClass().getSimpleName())).containsExactly("ComplaintSubmitted",
					"ComplaintAssigned", "ComplaintStarted", "ComplaintResolved", "ComplaintClosed");
	}

	@Test
	void refusesWhatCannotFollow() {
		Receipt receipt = this.complaints.file();
		assertThatExceptionOfType(IllegalCaseChange.class)
			.isThrownBy(() -> this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::start))
			.withMessageContaining("SUBMITTED")
			.withMessageContaining("IN_PROGRESS");
		assertThatExceptionOfType(IllegalCaseChange.class)
			.isThrownBy(() -> this.complaints.asReporter(receipt, CitizenDesk::confirm));
		assertThatExceptionOfType(IllegalCaseChange.class)
			.isThrownBy(() -> this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Belum")));
	}

	@Test
	void neverLetsTwoOverwriteEachOther() {
		Receipt receipt = this.complaints.verified();
		Shown shown = this.complaints.shown(receipt.complaint());
		try (Acting acting = Acting.as(OFFICER)) {
			this.desk.start(shown);
			refused(Reason.CHANGED_MEANWHILE, () -> this.desk.answer(shown, words("Kami mulai."), false));
		}
	}

	@Test
	void tellsNothingOfCasesOfOthers() {
		Receipt receipt = this.complaints.verified();
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.complaints.as(Complaints.officer(LIGHTS), receipt.complaint(), CaseDesk::start));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.complaints.as(INSPECTOR, receipt.complaint(), CaseDesk::start));
		assertThatExceptionOfType(NotFound.class).isThrownBy(
				() -> this.complaints.as(Actor.citizen(AccountId.random()), receipt.complaint(), CaseDesk::start));
		Actor mayor = Actor.staff(AccountId.random(), Set.of(Role.LEADERSHIP), null);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.complaints.as(mayor, receipt.complaint(), CaseDesk::start));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
				() -> this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.publish(shown, false)));
	}

	@Test
	void keepsTheConductOfOfficialsWithTheInspectors() {
		Receipt receipt = this.complaints.file("pelayanan-aparatur");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.note(shown, words("Apa ini?"))));
		this.complaints.verify(receipt.complaint(), new AgencyId("inspektorat"));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.complaints
			.as(Complaints.officer(new AgencyId("inspektorat")), receipt.complaint(), CaseDesk::start));
		this.complaints.as(INSPECTOR, receipt.complaint(), CaseDesk::start);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.IN_PROGRESS);
	}

	@Test
	void sealsWhatTurnsOutToBeAboutConduct() {
		Receipt receipt = this.complaints.file();
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.ask(shown, "Pertanyaan istimewa sekali?"));
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, words("Petugasnya minta uangkopi.")));
		assertThat(DatabaseText.find(this.jdbc, "uangkopi")).isNotEmpty();
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.verify(shown, new AgencyId("inspektorat"), "jalan-rusak", true, true));
		assertThat(DatabaseText.find(this.jdbc, "uangkopi")).isEmpty();
		assertThat(number(receipt, "resolve_days")).isEqualTo(60);
		assertThat(time(receipt, "published_at")).isNull();
		assertThat(this.citizens.view(this.complaints.key(receipt)).steps()).extracting(ReporterView.Step::text)
			.contains("Petugasnya minta uangkopi.");
	}

	@Test
	void opensAgainWhatIsNotAboutConduct() {
		Receipt receipt = this.complaints.file("pelayanan-aparatur");
		this.complaints.as(INSPECTOR, receipt.complaint(),
				(cases, shown) -> cases.verify(shown, ROADS, "jalan-rusak", false, true));
		assertThat(time(receipt, "published_at")).isNotNull();
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
	}

	@Test
	void movesNoClockWhenHandedOn() {
		Receipt receipt = this.complaints.started();
		Instant due = time(receipt, "resolve_at");
		this.clock.set("2026-07-02T10:00");
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.forward(shown, LIGHTS, "Lampu."));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(time(receipt, "resolve_at")).isEqualTo(due);
		assertThat(time(receipt, "due_at")).isEqualTo(due);
		assertThat(uuid(receipt, "officer")).isNull();
		assertThat(custody(receipt)).containsExactly("dpupr false left", "dishub true here");
		this.complaints.as(Complaints.officer(LIGHTS), receipt.complaint(), CaseDesk::start);
		refusesAgency(receipt);
	}

	private void refusesAgency(Receipt receipt) {
		refused(Reason.UNKNOWN_AGENCY, () -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.forward(shown, new AgencyId("bukan-dinas"), "Ke sana.")));
	}

	@Test
	void countsInTheOrderOfItsClocks() {
		Receipt receipt = this.complaints.file("pajak");
		assertThat(day(receipt, "due_at")).isEqualTo("2026-07-06");
		this.clock.set("2026-07-02T09:00");
		this.complaints.verify(receipt.complaint(), new AgencyId("bapenda"));
		assertThat(day(receipt, "due_at")).isEqualTo("2026-07-09");
		this.complaints.as(Complaints.officer(new AgencyId("bapenda")), receipt.complaint(), CaseDesk::start);
		assertThat(day(receipt, "due_at")).isEqualTo("2026-07-10");
	}

	@Test
	void givesNoLongerToBeginThanToFinish() {
		Receipt receipt = this.complaints.file("pajak");
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-10");
		assertThat(day(receipt, "start_at")).as("three days to verify and five to begin").isEqualTo("2026-07-10");
		this.clock.set("2026-07-02T09:00");
		this.complaints.verify(receipt.complaint(), new AgencyId("bapenda"));
		assertThat(day(receipt, "start_at")).isEqualTo("2026-07-09");
		Receipt late = this.complaints.file("pajak");
		assertThat(day(late, "resolve_at")).isEqualTo("2026-07-13");
		this.clock.set("2026-07-08T09:00");
		this.complaints.verify(late.complaint(), new AgencyId("bapenda"));
		assertThat(day(late, "start_at")).isEqualTo("2026-07-13");
		Receipt latest = this.complaints.file("pajak");
		this.clock.set("2026-07-27T09:00");
		this.complaints.verify(latest.complaint(), new AgencyId("bapenda"));
		assertThat(time(latest, "start_at")).as("what is late already").isEqualTo(time(latest, "resolve_at"));
		this.complaints.as(Complaints.officer(new AgencyId("bapenda")), latest.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(latest, (citizen, key) -> citizen.reopen(key, "Belum."));
		assertThat(day(latest, "start_at")).as("five days from then").isEqualTo("2026-08-03");
	}

	@Test
	void standsStillWhileTheCitizenIsAsked() {
		Receipt receipt = this.complaints.started();
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-08");
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.ask(shown, "Di mana?"));
		assertThat(time(receipt, "due_at")).isNull();
		assertThat(time(receipt, "remind_at")).isNull();
		ReporterView view = this.citizens.view(this.complaints.key(receipt));
		assertThat(view.waitingUntil()).isEqualTo("2026-07-31");
		// Three closing times later.
		this.clock.set("2026-07-04T20:00");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, words("Depan toko roti.")));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.IN_PROGRESS);
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-13");
		assertThat(time(receipt, "due_at")).isEqualTo(time(receipt, "resolve_at"));
	}

	@Test
	void staysLateWhatIsLate() {
		Receipt receipt = this.complaints.started();
		Instant due = time(receipt, "due_at");
		this.clock.set("2026-07-20T10:00");
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.ask(shown, "Di mana?"));
		assertThat(time(receipt, "due_at")).isEqualTo(due);
		assertThat(this.citizens.view(this.complaints.key(receipt)).overdue()).isTrue();
	}

	@Test
	void goesBackToWhereItWasAsked() {
		Receipt receipt = this.complaints.file();
		this.complaints.as(COORDINATOR, receipt.complaint(), (cases, shown) -> cases.ask(shown, "Di mana?"));
		this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::goOn);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.SUBMITTED);
	}

	@Test
	void isNeverConfirmedByWhoDidIt() {
		Actor both = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR, Role.OFFICER), ROADS);
		Receipt receipt = this.complaints.verified();
		this.complaints.as(both, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		refused(Reason.OWN_WORK, () -> this.complaints.as(both, receipt.complaint(), CaseDesk::confirm));
		this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::confirm);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.CLOSED);
	}

	@Test
	void isConfirmedByNobodyOfItsAgency() {
		Receipt receipt = this.complaints.resolved();
		for (Actor own : List.of(OFFICER, Complaints.officer(ROADS), Complaints.head(ROADS))) {
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.complaints.as(own, receipt.complaint(), CaseDesk::confirm));
		}
	}

	@Test
	void isConfirmedByAnotherInspectorWhereItIsAboutConduct() {
		Receipt receipt = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(receipt.complaint(), new AgencyId("inspektorat"));
		this.complaints.as(INSPECTOR, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		refused(Reason.OWN_WORK, () -> this.complaints.as(INSPECTOR, receipt.complaint(), CaseDesk::confirm));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::confirm));
		this.complaints.as(Actor.staff(AccountId.random(), Set.of(Role.INSPECTOR), null), receipt.complaint(),
				CaseDesk::confirm);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.CLOSED);
		assertThat(this.citizens.view(this.complaints.key(receipt)).steps().getLast().code()).isEqualTo("INSPECTOR");
	}

	/** The receipt an officer prints at the counter shows the code. */
	@Test
	void isConfirmedByNoOfficerWhoHasTheCode() {
		Receipt receipt = this.complaints.resolved();
		CitizenDesk.Key key = this.complaints.key(receipt);
		try (Acting acting = Acting.as(OFFICER)) {
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.citizens.confirm(key));
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.citizens.rate(key, 5, true, null));
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> this.citizens.reopen(key, "Sekali lagi."));
			assertThat(this.ratings.rate(receipt.complaint(), 5, true)).isEqualTo(ComplaintRatings.Outcome.NOT_OVER);
		}
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.RESOLVED);
	}

	/** The only one there is decided it before, and nobody else may have it. */
	@Test
	void asksForOneMoreInspectorWhereNobodyMayDecide() {
		this.jdbc.sql("update identity.account set state = 'DEACTIVATED' where 'INSPECTOR' = any (roles)").update();
		Actor only = employed(Role.INSPECTOR, null);
		Receipt receipt = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(receipt.complaint(), ROADS);
		this.complaints.as(only, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		assertThat(this.inspectors.attention()).isEmpty();
		reopen(receipt);
		assertThat(this.inspectors.attention()).singleElement()
			.satisfies((attention) -> assertThat(attention.arguments()).containsExactly(1));
		employed(Role.INSPECTOR, null);
		assertThat(this.inspectors.attention()).isEmpty();
	}

	@Test
	void isReopenedAndSolvedBySomebodyElse() {
		Receipt receipt = this.complaints.closed();
		this.clock.set("2026-07-06T10:00");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Lubangnya masih ada."));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-13");
		assertThat(uuid(receipt, "officer")).isNull();
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah."))));
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.UNCLEAR, "Apa?")));
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.refer(shown, Referral.OMBUDSMAN, "Ke sana.")));
		Receipt other = this.complaints.verified();
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.merge(shown, other.ticket())));
		this.complaints.as(Complaints.officer(ROADS), receipt.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah.")));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.RESOLVED);
		assertThat(number(receipt, "reopened")).isEqualTo(1);
	}

	@Test
	void barsAllWhoEverDecided() {
		Actor second = Complaints.officer(ROADS);
		Receipt receipt = this.complaints.resolved();
		this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::confirm);
		reopen(receipt);
		this.complaints.as(second, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		refused(Reason.BARRED, () -> this.complaints.as(COORDINATOR, receipt.complaint(), CaseDesk::confirm));
		this.complaints.as(Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null), receipt.complaint(),
				CaseDesk::confirm);
		reopen(receipt);
		for (Actor barred : List.of(OFFICER, second)) {
			refused(Reason.BARRED, () -> this.complaints.as(barred, receipt.complaint(),
					(cases, shown) -> cases.resolve(shown, words("Sudah."))));
		}
		refused(Reason.BARRED, () -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.UNCLEAR, "Apa?")));
		this.complaints.as(Complaints.officer(ROADS), receipt.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah.")));
		this.complaints.asReporter(receipt, CitizenDesk::confirm);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.CLOSED);
	}

	@Test
	void barsFromAPartWhoDecidedAboutTheWhole() {
		Receipt part = this.complaints.verified();
		Receipt master = this.complaints.started();
		this.complaints.as(OFFICER, part.complaint(), (cases, shown) -> cases.merge(shown, master.ticket()));
		this.complaints.as(OFFICER, master.complaint(), (cases, shown) -> cases.resolve(shown, words("Sudah.")));
		this.complaints.as(COORDINATOR, master.complaint(), CaseDesk::confirm);
		reopen(part);
		refused(Reason.BARRED, () -> this.complaints.as(COORDINATOR, part.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.UNCLEAR, "Apa?")));
		this.complaints.verify(part.complaint(), ROADS);
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, part.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah."))));
		assertThat(status(master)).isEqualTo(ComplaintStatus.CLOSED);
	}

	private void reopen(Receipt receipt) {
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Lubangnya masih ada."));
	}

	@Test
	void isReopenedWithinTenWorkingDaysOnly() {
		Receipt receipt = this.complaints.closed();
		this.clock.set("2026-07-15T15:59");
		assertThat(this.citizens.view(this.complaints.key(receipt)).reopenUntil()).isEqualTo("2026-07-15");
		this.clock.set("2026-07-15T16:01");
		refused(Reason.TOO_LATE,
				() -> this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Belum.")));
		assertThat(this.citizens.view(this.complaints.key(receipt)).reopenUntil()).isNull();
	}

	@Test
	void takesUpAgainWhatWasRejected() {
		Receipt receipt = this.complaints.rejected();
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.rate(key, 1, false, "Ini jalan kota."));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.SUBMITTED);
		assertThat(number(receipt, "rating")).as("of an end that was none").isNull();
		assertThat(this.jdbc.sql("select rating from complaint.earlier_verdict where complaint_id = ?")
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(day(receipt, "due_at")).isEqualTo("2026-07-06");
		refused(Reason.BARRED, () -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Tetap.")));
	}

	@Test
	void takesUpAgainWhatWasReferred() {
		Receipt receipt = referred();
		ReporterView view = this.citizens.view(this.complaints.key(receipt));
		assertThat(view.reopenUntil()).isEqualTo("2026-07-15");
		assertThat(view.referredTo()).isEqualTo(Referral.OMBUDSMAN);
		reopen(receipt);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.SUBMITTED);
		assertThat(this.citizens.view(this.complaints.key(receipt)).referredTo()).isNull();
		refused(Reason.BARRED, () -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.refer(shown, Referral.OMBUDSMAN, "Tetap ke sana.")));
		Receipt late = referred();
		this.clock.set("2026-07-15T16:01");
		refused(Reason.TOO_LATE, () -> reopen(late));
	}

	private Receipt referred() {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.refer(shown, Referral.OMBUDSMAN, "Silakan ke Ombudsman."));
		return receipt;
	}

	@Test
	void isNobodysOnceItIsVerifiedForAnotherAgency() {
		Actor there = Complaints.officer(LIGHTS);
		long before = unassigned(there);
		Actor officer = employed();
		Receipt receipt = notOurs(officer);
		assertThat(uuid(receipt, "officer")).isEqualTo(officer.requireAccount().toString());
		this.complaints.verify(receipt.complaint(), LIGHTS);
		assertThat(uuid(receipt, "officer")).isNull();
		assertThat(unassigned(there)).isEqualTo(before + 1);
		Receipt back = notOurs(officer);
		this.complaints.verify(back.complaint(), ROADS);
		assertThat(uuid(back, "officer")).as("it is theirs still").isEqualTo(officer.requireAccount().toString());
		Receipt conduct = notOurs(officer);
		this.complaints.as(COORDINATOR, conduct.complaint(),
				(cases, shown) -> cases.verify(shown, ROADS, "jalan-rusak", true, true));
		assertThat(uuid(conduct, "officer")).as("inspectors alone work on it").isNull();
	}

	@Test
	void staysWithItsInspectorWhicheverAgencyItIsAbout() {
		Receipt receipt = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(receipt.complaint(), ROADS);
		Actor inspector = employed(Role.INSPECTOR, null);
		this.complaints.as(inspector, receipt.complaint(), CaseDesk::start);
		this.complaints.as(INSPECTOR, receipt.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Bukan pegawai kota."));
		reopen(receipt);
		this.complaints.verify(receipt.complaint(), LIGHTS);
		assertThat(uuid(receipt, "officer")).isEqualTo(inspector.requireAccount().toString());
	}

	/** The officer began, the head says that it is not theirs, the citizen that it is. */
	private Receipt notOurs(Actor officer) {
		Receipt receipt = takenBy(officer);
		this.complaints.as(Complaints.head(ROADS), receipt.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Ini lampu, bukan jalan."));
		reopen(receipt);
		return receipt;
	}

	private long unassigned(Actor actor) {
		return this.counts.counts(CaseFilter.of(QueueTab.ALL), CaseAccess.of(actor), actor.requireAccount())
			.get(QueueTab.UNASSIGNED)
			.number();
	}

	@Test
	void gainsNoTimeByBeingSentBack() {
		Receipt receipt = this.complaints.resolved();
		Instant due = time(receipt, "resolve_at");
		this.clock.set("2026-07-03T10:00");
		this.complaints.as(COORDINATOR, receipt.complaint(), (cases, shown) -> cases.sendBack(shown, "Belum rata."));
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.ASSIGNED);
		assertThat(time(receipt, "resolve_at")).isEqualTo(due);
		assertThat(time(receipt, "due_at")).isEqualTo(due);
		assertThat(time(receipt, "resolve_met")).isNull();
	}

	@Test
	void countsWhatWasReopenedOfWhatWasEverSolved() {
		this.clock.set("2027-03-01T10:00");
		List<Receipt> closed = List.of(this.complaints.closed(), this.complaints.closed(), this.complaints.closed());
		closed.subList(0, 2).forEach(this::reopen);
		reopen(this.complaints.rejected());
		LocalDate day = LocalDate.parse("2027-03-01");
		AgencyCount roads = this.statistics.of(ROADS, day, day).orElseThrow();
		assertThat(roads.resolved()).isEqualTo(1);
		assertThat(roads.everResolved()).isEqualTo(3);
		assertThat(roads.resolvedReopened()).isEqualTo(2);
		AgencyCount city = this.statistics.city(day, day);
		assertThat(city.reopened()).isEqualTo(3);
		assertThat(city.resolvedReopened()).isEqualTo(2);
		assertThat(city.everResolved()).isEqualTo(3);
	}

	@Test
	void extendsAFormalRequestOnce() {
		Receipt receipt = this.complaints.file(Complaints.formal());
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-15");
		this.complaints.as(COORDINATOR, receipt.complaint(), (cases, shown) -> cases.extend(shown, "Data banyak."));
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-24");
		refused(Reason.CANNOT_EXTEND, () -> this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.extend(shown, "Lagi.")));
		refused(Reason.CANNOT_EXTEND, () -> this.complaints.as(COORDINATOR, this.complaints.file().complaint(),
				(cases, shown) -> cases.extend(shown, "Ini juga.")));
	}

	@Test
	void keepsItsExtensionUntilItIsTakenUpAgain() {
		Receipt receipt = this.complaints.file(Complaints.formal());
		this.complaints.as(COORDINATOR, receipt.complaint(), (cases, shown) -> cases.extend(shown, "Data banyak."));
		this.complaints.verify(receipt.complaint(), ROADS);
		assertThat(number(receipt, "resolve_days")).isEqualTo(17);
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-24");
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.resolve(shown, words("Ini datanya.")));
		this.clock.set("2026-07-13T10:00");
		reopen(receipt);
		assertThat(number(receipt, "resolve_days")).isEqualTo(10);
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-07-27");
		this.complaints.as(Complaints.officer(ROADS), receipt.complaint(),
				(cases, shown) -> cases.extend(shown, "Datanya dicari lagi."));
		assertThat(day(receipt, "resolve_at")).isEqualTo("2026-08-05");
	}

	@Test
	void tellsThePartsWhatBecomesOfTheWhole() {
		Receipt part = this.complaints.verified();
		Receipt inner = this.complaints.verified();
		this.complaints.as(COORDINATOR, inner.complaint(), (cases, shown) -> cases.merge(shown, part.ticket()));
		Receipt master = this.complaints.started();
		this.clock.advance(Duration.ofMinutes(1));
		this.complaints.as(OFFICER, part.complaint(), (cases, shown) -> cases.merge(shown, master.ticket()));
		assertThat(number(master, "supporters")).isEqualTo(2);
		this.clock.advance(Duration.ofMinutes(1));
		this.complaints.as(OFFICER, master.complaint(),
				(cases, shown) -> cases.resolve(shown, words("Sudah kami tutup.")));
		this.complaints.asReporter(master, CitizenDesk::confirm);
		for (Receipt one : List.of(part, inner)) {
			ReporterView view = this.citizens.view(this.complaints.key(one));
			assertThat(view.status()).isEqualTo(ComplaintStatus.MERGED);
			assertThat(view.mergedInto()).isEqualTo(master.ticket());
			assertThat(view.masterStatus()).isEqualTo(ComplaintStatus.CLOSED);
			assertThat(view.steps()).extracting(ReporterView.Step::kind).contains("RESOLVED", "CONFIRMED");
			assertThat(this.events.stream(ComplaintResolved.class).map(ComplaintResolved::complaint))
				.contains(one.complaint());
			assertThat(this.events.stream(ComplaintClosed.class).map(ComplaintClosed::complaint))
				.contains(one.complaint());
		}
	}

	@Test
	void tellsThePartsThatTheWholeIsNotTakenUp() {
		Receipt master = this.complaints.started();
		Receipt part = part(master);
		this.complaints.as(OFFICER, master.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Pak Budi, jalan itu milik provinsi."));
		assertThat(this.events.stream(ComplaintRejected.class).map(ComplaintRejected::complaint))
			.contains(part.complaint());
		ReporterView view = this.citizens.view(this.complaints.key(part));
		assertThat(view.status()).isEqualTo(ComplaintStatus.MERGED);
		assertThat(view.rejection()).isEqualTo(Rejection.NOT_OURS);
		assertThat(view.steps().getLast().code()).isEqualTo("NOT_OURS");
		assertThat(view.steps().getLast().text()).as("written to somebody else").isNull();
		assertThat(view.reopenUntil()).isEqualTo("2026-07-15");
		assertThat(view.isToJudge()).isTrue();
		reopen(part);
		assertThat(status(part)).isEqualTo(ComplaintStatus.SUBMITTED);
		this.complaints.verify(part.complaint(), ROADS);
		refused(Reason.BARRED, () -> this.complaints.as(OFFICER, part.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Tetap.")));
	}

	@Test
	void tellsThePartsThatSomebodyElseDecidesAboutTheWhole() {
		Receipt master = this.complaints.started();
		Receipt part = part(master);
		this.complaints.as(OFFICER, master.complaint(),
				(cases, shown) -> cases.refer(shown, Referral.OMBUDSMAN, "Silakan ke Ombudsman."));
		assertThat(this.events.stream(ComplaintReferred.class).map(ComplaintReferred::complaint))
			.contains(part.complaint());
		ReporterView view = this.citizens.view(this.complaints.key(part));
		assertThat(view.referredTo()).isEqualTo(Referral.OMBUDSMAN);
		assertThat(view.steps().getLast().text()).isEqualTo("Silakan ke Ombudsman.");
		assertThat(view.reopenUntil()).isEqualTo("2026-07-15");
		assertThat(view.isToJudge()).isFalse();
	}

	@Test
	void takesNobodyElsesComplaintBack() {
		Receipt master = this.complaints.verified();
		List<Receipt> parts = List.of(part(master), part(master));
		this.clock.set("2026-07-02T09:00");
		this.complaints.asReporter(master, CitizenDesk::withdraw);
		for (Receipt part : parts) {
			ReporterView view = this.citizens.view(this.complaints.key(part));
			assertThat(view.status()).isEqualTo(ComplaintStatus.SUBMITTED);
			assertThat(view.mergedInto()).isNull();
			assertThat(view.reopened()).as("nobody was not content").isZero();
			assertThat(view.steps().getLast().kind()).isEqualTo("RELEASED");
			assertThat(day(part, "due_at")).isEqualTo("2026-07-07");
			assertThat(this.events.stream(ComplaintRejected.class).map(ComplaintRejected::complaint))
				.doesNotContain(part.complaint());
			this.complaints.verify(part.complaint(), ROADS);
		}
	}

	private Receipt part(Receipt master) {
		Receipt part = this.complaints.verified();
		this.complaints.as(COORDINATOR, part.complaint(), (cases, shown) -> cases.merge(shown, master.ticket()));
		this.clock.advance(Duration.ofMinutes(1));
		return part;
	}

	/** Whoever works on the whole could not open them otherwise. */
	@Test
	void keepsPartsWithTheAgencyOfTheWhole() {
		Receipt master = this.complaints.file();
		List<Receipt> parts = List.of(this.complaints.file(), this.complaints.started());
		parts.forEach((part) -> merge(part, master.ticket()));
		this.complaints.verify(master.complaint(), ROADS);
		assertThat(parts).extracting((part) -> value(part.complaint(), "agency")).containsOnly("dpupr");
		this.clock.advance(Duration.ofMinutes(1));
		this.complaints.as(OFFICER, master.complaint(), (cases, shown) -> cases.forward(shown, LIGHTS, "Lampu."));
		assertThat(parts).extracting((part) -> value(part.complaint(), "agency")).containsOnly("dishub");
		assertThat(parts).allSatisfy((part) -> {
			assertThat(custody(part)).containsExactly("dpupr false left", "dishub true here");
			assertThat(uuid(part, "officer")).isNull();
		});
	}

	/** Nobody but the inspectors is told that it is about the conduct of officials. */
	@Test
	void takesNoPartsToTheAgencyOfWhatIsAboutConduct() {
		Receipt master = this.complaints.file();
		Receipt part = this.complaints.file();
		merge(part, master.ticket());
		this.complaints.as(COORDINATOR, master.complaint(),
				(cases, shown) -> cases.verify(shown, ROADS, "jalan-rusak", true, true));
		assertThat(value(part.complaint(), "agency")).isNull();
		assertThat(this.reader.find(part.ticket(), CaseAccess.of(COORDINATOR)).orElseThrow().mergedInto()).isNull();
		assertThat(this.reader.find(master.ticket(), CaseAccess.of(INSPECTOR)).orElseThrow().merged()).isEmpty();
	}

	@Test
	void mergesIntoWhatEverybodyMayReadAndIsOpenOnly() {
		Receipt one = this.complaints.verified();
		refused(Reason.CANNOT_MERGE, () -> merge(one, one.ticket()));
		refused(Reason.CANNOT_MERGE, () -> merge(one, new TicketNumber(2026, 999_999_999)));
		refused(Reason.CANNOT_MERGE, () -> merge(one, this.complaints.closed().ticket()));
		refused(Reason.CANNOT_MERGE, () -> merge(one, this.complaints.resolved().ticket()));
		Receipt secret = this.complaints.file(Complaints.secret(Complaints.submission("sampah"), false, true));
		refused(Reason.CANNOT_MERGE, () -> merge(one, secret.ticket()));
		assertThat(status(one)).isEqualTo(ComplaintStatus.ASSIGNED);
	}

	private void merge(Receipt one, TicketNumber into) {
		this.complaints.as(COORDINATOR, one.complaint(), (cases, shown) -> cases.merge(shown, into));
	}

	@Test
	void splitsOffForTheSameReporter() {
		AccountId reporter = AccountId.random();
		Receipt receipt = this.complaints.file(reporter, "jalan-rusak");
		try (Acting acting = Acting.as(COORDINATOR)) {
			TicketNumber other = this.desk.split(this.complaints.shown(receipt.complaint()), "Lampu juga mati",
					"Di tempat yang sama lampu mati.", "pju");
			assertThat(this.citizens.open(other, reporter)).isPresent();
			assertThat(this.citizens.mine(reporter, 1, 10)).extracting(ReporterView.Row::subject)
				.containsExactly("Lampu juga mati", "Lubang besar di depan pasar");
			assertThat(this.citizens.countMine(reporter)).isEqualTo(2);
		}
	}

	@Test
	void splitsOffWithTheSameCodeAndNoMoreTime() {
		Receipt receipt = this.complaints.file(Complaints.formal());
		this.clock.set("2026-07-20T10:00");
		TicketNumber ticket;
		try (Acting acting = Acting.as(COORDINATOR)) {
			ticket = this.desk.split(this.complaints.shown(receipt.complaint()), "Anggaran taman juga",
					"Mohon juga anggaran taman tahun lalu.", "permintaan-informasi");
		}
		CitizenDesk.Key key = this.citizens.open(ticket, receipt.code()).orElseThrow();
		ReporterView view = this.citizens.view(key);
		assertThat(view.receivedAt()).isEqualTo(SetClock.local("2026-07-01T10:00"));
		assertThat(view.overdue()).isTrue();
		assertThat(value(key.complaint(), "formal")).isEqualTo(true);
		assertThat(value(key.complaint(), "resolve_at")).as("of a formal request")
			.isEqualTo(value(receipt.complaint(), "resolve_at"));
		assertThat(view.steps()).extracting(ReporterView.Step::kind, ReporterView.Step::at)
			.containsExactly(tuple("FILED", SetClock.local("2026-07-01T10:00")),
					tuple("SPLIT_FROM", this.clock.instant()));
		assertThat(
				this.events.stream(ComplaintEvent.class).filter((event) -> event.complaint().equals(key.complaint())))
			.as("what is told, and when")
			.containsExactly(new ComplaintSplit(key.complaint(), receipt.complaint(), this.clock.instant()));
	}

	/** What is in it was verified in time with the whole, and is new to nobody else. */
	@Test
	void verifiesInTimeWhatIsSplitOffLate() {
		Receipt receipt = this.complaints.verified();
		this.clock.set("2026-07-10T10:00");
		TicketNumber ticket = split(receipt, "pju");
		CitizenDesk.Key key = this.citizens.open(ticket, receipt.code()).orElseThrow();
		assertThat(time(key.complaint(), "verify_starts")).isEqualTo(this.clock.instant());
		assertThat(time(key.complaint(), "resolve_starts")).isEqualTo(SetClock.local("2026-07-01T10:00"));
		this.clock.set("2026-07-13T10:00");
		this.complaints.verify(key.complaint(), LIGHTS);
		assertThat(time(key.complaint(), "verify_met")).isBefore(time(key.complaint(), "verify_at"));
	}

	/** What the citizen made the city wait for is not taken from the part. */
	@Test
	void givesWhatIsSplitOffTheTimeOfTheWhole() {
		Receipt receipt = this.complaints.asked();
		this.clock.set("2026-07-08T10:00");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, words("Depan toko roti.")));
		this.clock.set("2026-07-09T10:00");
		CitizenDesk.Key part = this.citizens.open(split(receipt, "jalan-rusak"), receipt.code()).orElseThrow();
		for (String column : List.of("resolve_starts", "resolve_at", "resolve_paused")) {
			assertThat(value(part.complaint(), column)).as(column).isEqualTo(value(receipt.complaint(), column));
		}
	}

	private TicketNumber split(Receipt receipt, String category) {
		try (Acting acting = Acting.as(COORDINATOR)) {
			return this.desk.split(this.complaints.shown(receipt.complaint()), "Lampu juga mati",
					"Di tempat yang sama lampu mati.", category);
		}
	}

	/** Nobody else is told that there is one. */
	@Test
	void tellsOfWhatIsAboutConductAndSplitOffNobodyElse() {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.split(shown, "Petugas minta uang",
				"Katanya untuk aspal.", "pelayanan-aparatur"));
		assertThat(steps(receipt, OFFICER)).doesNotContain("SPLIT");
		assertThat(steps(receipt, COORDINATOR)).doesNotContain("SPLIT");
		assertThat(steps(receipt, Actor.staff(AccountId.random(), Set.of(Role.LEADERSHIP), null))).contains("SPLIT");
		this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.split(shown, "Lampu juga mati", "Di sana lampu mati.", "pju"));
		assertThat(steps(receipt, OFFICER)).containsOnlyOnce("SPLIT");
	}

	private List<String> steps(Receipt receipt, Actor reader) {
		return this.reader.find(receipt.ticket(), CaseAccess.of(reader))
			.orElseThrow()
			.steps()
			.stream()
			.map(CaseFile.Step::kind)
			.toList();
	}

	/** The category alone does not say so. */
	@Test
	void keepsWhatIsSplitOffWithTheInspectors() {
		Receipt receipt = this.complaints.file();
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.verify(shown, ROADS, "jalan-rusak", true, true));
		try (Acting acting = Acting.as(INSPECTOR)) {
			TicketNumber other = this.desk.split(this.complaints.shown(receipt.complaint()), "Mandor minta uang",
					"Katanya untuk aspal.", "jalan-rusak");
			assertThat(this.reader.find(other, CaseAccess.of(COORDINATOR))).isEmpty();
			assertThat(this.reader.find(other, CaseAccess.of(INSPECTOR))).isPresent();
			assertThat(DatabaseText.find(this.jdbc, "Mandor minta uang")).isEmpty();
		}
	}

	/** Neither hidden from the figures nor from those who wait for it. */
	@Test
	void splitsOffACaseOfPeople() {
		Receipt receipt = this.complaints.verified();
		this.jdbc.sql("update complaint.complaint set channel = 'IMPORT' where id = ?")
			.param(receipt.complaint().value())
			.update();
		try (Acting acting = Acting.as(COORDINATOR)) {
			TicketNumber other = this.desk.split(this.complaints.shown(receipt.complaint()), "Lampu juga mati",
					"Di sana lampu mati.", "pju");
			assertThat(this.reader.find(other, CaseAccess.of(COORDINATOR)).orElseThrow().channel())
				.isEqualTo(Channel.COUNTER);
		}
		assertThat(this.events.stream(ComplaintSplit.class).map(ComplaintSplit::from))
			.containsExactly(receipt.complaint());
	}

	@Test
	void splitsOffOnceOnlyFromOnePage() {
		Receipt receipt = this.complaints.verified();
		Shown shown = this.complaints.shown(receipt.complaint());
		this.clock.advance(Duration.ofMinutes(1));
		try (Acting acting = Acting.as(COORDINATOR)) {
			this.desk.split(shown, "Lampu juga mati", "Di sana lampu mati.", "pju");
			refused(Reason.CHANGED_MEANWHILE,
					() -> this.desk.split(shown, "Lampu juga mati", "Di sana lampu mati.", "pju"));
		}
	}

	@Test
	void countsAFormOnceHoweverOftenItIsSent() {
		Receipt receipt = this.complaints.asked();
		CaseDesk.Words note = new CaseDesk.Words("Sudah kami telepon.", null, UUID.randomUUID());
		CaseDesk.Words reply = new CaseDesk.Words("Depan toko roti.", null, UUID.randomUUID());
		for (int i = 0; i < 2; i++) {
			this.complaints.as(OFFICER, receipt.complaint(), (cases, shown) -> cases.note(shown, note));
			this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, reply));
		}
		assertThat(
				this.jdbc.sql("select kind from complaint.entry where complaint_id = ? and kind in ('NOTE', 'REPLIED')")
					.param(receipt.complaint().value())
					.query(String.class)
					.list())
			.containsExactlyInAnyOrder("NOTE", "REPLIED");
	}

	@Test
	void leavesNoCaseWithWhoeverLeft() {
		Actor leaver = employed();
		Actor mover = employed();
		Actor promoted = employed();
		Receipt left = takenBy(leaver);
		Receipt moved = takenBy(mover);
		Receipt kept = takenBy(promoted);
		this.staff.deactivate(leaver.requireAccount());
		this.staff.changeRoles(mover.requireAccount(), Set.of(Role.OFFICER), LIGHTS);
		this.staff.changeRoles(promoted.requireAccount(), Set.of(Role.AGENCY_HEAD), ROADS);
		for (Receipt open : List.of(left, moved)) {
			assertThat(uuid(open, "officer")).isNull();
			assertThat(status(open)).isEqualTo(ComplaintStatus.IN_PROGRESS);
			assertThat(this.jdbc.sql(
					"select count(*) from complaint.entry where complaint_id = ? and kind = 'ASSIGNED' and code is null")
				.param(open.complaint().value())
				.query(Integer.class)
				.single()).isOne();
		}
		assertThat(uuid(kept, "officer")).isEqualTo(promoted.requireAccount().toString());
	}

	/** Neither decided anything, so that neither is barred. */
	@Test
	void isNobodysWhenItIsTakenUpAgainAfterItsOfficerLeft() {
		Actor leaver = employed();
		Actor stayer = employed();
		Receipt left = takenBy(leaver);
		Receipt rejected = takenBy(leaver);
		Receipt kept = takenBy(stayer);
		for (Receipt done : List.of(left, kept)) {
			this.complaints.as(Complaints.head(ROADS), done.complaint(),
					(cases, shown) -> cases.resolve(shown, words("Sudah.")));
			this.complaints.asReporter(done, CitizenDesk::confirm);
		}
		this.complaints.as(COORDINATOR, rejected.complaint(),
				(cases, shown) -> cases.reject(shown, Rejection.NOT_OURS, "Jalan ini milik provinsi."));
		this.staff.deactivate(leaver.requireAccount());
		assertThat(uuid(left, "officer")).as("whose work it was").isEqualTo(leaver.requireAccount().toString());
		List.of(left, rejected, kept).forEach(this::reopen);
		assertThat(uuid(left, "officer")).isNull();
		assertThat(uuid(rejected, "officer")).isNull();
		assertThat(uuid(kept, "officer")).isEqualTo(stayer.requireAccount().toString());
	}

	/** Giving it to others is for who leads; officers take it, or leave it. */
	@Test
	void isGivenToOthersByWhoeverLeadsOnly() {
		Actor officer = employed();
		AccountId colleague = employed().requireAccount();
		Receipt receipt = this.complaints.verified();
		this.complaints.as(officer, receipt.complaint(), (cases, shown) -> {
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> cases.assign(shown, colleague));
			assertThat(cases.assignAll(List.of(shown), colleague)).isZero();
			assertThat(cases.assignAll(List.of(shown), officer.requireAccount())).isOne();
		});
		this.complaints.as(officer, receipt.complaint(), (cases, shown) -> cases.assign(shown, null));
		for (Actor leader : List.of(Complaints.head(ROADS), COORDINATOR)) {
			this.complaints.as(leader, receipt.complaint(), (cases, shown) -> cases.assign(shown, colleague));
			assertThat(uuid(receipt, "officer")).isEqualTo(colleague.toString());
		}
	}

	@Test
	void splitsNothingOffWhatIsOver() {
		Receipt receipt = this.complaints.closed();
		try (Acting acting = Acting.as(COORDINATOR)) {
			assertThatExceptionOfType(IllegalCaseChange.class).isThrownBy(() -> this.desk
				.split(this.complaints.shown(receipt.complaint()), "Lampu juga mati", "Di sana lampu mati.", "pju"));
		}
	}

	/** An agency that counts its own would know of those about its officials. */
	@Test
	void countsWhatIsAboutConductForTheCityAlone() {
		this.clock.set("2027-03-03T10:00");
		Receipt ordinary = this.complaints.verified();
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), ROADS);
		LocalDate day = LocalDate.parse("2027-03-03");
		assertThat(this.statistics.byAgency(day, day)).as("of %s", ordinary.ticket())
			.singleElement()
			.satisfies((roads) -> {
				assertThat(roads.agency()).isEqualTo(ROADS);
				assertThat(roads.received()).isOne();
			});
		assertThat(this.statistics.of(ROADS, day, day).orElseThrow().received()).isOne();
		AgencyCount apart = this.statistics.conduct(day, day);
		assertThat(apart.agency()).isNull();
		assertThat(apart.received()).isEqualTo(2);
		assertThat(apart.open()).isEqualTo(2);
		assertThat(this.statistics.city(day, day).received()).isEqualTo(3);
	}

	private Receipt takenBy(Actor officer) {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(officer, receipt.complaint(), CaseDesk::start);
		return receipt;
	}

	/** An officer whose account is there. */
	private Actor employed() {
		return employed(Role.OFFICER, ROADS);
	}

	private Actor employed(Role role, @Nullable AgencyId agency) {
		AccountId account = AccountId.random();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, roles, agency, created_at, version)
				values (:id, 'STAFF', 'ACTIVE', array[:role], :agency, now(), 0)""")
			.param("id", account.value())
			.param("role", role.name())
			.param("agency", (agency != null) ? agency.code() : null)
			.update();
		return Actor.staff(account, Set.of(role), agency);
	}

	@Test
	void opensWithItsOwnKeyOnly() {
		Receipt receipt = this.complaints.file(AccountId.random(), "pju");
		assertThat(this.citizens.open(receipt.ticket(), TrackingCode.random())).isEmpty();
		assertThat(this.citizens.open(this.complaints.file().ticket(), receipt.code())).isEmpty();
		assertThat(this.citizens.open(receipt.ticket(), AccountId.random())).isEmpty();
		assertThat(this.citizens.open(new TicketNumber(2025, receipt.ticket().number()), receipt.code())).isEmpty();
		assertThat(this.citizens.open(receipt.ticket(), receipt.code())).isPresent();
	}

	@Test
	void isTakenBackBeforeAnybodyBegan() {
		Receipt receipt = this.complaints.verified();
		this.complaints.asReporter(receipt, CitizenDesk::withdraw);
		assertThat(status(receipt)).isEqualTo(ComplaintStatus.REJECTED);
		assertThat(this.citizens.view(this.complaints.key(receipt)).rejection()).isEqualTo(Rejection.WITHDRAWN);
		Receipt begun = this.complaints.started();
		assertThatExceptionOfType(IllegalCaseChange.class)
			.isThrownBy(() -> this.complaints.asReporter(begun, CitizenDesk::withdraw));
	}

	@Test
	void putsNoOtherWordsInThePlaceOfWhatWasWritten() {
		Receipt receipt = this.complaints.verified();
		refused(Reason.ADDED_WORDS, () -> this.complaints.asReporter(receipt,
				(citizen, key) -> citizen.redact(key, "Lubang besar", "Beli obat di sini.")));
		refused(Reason.ADDED_WORDS, () -> this.complaints.asReporter(receipt,
				(citizen, key) -> citizen.redact(key, "Lubang kecil", "Lubang itu dalam.")));
		refused(Reason.ADDED_WORDS, () -> this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.redact(shown, null, "Tidak ada lubang", "Semua beres.")));
		assertThat(this.citizens.view(this.complaints.key(receipt)).subject()).isEqualTo("Lubang besar di depan pasar");
	}

	@Test
	void keepsWhatWasTakenOutForAuditAlone() {
		Receipt receipt = this.complaints.verified();
		this.complaints.asReporter(receipt,
				(citizen, key) -> citizen.redact(key, "Lubang di pasar", "Lubang itu dalam."));
		assertThat(this.citizens.view(this.complaints.key(receipt)).subject()).isEqualTo("Lubang di pasar");
		assertThat(this.jdbc.sql("select count(*) from complaint.edit where complaint_id = ?")
			.param(receipt.complaint().value())
			.query(Integer.class)
			.single()).isEqualTo(1);
		this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.answer(shown, words("Pak Kumis yang salah. Kami periksa."), false));
		EntryId entry = this.citizens.view(this.complaints.key(receipt)).steps().getLast().id();
		this.complaints.as(COORDINATOR, receipt.complaint(),
				(cases, shown) -> cases.redact(shown, entry, "", "Kami periksa."));
		assertThat(this.citizens.view(this.complaints.key(receipt)).steps()).extracting(ReporterView.Step::text)
			.contains("Kami periksa.")
			.doesNotContain("Pak Kumis yang salah. Kami periksa.");
		assertThat(DatabaseText.find(this.jdbc, "Pak Kumis")).isEmpty();
	}

	@Test
	void handsManyOverAndLeavesThoseThatChanged() {
		List<Receipt> receipts = List.of(this.complaints.file(), this.complaints.file(), this.complaints.file());
		List<Shown> shown = receipts.stream().map((one) -> this.complaints.shown(one.complaint())).toList();
		this.complaints.verify(receipts.getFirst().complaint(), LIGHTS);
		try (Acting acting = Acting.as(COORDINATOR)) {
			assertThat(this.desk.verifyAll(shown, ROADS)).isEqualTo(2);
		}
		assertThat(receipts).allSatisfy((one) -> assertThat(status(one)).isEqualTo(ComplaintStatus.ASSIGNED));
		assertThat(receipts.subList(1, 3)).as("nobody has read them")
			.allSatisfy((one) -> assertThat(time(one, "published_at")).isNull());
	}

	@Test
	void masksWhatIsLikeANikInAnswers() {
		Receipt receipt = this.complaints.verified();
		this.complaints.as(OFFICER, receipt.complaint(),
				(cases, shown) -> cases.answer(shown, words("NIK Anda 3671011203990001 sudah kami cek."), true));
		assertThat(DatabaseText.find(this.jdbc, "3671011203990001")).isEmpty();
	}

	private void refused(Reason reason, Runnable verb) {
		assertThatExceptionOfType(CaseRefused.class).isThrownBy(verb::run)
			.extracting(CaseRefused::reason)
			.isEqualTo(reason);
	}

	private ComplaintStatus status(Receipt receipt) {
		return this.complaints.status(receipt.complaint());
	}

	private List<String> custody(Receipt receipt) {
		return this.jdbc.sql("""
				select agency || ' ' || transferred || case when until is null then ' here' else ' left' end
				from complaint.custody where complaint_id = ? order by id""")
			.param(receipt.complaint().value())
			.query(String.class)
			.list();
	}

	private @Nullable Instant time(Receipt receipt, String column) {
		return time(receipt.complaint(), column);
	}

	private @Nullable Instant time(ComplaintId complaint, String column) {
		return value(complaint, column) instanceof Timestamp time ? time.toInstant() : null;
	}

	private @Nullable String day(Receipt receipt, String column) {
		Instant time = time(receipt, column);
		return (time != null) ? LocalDate.ofInstant(time, ZoneId.of("Asia/Jakarta")).toString() : null;
	}

	private @Nullable Integer number(Receipt receipt, String column) {
		return (Integer) value(receipt.complaint(), column);
	}

	private @Nullable String uuid(Receipt receipt, String column) {
		Object value = value(receipt.complaint(), column);
		return (value != null) ? value.toString() : null;
	}

	private @Nullable Object value(ComplaintId complaint, String column) {
		return this.jdbc.sql("select * from complaint.complaint where id = ?")
			.param(complaint.value())
			.query()
			.singleRow()
			.get(column);
	}

}
