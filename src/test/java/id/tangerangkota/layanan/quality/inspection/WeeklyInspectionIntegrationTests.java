package id.tangerangkota.layanan.quality.inspection;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.availability.SiteVisits.Ending;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.identity.testing.Acting;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Inspections through weeks: their turns, what is kept, what is counted of it. */
@PortalTest
class WeeklyInspectionIntegrationTests {

	private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);

	private static final String SLUG = "diskominfo";

	private static final String ADDRESS = "https://diskominfo.tangerangkota.go.id/";

	private static final String PAGE = "<p>" + "Dinas Komunikasi dan Informatika. ".repeat(10) + "</p>";

	private final ScriptedVisits visits = new ScriptedVisits();

	private final AvailabilityReport availability = mock(AvailabilityReport.class);

	private final Map<ServiceId, ServiceState> states = new HashMap<>();

	@Autowired
	private ListingDirectory listings;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private Promises promises;

	@Autowired
	private InspectionStore store;

	@Autowired
	private Inspections inspections;

	@Autowired
	private FindingDesk desk;

	@Autowired
	private Map<String, Indicator> indicators;

	@Autowired
	private JdbcClient jdbc;

	private ServiceId service;

	@BeforeEach
	void prepare() {
		this.jdbc.sql("delete from quality.inspection").update();
		this.jdbc.sql("delete from quality.finding_dispute").update();
		this.jdbc.sql("delete from quality.stale_day").update();
		this.service = this.catalog.service(SLUG).orElseThrow().id();
		given(this.availability.now(anyCollection())).willAnswer((call) -> call.<Collection<ServiceId>>getArgument(0)
			.stream()
			.collect(Collectors.toMap(Function.identity(),
					(id) -> new CurrentState(id, this.states.getOrDefault(id, ServiceState.UP), Instant.EPOCH, null))));
	}

	@Test
	void looksAtEverySiteOnceAWeekAtATimeOfItsOwn() {
		int cited = new Sites(this.listings, this.catalog, this.availability).all().size();
		assertThat(cited).isEqualTo(56);
		this.visits.page(ADDRESS, PAGE);
		long before = 0;
		for (int hour = 0; hour < 7 * 24; hour += 12) {
			run(PageClock.start(WEEK).plus(Duration.ofHours(hour)));
			long now = this.inspections.count(InspectionFilter.ALL);
			assertThat(now - before).as("spread").isLessThan(cited / 3);
			before = now;
			if (hour == 144) {
				assertThat(now).as("all had their turn before the last day").isEqualTo(cited);
			}
		}
		assertThat(this.visits.asked()).as("once").containsOnlyOnce(ADDRESS);
		// Services have other ids in each database, so whose turn comes early differs.
		Map<String, Long> tries = this.visits.asked()
			.stream()
			.filter((url) -> url.startsWith("https://") && !url.equals(ADDRESS))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(tries.values()).as("what could not be reached is tried once more each day")
			.allSatisfy((number) -> assertThat(number).isBetween(1L, 7L))
			.anySatisfy((number) -> assertThat(number).isGreaterThan(3));
		assertThat(WeeklyInspection.turn(this.service, WEEK.plusWeeks(1)))
			.isEqualTo(WeeklyInspection.turn(this.service, WEEK).plus(Duration.ofDays(7)));
	}

	@Test
	void leavesSitesAloneDuringWorkAndWhileChecksRest() {
		Instant end = PageClock.start(WEEK.plusDays(6));
		for (ServiceState state : List.of(ServiceState.MAINTENANCE, ServiceState.UNMONITORED)) {
			this.states.put(this.service, state);
			run(end);
			assertThat(this.inspections.site(this.service)).as(state.name()).isEmpty();
			assertThat(this.visits.asked()).noneMatch((url) -> url.contains("//diskominfo."));
		}
		this.states.put(this.service, ServiceState.DOWN);
		run(end.plusSeconds(60));
		assertThat(this.inspections.site(this.service)).isPresent();
	}

	@Test
	void tellsSinceWhenSomethingIsMissingAcrossWeeksInWhichNothingWasSeen() {
		this.visits.page(ADDRESS, PAGE);
		run(at(0));
		LocalDate first = PageClock.day(at(0));
		this.visits.fails(ADDRESS, Ending.UNREACHABLE);
		run(at(1));
		assertThat(finding("hsts").verdict()).isEqualTo(Verdict.UNKNOWN);
		this.visits.page(ADDRESS, PAGE);
		run(at(2));
		assertThat(finding("hsts").verdict()).isEqualTo(Verdict.MISSED);
		assertThat(finding("hsts").since()).isEqualTo(first);
		this.visits.page(ADDRESS, PAGE, "Strict-Transport-Security: max-age=31536000");
		run(at(3));
		assertThat(finding("hsts").verdict()).isEqualTo(Verdict.MET);
		assertThat(finding("hsts").since()).isEqualTo(PageClock.day(at(3)));
	}

	@Test
	void countsASiteOnTheDayItWasSeen() {
		this.visits.page(ADDRESS, PAGE, "X-Content-Type-Options: nosniff");
		run(at(0));
		LocalDate day = PageClock.day(at(0));
		assertThat(sum("siteHeaders", day)).isEqualTo(Sum.of(1, 4));
		assertThat(sum("siteHeaders", day.plusDays(1))).isEqualTo(Sum.NONE);
		assertThat(this.indicators.get("siteHeaders")
			.daysOff(Subject.of(this.service), new Period(WEEK, WEEK.plusDays(6)))).as("all but its turn")
			.hasSize(6)
			.doesNotContain(day);
		assertThat(this.indicators.get("siteCookies").count(day)).as("no cookie, nothing to protect").isEmpty();
		assertThatExceptionOfType(SourceMissing.class)
			.isThrownBy(() -> this.indicators.get("siteHeaders").count(day.plusDays(7)));
		assertThat(this.indicators.get("siteHeaders").count(day)).singleElement()
			.satisfies((fact) -> assertThat(fact.service()).isEqualTo(this.service));
	}

	@Test
	void aMarkCountsOnceASecondPersonAgreesAndForItsInspectionAlone() {
		this.visits.page(ADDRESS, PAGE);
		run(at(0));
		run(at(1));
		LocalDate first = PageClock.day(at(0));
		LocalDate second = PageClock.day(at(1));
		Sum missed = sum("sitePromises", second);
		AccountId head = AccountId.random();
		acting(head, () -> assertThat(this.desk.dispute(this.service, "contact", "Ada di /kontak")).isTrue());
		assertThat(sum("sitePromises", second)).as("one person alone").isEqualTo(missed);
		assertThat(staleDays()).isEmpty();
		assertThat(this.inspections.waiting(head)).as("nobody agrees with themselves").isEmpty();
		acting(head, () -> assertThat(this.desk.confirm(this.service, "contact")).as("not themselves").isFalse());
		AccountId other = AccountId.random();
		assertThat(this.inspections.waiting(other)).containsExactly(this.service);
		acting(other, () -> assertThat(this.desk.confirm(this.service, "contact")).isTrue());
		acting(other, () -> assertThat(this.desk.confirm(this.service, "contact")).as("once").isFalse());
		assertThat(this.inspections.waiting(AccountId.random())).isEmpty();
		assertThat(sum("sitePromises", second)).isEqualTo(Sum.of(missed.numerator(), missed.denominator() - 1));
		assertThat(sum("sitePromises", first)).as("the past stays").isEqualTo(missed);
		assertThat(staleDays()).containsOnly(second);
		run(at(2));
		LocalDate third = PageClock.day(at(2));
		assertThat(sum("sitePromises", third)).as("the same again").isEqualTo(missed);
		assertThat(sum("sitePromises", second)).as("of the inspection it was made against")
			.isEqualTo(Sum.of(missed.numerator(), missed.denominator() - 1));
		assertThat(finding("contact").dispute()).isNull();
		assertThat(finding("contact").lapsed()).isNotNull();
		acting(other, () -> assertThat(this.desk.confirm(this.service, "contact")).as("lapsed").isFalse());
		acting(other, () -> assertThat(this.desk.withdraw(this.service, "contact")).as("lapsed").isFalse());
		this.visits.page(ADDRESS, PAGE + "<a href='/kontak'>Kontak</a>");
		run(at(3));
		this.visits.page(ADDRESS, PAGE);
		run(at(4));
		assertThat(finding("contact").lapsed()).as("another look in between").isNull();
	}

	private Set<LocalDate> staleDays() {
		return this.jdbc.sql("select distinct day from quality.stale_day")
			.query((row, number) -> row.getObject("day", LocalDate.class))
			.set();
	}

	@Test
	void countsNothingThatTwoOfTheStaffSayIsWrong() {
		this.visits.page(ADDRESS, PAGE);
		run(at(0));
		LocalDate day = PageClock.day(at(0));
		Sum before = sum("sitePromises", day);
		acting(() -> assertThat(this.desk.dispute(this.service, "contact", "Ada di /kontak, nomor 3671012345678901"))
			.isTrue());
		acting(() -> assertThat(this.desk.dispute(this.service, "contact", "Lagi")).as("once").isFalse());
		acting(() -> assertThat(this.desk.dispute(this.service, "tls-protocol", "Salah")).as("not missing").isFalse());
		assertThat(finding("contact").dispute()).isNotNull()
			.extracting(FindingDispute::reason)
			.asString()
			.doesNotContain("3671012345678901");
		assertThat(this.inspections.list(new InspectionFilter(null, null, "contact"), 0, 10)).hasSize(1);
		acting(() -> assertThat(this.desk.confirm(this.service, "contact")).isTrue());
		assertThat(sum("sitePromises", day)).isEqualTo(Sum.of(before.numerator(), before.denominator() - 1));
		assertThat(this.jdbc.sql("select count(*) from quality.stale_day where day = ?")
			.param(Date.valueOf(day))
			.query(Long.class)
			.single()).isEqualTo(InspectionIndicators.IDS.size());
		assertThat(this.inspections.list(new InspectionFilter(null, null, "contact"), 0, 10)).isEmpty();
		assertThat(this.inspections.count(new InspectionFilter(null, null, "contact"))).isZero();
		acting(() -> assertThat(this.desk.withdraw(this.service, "contact")).isTrue());
		assertThat(sum("sitePromises", day)).isEqualTo(before);
		acting(() -> assertThat(this.desk.dispute(this.service, "contact", "Tetap ada")).as("again").isTrue());
	}

	@Test
	void keepsTwoYears() {
		this.visits.page(ADDRESS, PAGE);
		run(at(0));
		run(at(105));
		assertThat(this.jdbc.sql("select count(*) from quality.inspection where week = ?")
			.param(Date.valueOf(WEEK))
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "satpol-pp, true", "rsud-kota-tangerang, true", "labkesda, true", "diskominfo, true",
			"portal-kota-tangerang, false", "lpse, false", "jdih, false" })
	void knowsTheSitesOfAgenciesByTheirHosts(String slug, boolean ofAgency) {
		assertThat(new Sites(this.listings, this.catalog, this.availability).site(slug)).hasValueSatisfying(
				(site) -> assertThat(this.promises.all().stream().filter((promise) -> promise.isOwedBy(site)))
					.extracting(Promise::scope)
					.satisfies((scopes) -> assertThat(scopes.contains(Promise.Scope.AGENCY)).isEqualTo(ofAgency)));
	}

	/** Nobody has cited its address yet, so it is not looked at. */
	@Test
	void knowsTheHostOfTheCouncil() {
		assertThat(this.catalog.agency("setwan"))
			.hasValueSatisfying((agency) -> assertThat(agency.siteHost()).isEqualTo("dprd.tangerangkota.go.id"));
		assertThat(this.catalog.agency("upt-pkb"))
			.hasValueSatisfying((agency) -> assertThat(agency.siteHost()).isNull());
	}

	/** When the site has its turn, weeks later. */
	private Instant at(int weeks) {
		return WeeklyInspection.turn(this.service, WEEK.plusWeeks(weeks));
	}

	private int run(Instant now) {
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		return new WeeklyInspection(new Sites(this.listings, this.catalog, this.availability),
				new SiteInspector(this.visits, this.promises), this.store, clock)
			.run();
	}

	private SiteFinding finding(String item) {
		return this.inspections.findings(this.service)
			.stream()
			.filter((finding) -> finding.item().equals(item))
			.findFirst()
			.orElseThrow();
	}

	private Sum sum(String indicator, LocalDate day) {
		return this.indicators.get(indicator).count(day).stream().map(Fact::sum).reduce(Sum.NONE, Sum::plus);
	}

	private static void acting(Runnable act) {
		acting(AccountId.random(), act);
	}

	private static void acting(AccountId account, Runnable act) {
		try (Acting acting = Acting.as(Actor.staff(account, Set.of(Role.COORDINATOR), null))) {
			act.run();
		}
	}

}
