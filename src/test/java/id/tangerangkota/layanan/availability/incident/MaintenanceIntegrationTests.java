package id.tangerangkota.layanan.availability.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AtOnce;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.OutageStarted;
import id.tangerangkota.layanan.availability.ScriptedChecks;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.Uptime;
import id.tangerangkota.layanan.availability.incident.MaintenanceRefused.Reason;
import id.tangerangkota.layanan.availability.incident.WindowRows.Window;
import id.tangerangkota.layanan.availability.state.PlannedWork;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageChanges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static id.tangerangkota.layanan.availability.ScriptedChecks.down;
import static id.tangerangkota.layanan.availability.ScriptedChecks.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@PortalTest
@RecordApplicationEvents
class MaintenanceIntegrationTests {

	private static final Actor COORDINATOR = Actor.staff(AccountId.random(), Set.of(Role.COORDINATOR), null);

	private final Instant start = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);

	private final ServiceId service = ScriptedChecks.service();

	@Autowired
	private ScriptedChecks checks;

	@Autowired
	private MaintenanceDesk desk;

	@Autowired
	private MaintenanceWindows windows;

	@Autowired
	private MaintenancePlan plan;

	@Autowired
	private WindowRows rows;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private AvailabilityReport report;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private TransactionTemplate transaction;

	private Acting acting;

	@BeforeEach
	void actAsCoordinator() {
		this.acting = Acting.as(COORDINATOR);
	}

	@AfterEach
	void leave() {
		this.acting.close();
		this.jdbc.sql("update availability.maintenance_window set cancelled_at = now() where cancelled_at is null")
			.update();
	}

	/** The job comes late, as it always does; the edges are exact. */
	@Test
	void overridesEverythingFromItsStartToItsEnd() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)));
		announced(MaintenanceScope.of(this.service), 10, 30);
		this.checks.tell(down(check, minute(11)), down(check, minute(12)));
		this.plan.follow();
		this.checks.tell(down(check, minute(13)), up(check, minute(20)), up(check, minute(21)));
		this.checks.tell(down(check, minute(35)), down(check, minute(36)), down(check, minute(37)));
		this.plan.follow();
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-10", "MAINTENANCE 10-40", "DOWN 40-");
		assertThat(this.events.stream(OutageStarted.class).filter((event) -> event.service().equals(this.service)))
			.singleElement()
			.extracting(OutageStarted::start)
			.isEqualTo(minute(40));
		Uptime uptime = this.report.uptime(this.service, minute(1), minute(50));
		assertThat(uptime.maintenance()).isEqualTo(Duration.ofMinutes(30));
		assertThat(uptime.down()).isEqualTo(Duration.ofMinutes(10));
		assertThat(this.windows.past(1, 100).items()).anyMatch((work) -> work.start().equals(minute(10)));
	}

	@Test
	void lastsAsLongAsTheLongerOfTwo() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)));
		announced(MaintenanceScope.of(this.service), 10, 30);
		announced(MaintenanceScope.of(this.service), 30, 40);
		this.plan.follow();
		this.plan.follow();
		assertThat(states(this.service)).containsExactly("UNKNOWN 0-1", "UP 1-10", "MAINTENANCE 10-70", "UP 70-");
	}

	/** A week ago, before anybody looked, and now. */
	@Test
	void recursInStatesToo() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)));
		this.rows.add(new Window(WindowId.random(), MaintenanceScope.of(this.service),
				new Recurring(Recurrence.WEEKLY, minute(10).minus(Duration.ofDays(7)), Duration.ofMinutes(30), null),
				"Peningkatan peladen"), AccountId.random(), minute(0));
		this.plan.follow();
		assertThat(states(this.service)).containsExactly("MAINTENANCE -10070--10040", "UNMONITORED -10040-0",
				"UNKNOWN 0-1", "UP 1-10", "MAINTENANCE 10-40", "UP 40-");
	}

	@Test
	void goesOnNowAndIsEndedEarly() {
		int check = this.checks.start(this.service, minute(0));
		this.checks.tell(up(check, minute(1)));
		WindowId window = announced(MaintenanceScope.of(this.service), 60, 600);
		this.plan.follow();
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.MAINTENANCE);
		assertThat(this.report.now(this.service).since()).isEqualTo(minute(60));
		assertThat(this.windows.current()).anyMatch((work) -> work.window().equals(window));
		this.desk.reword(window, 0, "Peningkatan peladen, lebih lama");
		assertThatExceptionOfType(ConcurrencyFailureException.class).as("a colleague has read the first words")
			.isThrownBy(() -> this.desk.reword(window, 0, "Peningkatan peladen, lebih singkat"));
		this.desk.end(window);
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UP);
		assertThat(this.windows.current()).noneMatch((work) -> work.window().equals(window));
		assertThat(this.windows.past(1, 100).items()).filteredOn((work) -> work.window().equals(window))
			.singleElement()
			.satisfies((work) -> {
				assertThat(work.end()).isBeforeOrEqualTo(Instant.now());
				assertThat(work.text()).isEqualTo("Peningkatan peladen, lebih lama");
			});
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.desk.end(window));
		assertThat(this.jdbc.sql("select action from audit.entry where subject_id = ? order by seq")
			.param(window.toString())
			.query(String.class)
			.list()).containsExactly("availability.maintenance-reworded", "availability.maintenance-ended");
		this.plan.follow();
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UP);
	}

	/** The job has read it when somebody takes it back. */
	@Test
	void isNotDoneOnceItIsTakenBack() {
		WindowId window = announced(MaintenanceScope.of(this.service), 100, 60);
		Recurring.Time time = new Recurring.Time(minute(100), minute(160));
		this.desk.end(window);
		assertThat(this.rows.plan(window, time)).isFalse();
		assertThat(this.windows.current()).noneMatch((work) -> work.window().equals(window));
	}

	@Test
	void isOnAllServicesOfAnAgency() {
		AgencyId agency = new AgencyId("disdukcapil");
		List<ServiceId> services = this.catalog
			.list(new ServiceFilter(null, null, null, agency.code(), null, null, false), 1, 100)
			.items()
			.stream()
			.map(ServiceSummary::id)
			.toList();
		assertThat(services).hasSizeGreaterThan(1);
		WindowId window = announced(MaintenanceScope.of(agency), 100, 60);
		this.plan.follow();
		assertThat(this.report.now(services).values())
			.allMatch((state) -> state.state() == ServiceState.MAINTENANCE && minute(100).equals(state.since()));
		this.desk.end(window);
		assertThat(this.report.now(services).values()).allMatch((state) -> state.state() == ServiceState.UNMONITORED);
	}

	/** Not before it, nor at services it was not on. */
	@Test
	void isKnownToConcernWhoSaidSoWhileItWentOn() {
		AgencyId agency = new AgencyId("dinkes");
		ServiceId one = this.catalog.owners()
			.entrySet()
			.stream()
			.filter((owned) -> agency.code().equals(owned.getValue()))
			.findFirst()
			.orElseThrow()
			.getKey();
		WindowId alone = announced(MaintenanceScope.of(this.service), 10, 30);
		WindowId agencys = announced(MaintenanceScope.of(agency), 20, 30);
		this.plan.follow();
		tapped(this.service, 9, 5);
		tapped(this.service, 10, 2);
		tapped(this.service, 39, 1);
		tapped(this.service, 40, 5);
		tapped(one, 20, 4);
		Map<Maintenance, Integer> affected = this.windows.affected(this.windows.past(1, 100).items());
		assertThat(affected.entrySet()).extracting((entry) -> entry.getKey().window(), Map.Entry::getValue)
			.contains(tuple(alone, 3), tuple(agencys, 4));
		assertThat(this.windows.affected(List.of())).isEmpty();
	}

	private void tapped(ServiceId at, int minute, int times) {
		this.jdbc.sql("insert into availability.work_affected (service_id, since, affected) values (?, ?, ?)")
			.params(at.value(), IncidentRows.timestamp(minute(minute)), times)
			.update();
	}

	@Test
	void isAnnouncedAhead() {
		Instant tomorrow = Instant.now().plus(Duration.ofHours(25)).truncatedTo(ChronoUnit.MINUTES);
		WindowId window = this.desk.announce(MaintenanceScope.of(this.service), tomorrow, Duration.ofMinutes(90),
				Recurrence.WEEKLY, null, "Pemeliharaan rutin");
		assertThat(this.windows.upcoming()).filteredOn((work) -> work.window().equals(window))
			.as("its next time, which keeps no other work off the page")
			.singleElement()
			.satisfies((work) -> {
				assertThat(work.start()).isEqualTo(tomorrow);
				assertThat(work.end()).isEqualTo(tomorrow.plus(Duration.ofMinutes(90)));
			});
		this.plan.follow();
		assertThat(this.report.now(this.service).state()).isEqualTo(ServiceState.UNMONITORED);
		assertThat(this.jdbc.sql("select details::jsonb ->> 'minutes' from audit.entry where subject_id = ?")
			.param(window.toString())
			.query(String.class)
			.list()).containsExactly("90");
	}

	@Test
	void isRefusedWithAReason() {
		Instant soon = Instant.now().plus(Duration.ofHours(23));
		Instant later = Instant.now().plus(Duration.ofDays(2));
		assertThat(refusal(soon, Duration.ofHours(1), Recurrence.ONCE, null)).isEqualTo(Reason.TOO_SOON);
		assertThat(refusal(later, Duration.ofSeconds(59), Recurrence.ONCE, null)).isEqualTo(Reason.IMPOSSIBLE_LENGTH);
		assertThat(refusal(later, Duration.ofDays(8), Recurrence.WEEKLY, null)).isEqualTo(Reason.IMPOSSIBLE_LENGTH);
		assertThat(refusal(later, Duration.ofHours(1), Recurrence.WEEKLY, LocalDate.of(2020, 1, 1)))
			.isEqualTo(Reason.ENDS_BEFORE_START);
		assertThat(refusal(later, Duration.ofHours(10), Recurrence.WEEKLY, null)).isEqualTo(Reason.TOO_MUCH);
	}

	/**
	 * Five per cent of a month, with what its agency has announced; whatever overlaps
	 * counts once.
	 */
	@Test
	void mayTakeOnlyAShareOfTheMonth() {
		int check = this.checks.add(this.service, Platform.WEB, "a.example", "kecamatan-uji");
		this.checks.start(check, minute(0));
		Instant first = ZonedDateTime.now(AvailabilityReport.ZONE)
			.plusMonths(2)
			.withDayOfMonth(10)
			.truncatedTo(ChronoUnit.DAYS)
			.toInstant();
		int days = ZonedDateTime.ofInstant(first, AvailabilityReport.ZONE).toLocalDate().lengthOfMonth();
		Duration most = Duration.ofDays(days).multipliedBy(5).dividedBy(100);
		this.desk.announce(MaintenanceScope.of(new AgencyId("kecamatan-uji")), first, Duration.ofHours(20),
				Recurrence.ONCE, null, "Listrik kantor");
		this.desk.announce(MaintenanceScope.of(this.service), first.plus(Duration.ofHours(10)), Duration.ofHours(20),
				Recurrence.ONCE, null, "Peladen");
		assertThatExceptionOfType(MaintenanceRefused.class)
			.isThrownBy(() -> this.desk.announce(MaintenanceScope.of(this.service), first.plus(Duration.ofDays(5)),
					Duration.ofHours(8), Recurrence.ONCE, null, "Lagi"))
			.satisfies((refused) -> {
				assertThat(refused.reason()).isEqualTo(Reason.TOO_MUCH);
				assertThat(refused.budget()).isNotNull();
				assertThat(refused.budget().most()).isEqualTo(most);
				assertThat(refused.budget().asked()).isEqualTo(Duration.ofHours(38));
			});
		this.desk.announce(MaintenanceScope.of(this.service), first.plus(Duration.ofDays(40)), Duration.ofHours(8),
				Recurrence.ONCE, null, "Bulan lain");
	}

	/** As the city sets it. */
	@ParameterizedTest
	@CsvSource({ "0, 1, false", "5, 33, true", "5, 38, false", "20, 134, true", "20, 150, false" })
	void mayTakeWhateverShareIsSet(int share, int hours, boolean allowed, @Autowired ServicesAtWork services,
			@Autowired PlannedWork planned, @Autowired Rewordings rewordings, @Autowired CurrentActor actor,
			@Autowired ApplicationEventPublisher publisher, @Autowired PageChanges pages) {
		MaintenanceDesk other = new MaintenanceDesk(this.rows, rewordings, services, planned,
				new MaintenanceSettings(Duration.ofHours(24), share), actor, publisher, pages, Clock.systemUTC());
		Instant first = ZonedDateTime.now(AvailabilityReport.ZONE)
			.plusMonths(2)
			.withDayOfMonth(10)
			.truncatedTo(ChronoUnit.DAYS)
			.toInstant();
		Boolean announced = this.transaction.execute((status) -> {
			try {
				other.announce(MaintenanceScope.of(this.service), first, Duration.ofHours(hours), Recurrence.ONCE, null,
						"Peladen");
				return true;
			}
			catch (MaintenanceRefused ex) {
				assertThat(ex.reason()).isEqualTo(Reason.TOO_MUCH);
				return false;
			}
		});
		assertThat(announced).isEqualTo(allowed);
	}

	/** A form that is sent twice, also when both arrive at once, announces one work. */
	@Test
	void isAnnouncedOnceHoweverOftenItIsSent() throws Exception {
		Instant first = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MINUTES);
		List<WindowId> announced = Collections.synchronizedList(new ArrayList<>());
		Runnable once = () -> announced.add(announce(first, Duration.ofHours(1), "Pindah peladen"));
		AtOnce.run(this.transaction, this.jdbc, once, once);
		assertThat(announced).hasSize(2).allMatch(announced.getFirst()::equals);
		assertThat(this.rows.live().stream().filter((window) -> this.service.equals(window.scope().service())))
			.hasSize(1);
		assertThat(announce(first, Duration.ofHours(1), "Pindah peladen dan jaringan"))
			.isNotEqualTo(announced.getFirst());
		this.desk.end(announced.getFirst());
		assertThat(announce(first, Duration.ofHours(1), "Pindah peladen")).as("once it was taken back")
			.isNotEqualTo(announced.getFirst());
	}

	@Test
	void twoAtOnceDoNotTakeMoreThanTheShare() {
		Instant first = ZonedDateTime.now(AvailabilityReport.ZONE)
			.plusMonths(2)
			.withDayOfMonth(10)
			.truncatedTo(ChronoUnit.DAYS)
			.toInstant();
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(
					() -> AtOnce.run(this.transaction, this.jdbc, () -> announce(first, Duration.ofHours(20), "Satu"),
							() -> announce(first.plus(Duration.ofDays(2)), Duration.ofHours(20), "Dua")))
			.withCauseInstanceOf(MaintenanceRefused.class);
	}

	private WindowId announce(Instant from, Duration length, String text) {
		try (Acting acting = Acting.as(COORDINATOR)) {
			return this.desk.announce(MaintenanceScope.of(this.service), from, length, Recurrence.ONCE, null, text);
		}
	}

	private Reason refusal(Instant from, Duration length, Recurrence recurrence, LocalDate last) {
		try {
			this.desk.announce(MaintenanceScope.of(this.service), from, length, recurrence, last, "Uji");
		}
		catch (MaintenanceRefused ex) {
			return ex.reason();
		}
		throw new AssertionError("was not refused");
	}

	/** As it would stand there if it had been announced in time. */
	private WindowId announced(MaintenanceScope scope, int minute, int minutes) {
		Window window = new Window(WindowId.random(), scope,
				new Recurring(Recurrence.ONCE, minute(minute), Duration.ofMinutes(minutes), null),
				"Peningkatan peladen");
		this.rows.add(window, AccountId.random(), minute(0));
		return window.id();
	}

	private Instant minute(int minute) {
		return this.start.plus(Duration.ofMinutes(minute));
	}

	private List<String> states(ServiceId of) {
		return this.checks.states(of, this.start);
	}

}
