package id.tangerangkota.layanan.quality.indicator;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.calendar.CalendarDesk;
import id.tangerangkota.layanan.calendar.Certainty;
import id.tangerangkota.layanan.calendar.Holiday;
import id.tangerangkota.layanan.calendar.HolidayKind;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.complaint.testing.RandomVerbs;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static id.tangerangkota.layanan.complaint.testing.Complaints.OFFICER;
import static id.tangerangkota.layanan.complaint.testing.Complaints.ROADS;
import static id.tangerangkota.layanan.complaint.testing.Complaints.words;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each clock of a complaint counts on one day and for one agency, whatever becomes of its
 * date afterwards. Each test has weeks of its own, in which nobody else reports anything.
 */
@SetTimeTest
class DecidedClocksIntegrationTests {

	private static final AgencyId TRAFFIC = new AgencyId("dishub");

	private static final String VERIFIED = "complaint-verified";

	private static final String STARTED = "complaint-started";

	private static final String RESOLVED = "complaint-resolved";

	private static final List<String> INDICATORS = List.of(VERIFIED, STARTED, RESOLVED, "complaint-reopened",
			"complaint-solved", "promised-time");

	@Autowired
	private Complaints complaints;

	@Autowired
	private SetClock clock;

	@Autowired
	private Counted counted;

	@Autowired
	private DailyCount count;

	@Autowired
	private FactStore facts;

	@Autowired
	private CalendarDesk calendar;

	@Autowired
	@Qualifier("complaintDeadlines")
	private RecurringTask<Void> deadlines;

	@Autowired
	@Qualifier("complaintRecount")
	private RecurringTask<Void> recount;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	private void timePasses(String until) {
		this.clock.set(until);
		this.deadlines.execute(null, null);
	}

	/** What the city has, and what of it an agency has, over some days. */
	private Map<LocalDate, Sum> days(String indicator, String from, String to, @Nullable AgencyId agency) {
		Map<LocalDate, Sum> days = new HashMap<>();
		day(from).datesUntil(day(to).plusDays(1)).forEach((day) -> {
			Sum sum = this.counted.on(indicator, day)
				.entrySet()
				.stream()
				.filter((entry) -> agency == null || entry.getKey().equals(Subject.of(agency)))
				.map(Map.Entry::getValue)
				.reduce(Sum.NONE, Sum::plus);
			if (!sum.isEmpty()) {
				days.put(day, sum);
			}
		});
		return days;
	}

	private Receipt startedAt(String time, String category) {
		this.clock.set(time);
		Receipt receipt = this.complaints.file(category);
		this.complaints.verify(receipt.complaint(), ROADS);
		this.complaints.as(OFFICER, receipt.complaint(), CaseDesk::start);
		return receipt;
	}

	private String dueOn(Receipt receipt) {
		return this.jdbc.sql("select resolve_on from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query(LocalDate.class)
			.single()
			.toString();
	}

	/** A Tuesday; roads are to be mended within five working days. */
	@Test
	void whatRanOutStaysWithTheAgencyThatHadIt() {
		Receipt receipt = startedAt("2051-03-07T09:00", "jalan-rusak");
		String due = dueOn(receipt);
		timePasses("2051-03-20T09:00");
		assertThat(days(RESOLVED, "2051-03-07", "2051-03-31", ROADS)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> desk.forward(shown, TRAFFIC, "Ke sana."));
		assertThat(days(RESOLVED, "2051-03-07", "2051-03-31", ROADS)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		assertThat(days(RESOLVED, "2051-03-07", "2051-03-31", TRAFFIC)).isEmpty();
	}

	/** Nobody looked in between: not even the job that moves cases on. */
	@Test
	void whatRanOutSilentlyStaysWithTheAgencyThatHadIt() {
		Receipt receipt = startedAt("2051-04-04T09:00", "jalan-rusak");
		String due = dueOn(receipt);
		this.clock.set("2051-04-20T09:00");
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> desk.forward(shown, TRAFFIC, "Ke sana."));
		assertThat(days(RESOLVED, "2051-04-04", "2051-05-01", ROADS)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		assertThat(days(RESOLVED, "2051-04-04", "2051-05-01", TRAFFIC)).isEmpty();
	}

	@Test
	void moreTimeAfterItRanOutCountsNoSecondTime() {
		this.clock.set("2051-05-09T09:00");
		Receipt receipt = this.complaints.file(Complaints.formal());
		this.complaints.verify(receipt.complaint(), ROADS);
		String due = dueOn(receipt);
		timePasses("2051-05-26T09:00");
		assertThat(days(RESOLVED, "2051-05-09", "2051-06-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> desk.extend(shown, "Data banyak."));
		assertThat(dueOn(receipt)).isGreaterThan("2051-05-26");
		assertThat(days(RESOLVED, "2051-05-09", "2051-06-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Ini datanya.")));
		assertThat(days(RESOLVED, "2051-05-09", "2051-06-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
	}

	@Test
	void standsStillWhileTheCitizenIsAskedAndRunsOutOnce() {
		Receipt receipt = startedAt("2051-07-04T09:00", "jalan-rusak");
		String first = dueOn(receipt);
		this.clock.set("2051-07-06T09:00");
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.ask(shown, "Di mana?"));
		timePasses(first + "T20:00");
		assertThat(days(RESOLVED, "2051-07-04", "2051-08-10", null)).isEmpty();
		this.clock.set("2051-07-20T09:00");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, words("Di depan pasar.")));
		String second = dueOn(receipt);
		timePasses("2051-08-09T09:00");
		assertThat(days(RESOLVED, "2051-07-04", "2051-08-10", null)).isEqualTo(Map.of(day(second), Sum.of(0, 1)));
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.ask(shown, "Masih?"));
		assertThat(days(RESOLVED, "2051-07-04", "2051-08-10", null)).isEqualTo(Map.of(day(second), Sum.of(0, 1)));
	}

	@Test
	void whatRanOutStaysSoThoughItIsOpenedAgain() {
		Receipt receipt = startedAt("2051-09-05T09:00", "jalan-rusak");
		String due = dueOn(receipt);
		timePasses("2051-09-20T09:00");
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.clock.set("2051-09-21T09:00");
		this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Belum."));
		assertThat(days(RESOLVED, "2051-09-05", "2051-10-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> desk.forward(shown, TRAFFIC, "Ke sana."));
		this.complaints.as(Complaints.officer(TRAFFIC), receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, words("Sekarang sudah.")));
		assertThat(days(RESOLVED, "2051-09-05", "2051-10-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		assertThat(days("complaint-reopened", "2051-09-05", "2051-10-30", ROADS)).as("who solved it first")
			.isEqualTo(Map.of(day("2051-09-20"), Sum.of(1, 1)));
	}

	/** Sent back: the clock goes on as if it had never stopped, so it ran out before. */
	@Test
	void solutionThatWasNoneCountsAgainAndItsDayIsCorrected() {
		Receipt receipt = startedAt("2052-03-04T09:00", "jalan-rusak");
		String due = dueOn(receipt);
		LocalDate solved = day("2052-03-05");
		this.clock.set("2052-03-05T09:00");
		this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
		this.clock.set("2052-03-14T09:00");
		solved.datesUntil(day("2052-03-14")).forEach((day) -> this.count.count(indicator(RESOLVED), day));
		assertThat(days(RESOLVED, "2052-03-04", "2052-03-30", null)).isEqualTo(Map.of(solved, Sum.of(1, 1)));
		this.complaints.as(COORDINATOR, receipt.complaint(), (desk, shown) -> desk.sendBack(shown, "Belum."));
		this.deadlines.execute(null, null);
		assertThat(days(RESOLVED, "2052-03-04", "2052-03-30", null)).isEqualTo(Map.of(day(due), Sum.of(0, 1)));
		assertThat(this.facts.stale(RESOLVED)).contains(solved, day(due));
	}

	/** A holiday nobody had entered takes back what ran out for want of it. */
	@Test
	void newHolidayTakesBackWhatRanOutByIt() {
		Receipt receipt = startedAt("2052-05-07T09:00", "jalan-rusak");
		LocalDate due = day(dueOn(receipt));
		timePasses(due + "T20:00");
		assertThat(days(RESOLVED, "2052-05-07", "2052-05-30", null)).isEqualTo(Map.of(due, Sum.of(0, 1)));
		this.clock.set(due.plusDays(1) + "T03:00");
		this.count.count(indicator(RESOLVED), due);
		Holiday holiday = new Holiday(day("2052-05-09"), HolidayKind.NATIONAL, "Hari uji", "Day of tests",
				Certainty.CERTAIN, "Uji");
		try {
			this.calendar.add(holiday);
			this.clock.advance(Duration.ofSeconds(11));
			this.recount.execute(null, null);
			assertThat(dueOn(receipt)).isGreaterThan(due.toString());
			assertThat(days(RESOLVED, "2052-05-07", "2052-05-30", null)).isEmpty();
			assertThat(this.facts.stale(RESOLVED)).contains(due);
			this.complaints.as(OFFICER, receipt.complaint(), (desk, shown) -> desk.resolve(shown, words("Sudah.")));
			assertThat(days(RESOLVED, "2052-05-07", "2052-05-30", null))
				.isEqualTo(Map.of(due.plusDays(1), Sum.of(1, 1)));
		}
		finally {
			this.calendar.remove(holiday.day());
		}
	}

	private Indicator indicator(String id) {
		return this.counted.indicator(id);
	}

	/**
	 * Whatever people do: counting a day again says the same, and no clock is counted
	 * twice.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void countsEachClockOnceInAnyHistory(long seed) {
		Random random = new Random(seed);
		RandomVerbs verbs = new RandomVerbs(this.complaints, random);
		this.clock.set("20%d-02-01T09:00".formatted(60 + 2 * (int) seed));
		LocalDate first = today();
		List<Receipt> receipts = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			receipts.add((i % 5 == 0) ? this.complaints.file(Complaints.formal()) : verbs.file());
		}
		LocalDate next = first;
		for (int i = 0; i < 300; i++) {
			this.clock.advance(Duration.ofMinutes(random.nextInt(60 * 24)));
			verbs.act(verbs.any(receipts), receipts);
			if (random.nextInt(3) == 0) {
				next = night(next);
			}
		}
		LocalDate end = night(next);
		for (String indicator : INDICATORS) {
			assertThat(first.datesUntil(end).filter((day) -> this.count.count(indicator(indicator), day)))
				.as("days of %s that are not what they were counted as", indicator)
				.isEmpty();
		}
		for (String indicator : List.of(VERIFIED, STARTED, RESOLVED)) {
			long days = stored("quality.fact", "day", indicator, first, end);
			assertThat(days).as(indicator).isBetween(1L, (long) receipts.size());
			assertThat(stored("quality.month", "month", indicator, first.withDayOfMonth(1), end)).as(indicator)
				.isEqualTo(days);
		}
	}

	/** Counts the days that are over and those that changed, as each night does. */
	private LocalDate night(LocalDate from) {
		this.deadlines.execute(null, null);
		LocalDate today = today();
		for (String indicator : INDICATORS) {
			from.datesUntil(today).forEach((day) -> this.count.count(indicator(indicator), day));
			this.facts.stale(indicator).forEach((day) -> this.count.count(indicator(indicator), day));
		}
		return today;
	}

	private LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

	private long stored(String table, String column, String indicator, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					select coalesce(sum(denominator), 0) from %s
					where level = 'CITY' and indicator = :indicator and %s >= :from and %s < :to""".formatted(table,
					column, column))
			.param("indicator", indicator)
			.param("from", from)
			.param("to", to)
			.query(Long.class)
			.single();
	}

}
