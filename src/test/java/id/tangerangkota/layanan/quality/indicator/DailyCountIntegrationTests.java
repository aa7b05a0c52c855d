package id.tangerangkota.layanan.quality.indicator;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.availability.OutageEnded;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.calendar.HolidaysChanged;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Drafts;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.identity.Doors;
import id.tangerangkota.layanan.identity.Doors.Door;
import id.tangerangkota.layanan.identity.Doors.Outcome;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.ScorecardComputed;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.quality.Unit;
import id.tangerangkota.layanan.quality.beacon.PageMeasure;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.web.PageChanges;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The night's work: counts, looks, corrections. */
@SetTimeTest
@RecordApplicationEvents
class DailyCountIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(DailyCountIntegrationTests.class);

	private static final AgencyId AGENCY = new AgencyId("dishub");

	private static final int SERVICES = 206;

	private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

	@Autowired
	private DailyCount count;

	@Autowired
	private FactStore facts;

	@Autowired
	private Counted counted;

	@Autowired
	private Owners owners;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private CatalogDesk desk;

	@Autowired
	private SetClock clock;

	@Autowired
	private Scorecard scorecard;

	@Autowired
	private Doors doors;

	@Autowired
	private ServiceUsage usage;

	@Autowired
	private DailyCounts dailyCounts;

	@Autowired
	private Complaints complaints;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Inspections inspections;

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private Corrections corrections;

	@Autowired
	private ApplicationEvents events;

	@Autowired
	private ApplicationEventPublisher publisher;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private PageChanges pages;

	@Autowired
	private JdbcClient jdbc;

	/** A month of as many services as the city has; every indicator has something. */
	@Test
	void nightCountsEveryIndicatorOfAMonthInTimeAndTheNextFindsNothingNew() {
		manyServices();
		everythingElse();
		everythingOfEach();
		this.clock.set("2024-02-01T01:00");
		assertThat(this.count.run()).as("thirty days that nobody counted").isPositive();
		this.jdbc.sql("delete from quality.day where day between ? and ?")
			.params(Date.valueOf("2024-01-29"), Date.valueOf("2024-01-31"))
			.update();
		long start = System.nanoTime();
		assertThat(this.count.run()).as("a night").isEqualTo(3 * this.indicators.size());
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		log.info("Counted {} indicators on 3 days of {} services in {} ms", this.indicators.size(), SERVICES,
				took.toMillis());
		assertThat(took).isLessThan(Duration.ofSeconds(60));
		assertThat(this.jdbc.sql("""
				select indicator from quality.fact where day between ? and ? and level = 'SERVICE'
				group by indicator having count(distinct subject) >= ?""")
			.params(Date.valueOf("2024-01-29"), Date.valueOf("2024-01-31"), SERVICES)
			.query(String.class)
			.list())
			.as("of each service")
			.contains("uptime", "outages", "peak-downtime", "certificate-warnings", "acknowledgement", "response-time",
					"working-links", "complaint-verified", "complaint-started", "complaint-resolved",
					"complaint-reopened", "complaint-solved", "promised-time")
			.containsAll(this.indicators.stream().map(Indicator::id).filter((id) -> id.startsWith("site-")).toList());
		assertThat(this.jdbc.sql("select distinct indicator from quality.fact where day between ? and ?")
			.params(Date.valueOf("2024-01-02"), Date.valueOf("2024-01-31"))
			.query(String.class)
			.list()).as("all have something to count")
			.containsExactlyInAnyOrderElementsOf(this.indicators.stream().map(Indicator::id).toList());
		Sum up = this.scorecard.days("uptime", Subject.CITY, new Period(JANUARY.plusDays(20), JANUARY.plusDays(20)))
			.getFirst()
			.sum();
		assertThat(up.denominator()).isGreaterThanOrEqualTo(SERVICES * 86_400L);
		assertThat(this.events.stream(ScorecardComputed.class)).hasSize(2);
		Set<String> before = digests();
		assertThat(before).hasSize(30 * this.indicators.size());
		assertThat(this.count.run()).as("the same bytes").isZero();
		assertThat(digests()).isEqualTo(before);
		assertThat(this.events.stream(ScorecardComputed.class)).as("nothing to tell").hasSize(2);
		this.jdbc.sql("""
				with decisions as (delete from complaint.clock_decision where complaint_id in (
						select id from complaint.complaint where agency like 'opd-%')),
				gone as (delete from complaint.entry where complaint_id in (select id from complaint.complaint
					where service_id in (select service_id from quality.owner where agency like 'opd-%')))
				delete from complaint.complaint
				where service_id in (select service_id from quality.owner where agency like 'opd-%')""").update();
	}

	/**
	 * On each of the days that the night counts again: four complaints that were solved
	 * and judged, an inspection with all its findings, an incident, and views of sixty
	 * pages.
	 */
	private void everythingOfEach() {
		this.jdbc
			.sql("""
					with made as (select gen_random_uuid() as id, o.service_id, o.agency, n, d.day from quality.owner o
						cross join generate_series(1, 4) as n
						cross join generate_series(timestamptz '2024-01-29 08:00+07', timestamptz '2024-01-31 08:00+07',
							interval '1 day') as d (day)
						where o.agency like 'opd-%'),
					complaints as (insert into complaint.complaint (id, ticket_year, ticket_number, kind, channel, status, category,
							service_id, subject, body, anonymous, confidential, supervisory, formal, agency, received_at,
							changed_at, status_since, verify_starts, verify_days, verify_on, verify_at, verify_met, start_starts,
							start_days, start_on, start_at, start_met, resolve_starts, resolve_days, resolve_on, resolve_at,
							resolve_met, closing, closed_at, reopened, rating, solved, rated_at, version)
						select id, 2024, nextval('complaint.ticket'), 'COMPLAINT', 'WEB', 'CLOSED', 'layanan-digital', service_id,
							'Galat', 'Halaman itu galat.', false, false, false, false, agency, day, day, day, day, 3,
							cast(day + interval '3 days' as date), day + interval '3 days', day + interval '1 hour', day, 5,
							cast(day + interval '5 days' as date), day + interval '5 days', day + interval '2 hours', day, 14,
							cast(day + interval '14 days' as date), day + interval '14 days', day + interval '3 hours',
							'CONFIRMED_BY_CITIZEN', day + interval '4 hours', n / 4, 1 + n, n > 1, day + interval '4 hours', 0
						from made returning *),
					decisions as (insert into complaint.clock_decision (complaint_id, clock, at, agency, in_time)
						select id, clock, met, agency, met <= due from complaints cross join lateral (values
							('VERIFY', verify_met, verify_at), ('START', start_met, start_at),
							('RESOLVE', resolve_met, resolve_at)) as k (clock, met, due))
					insert into complaint.entry (id, complaint_id, at, kind, visibility, sealed)
					select gen_random_uuid(), id, resolve_met, 'RESOLVED', 'PUBLIC', false from complaints""")
			.update();
		this.jdbc
			.sql("""
					with inspections as (insert into quality.inspection (service_id, week, inspected_at, outcome, address, pages)
						select service_id, date '2024-01-29', timestamptz '2024-01-29 10:00+07'
							+ (row_number() over (order by service_id) % 3) * interval '1 day', 'SEEN', 'https://situs.example/', 3
						from quality.owner where agency like 'opd-%' returning service_id, inspected_at)
					insert into quality.inspection_finding (service_id, week, item, verdict, since)
					select service_id, date '2024-01-29', item, case when length(item) % 2 = 0 then 'MET' else 'MISSED' end,
						date '2024-01-29'
					from inspections cross join unnest(:items) as i (item)""")
			.param("items", this.inspections.items().toArray(String[]::new))
			.update();
		this.jdbc.sql("select service_id from quality.owner where agency like 'opd-%'")
			.query(UUID.class)
			.list()
			.forEach((service) -> this.counted.incident(new ServiceId(service), "OUTAGE", "2024-01-31T10:00",
					"2024-01-31T10:12", "2024-01-31T14:00"));
		this.jdbc.sql("""
				insert into quality.page_timing (day, route, device, measure, class, views)
				select cast(d.day as date), '/halaman/' || n, device, measure, class, 1 + (n + class) % 7
				from generate_series(timestamp '2024-01-29', timestamp '2024-01-31', interval '1 day') as d (day)
				cross join generate_series(1, 60) as n cross join unnest(array['S', 'M', 'L']) as s (device)
				cross join unnest(:measures) as m (measure) cross join generate_series(0, 5) as class""")
			.param("measures", Arrays.stream(PageMeasure.values()).map(Enum::name).toArray(String[]::new))
			.update();
	}

	/** Each is down for an hour once, and answers checks every day. */
	private void manyServices() {
		this.jdbc
			.sql("""
					with s as (select gen_random_uuid() as id, n from generate_series(1, :services) as n),
					owned as (insert into quality.owner (service_id, since, agency, verified)
						select id, date '2020-01-01', 'opd-' || n % 40, true from s returning service_id),
					states as (insert into availability.service_interval (service_id, starts, ends, follows, state)
						select s.id, t.starts, t.ends, t.follows, t.state from s cross join lateral (
							select timestamptz '2024-01-01 00:00+07' + n * interval '3 hours' as down) d
						cross join lateral (values
							(timestamptz '2024-01-01 00:00+07', down, cast(null as timestamptz), 'UP'),
							(down, down + interval '1 hour', down, 'DOWN'),
							(down + interval '1 hour', timestamptz '2024-02-05 00:00+07', down + interval '1 hour', 'UP')
						) as t (starts, ends, follows, state)),
					outages as (insert into availability.outage (id, service_id, starts, ends, cause)
						select gen_random_uuid(), id, timestamptz '2024-01-01 00:00+07' + n * interval '3 hours',
							timestamptz '2024-01-01 01:00+07' + n * interval '3 hours', 'STATUS' from s),
					checks as (insert into availability.check_definition (service_id, platform, kind, target, method, statuses,
							redirects, timeout_ms, interval_s, failures, successes, slows, mode, changed, removed_at)
						select id, 'WEB', 'HTTP', 'https://contoh.tangerangkota.go.id/', 'GET', '200-399', true, 1000, 300, 3, 2,
							3, 'CITED', 0, now() from s returning id)
					insert into availability.rollup_day (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms,
						first_byte_ms, total_ms, buckets, counts)
					select d.at, c.id, 288, 0, 0, 0, 0, 0, 0, 0, 0, 288 * 150,
						array(select cast(b as smallint) from generate_series(40, 100) as b),
						array(select 1 + cast(b % 9 as integer) from generate_series(40, 100) as b)
					from checks c cross join generate_series(timestamptz '2024-01-01 00:00+07',
						timestamptz '2024-01-31 00:00+07', interval '1 day') as d (at)""")
			.param("services", SERVICES)
			.update();
		this.jdbc.sql(
				"update availability.rollup_progress set built_until = greatest(built_until, timestamptz '2024-02-05 00:00+07')")
			.update();
	}

	/** On one of the days that the night counts again, and what is looked at once. */
	private void everythingElse() {
		this.clock.set("2024-01-30T09:00");
		for (int i = 0; i < 3; i++) {
			Receipt receipt = this.complaints.file();
			this.complaints.verify(receipt.complaint(), Complaints.ROADS);
			this.complaints.as(Complaints.officer(Complaints.ROADS), receipt.complaint(), CaseDesk::start);
			this.complaints.as(Complaints.officer(Complaints.ROADS), receipt.complaint(),
					(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah kami perbaiki.")));
			this.complaints.asReporter(receipt, (desk, key) -> desk.confirm(key));
			this.complaints.asReporter(receipt, (desk, key) -> desk.rate(key, 4, true, null));
		}
		Draft form = this.drafts.begin(Channel.WEB);
		this.drafts.save(form);
		this.drafts.remove(form.key());
		this.usage.searched();
		this.usage.found();
		this.doors.passed(Door.IN, Outcome.DONE, Duration.ofMillis(420));
		this.doors.passed(Door.OUT, Outcome.DONE, Duration.ofMillis(30));
		this.dailyCounts.write();
		request("2024-01-29T10:00", "2024-01-30T10:00", true);
		UUID account = UUID.randomUUID();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, created_at, version)
				values (?, 'CITIZEN', 'ACTIVE', now(), 0)""").param(account).update();
		disclosure(account, "dishub", "REPORTER", "note", UUID.randomUUID(), "2024-01-30T10:00");
		staff("dishub", true);
		this.counted.incident(this.counted.verified(AGENCY), "OUTAGE", "2024-01-30T10:00", "2024-01-30T10:12",
				"2024-01-30T14:00");
		for (PageMeasure measure : PageMeasure.values()) {
			this.jdbc.sql("""
					insert into quality.page_timing (day, route, device, measure, class, views)
					values (date '2024-01-30', '/layanan/{slug}', 'S', ?, 2, 40)""").param(measure.name()).update();
		}
		ServiceId site = this.counted.verified(AGENCY);
		this.jdbc
			.sql("""
					insert into quality.inspection (service_id, week, inspected_at, outcome, address, pages)
					values (?, date '2024-01-29', timestamptz '2024-01-30 10:00+07', 'SEEN', 'https://situs.example/', 3)""")
			.param(site.value())
			.update();
		for (String item : this.inspections.items()) {
			this.jdbc.sql("""
					insert into quality.inspection_finding (service_id, week, item, verdict, since)
					values (?, date '2024-01-29', ?, 'MET', date '2024-01-30')""").params(site.value(), item).update();
		}
	}

	private Set<String> digests() {
		return this.jdbc
			.sql("select indicator || ' ' || day || ' ' || digest as row from quality.day where day between ? and ?")
			.params(Date.valueOf("2024-01-02"), Date.valueOf("2024-01-31"))
			.query((row, number) -> row.getString("row"))
			.stream()
			.collect(Collectors.toSet());
	}

	@Test
	void whatHasNoHistoryIsLookedAtOnceAndKept() {
		this.clock.set("2024-03-05T01:00");
		LocalDate yesterday = LocalDate.of(2024, 3, 4);
		Indicator standard = this.counted.indicator("standard-completeness");
		assertThat(this.count.count(standard, yesterday)).isTrue();
		Sum seen = day(standard, yesterday).sum();
		assertThat(seen.denominator()).isPositive();
		assertThat(seen.denominator() % 14).isZero();
		UUID service = this.jdbc.sql(
				"select id from catalog.service s where not exists (select from catalog.service_standard where service_id = s.id) order by id desc limit 1")
			.query(UUID.class)
			.single();
		this.jdbc
			.sql("insert into catalog.service_standard (service_id, component, content) values (?, 'FEE', 'Gratis')")
			.param(service)
			.update();
		try {
			assertThat(this.count.count(standard, yesterday)).as("the day keeps what was seen").isFalse();
			this.clock.set("2024-03-06T01:00");
			assertThat(this.count.count(standard, yesterday)).isFalse();
			this.count.count(standard, yesterday.plusDays(1));
			assertThat(day(standard, yesterday.plusDays(1)).sum())
				.isEqualTo(Sum.of(seen.numerator() + 1, seen.denominator()));
			this.count.count(standard, yesterday.minusDays(1));
			Period before = new Period(yesterday.minusDays(1), yesterday.minusDays(1));
			assertThat(this.scorecard.days(standard.id(), Subject.CITY, before)).as("nobody looked")
				.allMatch(Scorecard.Day::gap);
		}
		finally {
			this.jdbc.sql("delete from catalog.service_standard where service_id = ?").param(service).update();
		}
	}

	@Test
	void staffOfAgenciesAndOfNoneAreKeptAsTheyWere() {
		this.clock.set("2024-04-05T01:00");
		LocalDate yesterday = LocalDate.of(2024, 4, 4);
		UUID[] staff = { staff("dishub", true), staff("dishub", false), staff(null, true) };
		try {
			Indicator factor = this.counted.indicator("second-factor");
			this.count.count(factor, yesterday);
			Sum agency = this.scorecard.days(factor.id(), Subject.of(AGENCY), new Period(yesterday, yesterday))
				.getFirst()
				.sum();
			assertThat(agency.denominator()).isGreaterThanOrEqualTo(2);
			assertThat(agency.denominator() - agency.numerator()).isPositive();
			assertThat(this.count.count(factor, yesterday)).as("the same bytes").isFalse();
		}
		finally {
			for (UUID one : staff) {
				this.jdbc.sql("delete from identity.account where id = ?").param(one).update();
			}
		}
	}

	private UUID staff(String agency, boolean factor) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, agency, totp_secret, created_at, version)
				values (?, 'STAFF', 'ACTIVE', ?, ?, now(), 0)""").params(id, agency, factor ? "x" : null).update();
		return id;
	}

	private Scorecard.Day day(Indicator indicator, LocalDate day) {
		return this.scorecard.days(indicator.id(), Subject.CITY, new Period(day, day)).getFirst();
	}

	/** What is counted for the city alone is no hole in what is known of a service. */
	@Test
	void serviceIsJudgedByWhatCanBeCountedOfIt() {
		LocalDate day = LocalDate.of(2024, 11, 4);
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2024-11-04T00:00 UP", "2024-11-05T00:00");
		for (String indicator : List.of("uptime", "outages", "peak-downtime", "certificate-warnings")) {
			this.count.count(this.counted.indicator(indicator), day);
		}
		Card card = this.scorecard.card(Subject.of(service), new Period(day, day));
		assertThat(card.indicators()).extracting(Measured::indicator)
			.contains("uptime", "response-time")
			.doesNotContain("sign-in-success", "second-factor", "privacy-requests");
		assertThat(card.dimensions().get(QualityDimension.AVAILABILITY).measured()).isCloseTo(100, within(1e-9));
		assertThat(card.dimensions().get(QualityDimension.AVAILABILITY).coverage()).isCloseTo(0.75, within(1e-9));
		assertThat(card.dimensions().get(QualityDimension.EFFICIENCY).measured()).isNull();
		assertThat(this.scorecard.card(Subject.of(AGENCY), new Period(day, day)).indicators())
			.extracting(Measured::indicator)
			.contains("second-factor")
			.doesNotContain("sign-in-success");
		assertThat(this.scorecard.card(Subject.CITY, new Period(day, day)).indicators())
			.hasSize(this.indicators.size());
	}

	/** Four beans tell of the portal's pages, which belong to no service. */
	@Test
	void pagesOfThePortalAreNoHoleInWhatIsKnownOfAService() {
		LocalDate day = LocalDate.of(2024, 11, 5);
		for (Subject subject : List.of(Subject.of(this.counted.service(AGENCY)), Subject.of(AGENCY))) {
			assertThat(this.scorecard.card(subject, new Period(day, day)).indicators()).extracting(Measured::indicator)
				.doesNotContain("page-lcp", "page-inp", "page-cls", "home-to-service");
		}
	}

	@Test
	void dayThatFailsIsAGapAndHoldsBackNoOther() {
		this.clock.set("2024-06-20T01:00");
		LocalDate bad = LocalDate.of(2024, 6, 10);
		AtomicBoolean broken = new AtomicBoolean(true);
		Indicator indicator = new Measure("test-broken", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY,
				Reading.SHARE, (day) -> {
					if (broken.get() && day.equals(bad)) {
						throw new IllegalStateException("Broken on purpose");
					}
					return List.of(new Indicator.Fact(null, null, Sum.of(1, 2)));
				});
		DailyCount nights = new DailyCount(List.of(indicator), this.facts, this.owners, this.transaction,
				this.publisher, this.pages, this.clock);
		nights.run();
		Period days = new Period(LocalDate.of(2024, 6, 8), LocalDate.of(2024, 6, 12));
		assertThat(this.scorecard.days("test-broken", Subject.CITY, days))
			.extracting((day) -> day.gap() ? "gap" : day.sum().denominator())
			.containsExactly(2L, 2L, "gap", 2L, 2L);
		broken.set(false);
		nights.run();
		assertThat(this.scorecard.days("test-broken", Subject.CITY, days)).extracting((day) -> day.gap())
			.containsOnly(false);
		broken.set(true);
		this.facts.markStale("test-broken", bad, bad);
		nights.run();
		assertThat(this.scorecard.days("test-broken", Subject.CITY, days)).as("what was counted once is kept")
			.extracting((day) -> day.gap())
			.containsOnly(false);
	}

	/** The day waits already, and what it is made of is corrected while it is counted. */
	@Test
	void correctionWithinACountIsCountedOnceMore() throws Exception {
		LocalDate day = LocalDate.of(2021, 3, 1);
		UUID service = this.counted.service(AGENCY).value();
		Indicator indicator = new Measure("test-corrected", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY,
				Reading.SHARE, (counted) -> {
					long owners = this.jdbc.sql("select count(*) from quality.owner where service_id = ?")
						.param(service)
						.query(Long.class)
						.single();
					return List.of(new Indicator.Fact(null, null, Sum.of(owners, 10)));
				});
		assertThat(this.count.count(indicator, day)).isTrue();
		this.facts.markStale(indicator.id(), day, day);
		try (ExecutorService night = Executors.newSingleThreadExecutor()) {
			this.transaction.executeWithoutResult((status) -> {
				this.counted.owned(new ServiceId(service), AGENCY, day);
				this.facts.markStaleIfCounted(indicator.id(), day, day);
				assertThat(night.submit(() -> this.count.count(indicator, day))).as("waits for nobody")
					.succeedsWithin(Duration.ofSeconds(10))
					.isEqualTo(false);
			});
		}
		assertThat(this.facts.stale(indicator.id())).containsExactly(day);
		assertThat(this.count.count(indicator, day)).isTrue();
		assertThat(day(indicator, day).sum()).isEqualTo(Sum.of(2, 10));
		assertThat(this.facts.stale(indicator.id())).isEmpty();
	}

	@Test
	void firstNightOfANewPortalFindsNoGapBeforeIt() {
		this.clock.set("2024-07-20T01:00");
		LocalDate first = LocalDate.of(2024, 7, 19);
		Indicator indicator = new Measure("test-new", QualityDimension.EFFICIENCY, Unit.SHARE, Level.CITY,
				Reading.SHARE, (day) -> {
					if (day.isBefore(first)) {
						throw new Indicator.SourceMissing("Nothing was recorded yet");
					}
					return List.of(new Indicator.Fact(null, null, Sum.of(1, 2)));
				});
		new DailyCount(List.of(indicator), this.facts, this.owners, this.transaction, this.publisher, this.pages,
				this.clock)
			.run();
		assertThat(this.scorecard.days("test-new", Subject.CITY, new Period(first.minusDays(29), first)))
			.singleElement()
			.satisfies((day) -> {
				assertThat(day.day()).isEqualTo(first);
				assertThat(day.gap()).isFalse();
			});
	}

	/** The quarter runs, and its last day is later than the scale begins. */
	@Test
	void plannedScaleScoresNothingBeforeItBegins() {
		this.clock.set("2024-11-20T01:00");
		LocalDate day = LocalDate.of(2024, 11, 19);
		Period quarter = new Period(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 12, 31));
		int planned = this.jdbc
			.sql("""
					insert into quality.scale (indicator, version, valid_from, points, target, weight, reason, changed_at)
					select indicator, version + 1, date '2024-12-20', '[{"value": 0, "score": 1}, {"value": 1, "score": 2}]',
						target, weight, 'Uji', changed_at
					from quality.scale where indicator = 'uptime' order by version desc limit 1
					returning version""")
			.query(Integer.class)
			.single();
		try {
			assertThat(scaleOf("uptime", quarter)).isLessThan(planned);
			assertThat(this.scorecard.parts(Subject.CITY, quarter, Scorecard.Part.MONTH)
				.getLast()
				.indicators()
				.stream()
				.filter((one) -> one.indicator().equals("uptime"))).extracting((one) -> one.scale().version())
				.doesNotContain(planned);
			this.clock.set("2024-12-21T01:00");
			assertThat(scaleOf("uptime", quarter)).isEqualTo(planned);
			assertThat(scaleOf("uptime", new Period(day, day))).as("a period that is over").isLessThan(planned);
		}
		finally {
			this.jdbc.sql("delete from quality.scale where indicator = 'uptime' and version = ?")
				.param(planned)
				.update();
		}
	}

	private int scaleOf(String indicator, Period period) {
		return this.scorecard.card(Subject.CITY, period)
			.indicators()
			.stream()
			.filter((one) -> one.indicator().equals(indicator))
			.map((one) -> one.scale().version())
			.findFirst()
			.orElseThrow();
	}

	/** Eighteen hours up, and an outage of six within the hours of work. */
	@Test
	void dimensionIsTheMeanOfItsIndicatorsByTheirWeights() {
		this.clock.set("2024-11-20T01:00");
		LocalDate day = LocalDate.of(2024, 11, 19);
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2024-11-19T00:00 UP", "2024-11-19T10:00 DOWN", "2024-11-19T16:00 UP",
				"2024-11-20T00:00");
		for (String indicator : List.of("uptime", "outage-length", "peak-downtime", "certificate-warnings")) {
			this.count.count(this.counted.indicator(indicator), day);
		}
		Card card = this.scorecard.card(Subject.of(service), new Period(day, day));
		List<Measured> scored = card.indicators()
			.stream()
			.filter((one) -> one.dimension() == QualityDimension.AVAILABILITY && one.score() != null)
			.toList();
		assertThat(scored).extracting(Measured::indicator)
			.containsExactly("certificate-warnings", "outage-length", "peak-downtime", "uptime");
		assertThat(scored.stream().map(Measured::score).distinct()).as("unequal scores").hasSizeGreaterThan(2);
		assertThat(scored.stream().map((one) -> one.scale().weight()).distinct()).as("and weights")
			.hasSizeGreaterThan(1);
		double points = 0;
		int weights = 0;
		for (Measured one : scored) {
			points += one.scale().weight() * one.score();
			weights += one.scale().weight();
		}
		double plain = scored.stream().mapToDouble(Measured::score).average().orElseThrow();
		assertThat(card.dimensions().get(QualityDimension.AVAILABILITY).measured())
			.isCloseTo(points / weights, within(1e-9))
			.isNotCloseTo(plain, within(1.0));
	}

	/**
	 * Decision 32: the service has its figures, agency and city add verified ones only.
	 */
	@Test
	void addressNobodyVerifiedCountsForItselfAlone() {
		this.clock.set("2024-11-13T01:00");
		LocalDate day = LocalDate.of(2024, 11, 12);
		AgencyId agency = new AgencyId("bappeda");
		ServiceId verified = this.counted.verified(agency);
		ServiceId cited = this.counted.service(agency);
		this.counted.states(verified, "2024-11-12T00:00 UP", "2024-11-13T00:00");
		this.counted.states(cited, "2024-11-12T00:00 UP", "2024-11-12T18:00 DOWN", "2024-11-13T00:00");
		Indicator uptime = this.counted.indicator("uptime");
		assertThat(this.count.count(uptime, day)).isTrue();
		assertThat(of(uptime, Subject.of(cited), day)).isEqualTo(Sum.of(18 * 3600, 24 * 3600));
		assertThat(of(uptime, Subject.of(verified), day)).isEqualTo(Sum.of(24 * 3600, 24 * 3600));
		assertThat(of(uptime, Subject.of(agency), day)).isEqualTo(Sum.of(24 * 3600, 24 * 3600));
		assertThat(of(uptime, Subject.CITY, day)).isEqualTo(Sum.of(24 * 3600, 24 * 3600));
		assertThat(this.count.count(uptime, day)).as("the same bytes").isFalse();
		assertThat(this.facts.stored("uptime", day)).hasValueSatisfying(
				(stored) -> assertThat(stored).as("no remainder of agency or city").hasSize(2).allSatisfy((fact) -> {
					assertThat(fact.service()).isIn(verified, cited);
					assertThat(fact.agency()).isEqualTo(agency);
				}));
		this.jdbc.sql("update quality.owner set verified = true where service_id = ?").param(cited.value()).update();
		assertThat(this.count.count(uptime, day)).as("verified by then after all").isTrue();
		assertThat(of(uptime, Subject.CITY, day)).isEqualTo(Sum.of(42 * 3600, 48 * 3600));
	}

	@Test
	void remembersFromWhichDayOnAnAddressIsVerified() {
		this.clock.set("2024-12-02T01:00");
		LocalDate today = LocalDate.of(2024, 12, 2);
		String slug = this.jdbc.sql("""
				select s.slug from catalog.service s join catalog.listing l on l.service_id = s.id
				group by s.slug having bool_and(l.verification = 'CITED' and l.platform = 'WEB') order by 1 limit 1""")
			.query(String.class)
			.single();
		ServiceId service = this.catalog.service(slug).orElseThrow().id();
		this.owners.remember(today.minusDays(1));
		assertThat(this.owners.verified(today)).doesNotContain(service);
		this.desk.verify(slug, Platform.WEB, "Pemeriksa");
		this.owners.remember(today);
		assertThat(this.owners.verified(today)).contains(service);
		assertThat(this.owners.verified(today.minusDays(1))).as("from that day on").doesNotContain(service);
	}

	/** The portal was off for longer than it counts back. */
	@Test
	void dayNobodyCountedIsAGap() {
		Indicator factor = this.counted.indicator("unmaskings-without-complaint");
		LocalDate first = LocalDate.of(2022, 1, 3);
		this.count.count(factor, first);
		this.count.count(factor, first.plusDays(3));
		Period week = new Period(first.minusDays(2), first.plusDays(3));
		assertThat(this.scorecard.days(factor.id(), Subject.CITY, week)).extracting(Scorecard.Day::gap)
			.containsExactly(false, true, true, false);
		assertThat(this.scorecard.card(Subject.CITY, week).indicators()).filteredOn("indicator", factor.id())
			.extracting(Measured::gaps)
			.containsExactly(2);
	}

	private Sum of(Indicator indicator, Subject subject, LocalDate day) {
		return this.scorecard.days(indicator.id(), subject, new Period(day, day)).getFirst().sum();
	}

	@Test
	void outageDatedBackMakesItsDaysStale() {
		this.clock.set("2024-05-20T10:00");
		LocalDate day = LocalDate.of(2024, 5, 2);
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2024-05-01T00:00 UP", "2024-05-04T00:00");
		Indicator uptime = this.counted.indicator("uptime");
		this.count.count(uptime, day);
		assertThat(this.facts.stale("uptime")).doesNotContain(day);
		this.corrections.on(new OutageEnded(OutageId.random(), service, SetClock.local("2024-05-02T10:00"),
				SetClock.local("2024-05-20T09:00"), ServiceState.UP));
		assertThat(this.facts.stale("uptime")).contains(day);
		assertThat(this.facts.stale("uptime")).as("was never counted").doesNotContain(day.plusDays(1));
		assertThat(this.count.count(uptime, day)).as("nothing was different after all").isFalse();
		assertThat(this.facts.stale("uptime")).doesNotContain(day);
	}

	@Test
	void newHolidayMakesPeakHoursStale() {
		this.clock.set("2024-06-20T10:00");
		LocalDate day = LocalDate.of(2024, 6, 3);
		this.count.count(this.counted.indicator("peak-downtime"), day);
		this.corrections.on(new HolidaysChanged(day, day.plusDays(60)));
		assertThat(this.facts.stale("peak-downtime")).contains(day);
		this.facts.take("peak-downtime", day);
	}

	@Test
	void doorsAreCountedByOutcomeAndTime() {
		this.clock.set("2024-07-02T23:59");
		LocalDate day = LocalDate.of(2024, 7, 2);
		for (String indicator : List.of("sign-in-success", "sign-in-time", "sign-out-time")) {
			assertThat(this.counted.on(indicator, day).values()).as("nobody came: %s", indicator)
				.allMatch(Sum::isEmpty);
		}
		this.doors.passed(Door.IN, Outcome.DONE, Duration.ofMillis(420));
		this.doors.passed(Door.IN, Outcome.DONE, Duration.ofMillis(440));
		this.doors.passed(Door.IN, Outcome.DONE, Duration.ofMinutes(3));
		this.doors.passed(Door.IN, Outcome.REFUSED, Duration.ofMillis(420));
		this.doors.passed(Door.IN, Outcome.THROTTLED, Duration.ofMillis(1));
		this.doors.passed(Door.OUT, Outcome.DONE, Duration.ofMillis(30));
		this.clock.set("2024-07-03T00:00");
		this.doors.passed(Door.OUT, Outcome.DONE, Duration.ofMillis(30));
		this.dailyCounts.write();
		assertThat(city("sign-in-success", day)).isEqualTo(Sum.of(3, 5));
		Sum times = city("sign-in-time", day);
		assertThat(times.numerator()).isEqualTo(860 + 180_000);
		assertThat(times.denominator()).isEqualTo(3);
		assertThat(this.counted.indicator("sign-in-time").value(times)).as("beyond the last class").isEqualTo(30_000);
		assertThat(city("sign-out-time", day).denominator()).isEqualTo(1);
		assertThat(this.counted.indicator("sign-out-time").value(city("sign-out-time", day))).isCloseTo(37.5,
				within(1e-9));
		assertThat(city("sign-out-time", day.plusDays(1)).denominator()).isEqualTo(1);
	}

	@Test
	void searchesAreCountedWithWhatTheyLedTo() {
		this.clock.set("2024-08-02T10:00");
		LocalDate day = LocalDate.of(2024, 8, 2);
		this.usage.found();
		this.dailyCounts.write();
		assertThat(this.counted.on("search-hits", day)).as("nobody searched").isEmpty();
		for (int i = 0; i < 3; i++) {
			this.usage.searched();
		}
		this.dailyCounts.write();
		assertThat(city("search-hits", day)).isEqualTo(Sum.of(1, 3));
	}

	@Test
	void disclosuresArePutToTheOfficeOfWhoSaw() {
		LocalDate day = LocalDate.of(2024, 9, 2);
		UUID account = UUID.randomUUID();
		this.jdbc.sql("""
				insert into identity.account (id, kind, state, created_at, version)
				values (?, 'CITIZEN', 'ACTIVE', now(), 0)""").param(account).update();
		disclosure(account, "dishub", "REPORTER", "note", UUID.randomUUID(), "2024-09-02T00:00");
		disclosure(account, "dishub", "REPORTER", null, null, "2024-09-02T23:59");
		disclosure(account, "dishub", "NIK", "note", null, "2024-09-02T12:00");
		disclosure(account, "dishub", "NIK", null, null, "2024-09-03T00:00");
		assertThat(this.counted.on("unmaskings-without-complaint", day)).containsEntry(Subject.of(AGENCY),
				Sum.of(1, 2));
		assertThat(this.counted.on("explained-disclosures", day)).containsEntry(Subject.of(AGENCY), Sum.of(2, 3));
	}

	private void disclosure(UUID account, String office, String what, String note, UUID about, String at) {
		this.jdbc.sql("""
				insert into identity.disclosure (id, account_id, seen_by, office, role, what, reason, note, about, at)
				values (?, ?, ?, ?, 'OFFICER', ?, 'HANDLING_A_CASE', ?, ?, ?)""")
			.params(UUID.randomUUID(), account, AccountId.random().value(), office, what, note, about, Counted.at(at))
			.update();
	}

	@Test
	void requestsAreDecidedOnceWithin72Hours() {
		request("2024-10-01T10:00", "2024-10-02T10:00", true);
		request("2024-10-01T11:00", null, true);
		request("2024-10-01T12:00", "2024-10-05T10:00", true);
		request("2024-10-02T09:00", "2024-10-02T09:00", false);
		assertThat(city("privacy-requests", LocalDate.of(2024, 10, 2))).isEqualTo(Sum.of(1, 1));
		assertThat(city("privacy-requests", LocalDate.of(2024, 10, 4))).isEqualTo(Sum.of(0, 2));
		assertThat(city("privacy-requests", LocalDate.of(2024, 10, 5)).isEmpty()).isTrue();
	}

	private void request(String filed, String answered, boolean byStaff) {
		this.jdbc
			.sql("""
					insert into privacy.request (id, account_id, kind, state, filed_at, due_at, answered_at, handled_by,
						proof_number, proof, version)
					values (:id, :account, 'OTHER', :state, :filed, cast(:filed as timestamptz) + interval '72 hours', :answered, :by, :number,
						:proof, 0)""")
			.param("id", UUID.randomUUID())
			.param("account", UUID.randomUUID())
			.param("state", (answered != null) ? "DONE" : "OPEN")
			.param("filed", Counted.at(filed))
			.param("answered", (answered != null) ? Counted.at(answered) : null)
			.param("by", (answered != null && byStaff) ? UUID.randomUUID() : null)
			.param("number", (answered != null) ? UUID.randomUUID().toString() : null)
			.param("proof", (answered != null) ? "x" : null)
			.update();
	}

	private Sum city(String indicator, LocalDate day) {
		return this.counted.on(indicator, day).getOrDefault(Subject.CITY, Sum.NONE);
	}

}
