package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.quality.Reading;
import id.tangerangkota.layanan.quality.Sum;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** What checks and incidents of a day are counted as. */
@SetTimeTest
class AvailabilityIndicatorsIntegrationTests {

	private static final AgencyId AGENCY = new AgencyId("dishub");

	/** A Monday. */
	private static final LocalDate DAY = LocalDate.of(2023, 3, 6);

	@Autowired
	private Counted counted;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void dayOfJakartaIsSplitIntoWhatCounts() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2023-03-05T23:00 UP", "2023-03-06T07:00 DOWN", "2023-03-06T09:00 MAINTENANCE",
				"2023-03-06T10:00 UP", "2023-03-07T01:00");
		assertThat(this.counted.of("uptime", DAY, service)).isEqualTo(Sum.of(21 * 3600, 23 * 3600));
		assertThat(this.counted.of("peak-downtime", DAY, service)).isEqualTo(Sum.of(3600, 7 * 3600));
		assertThat(this.counted.of("uptime", DAY.minusDays(1), service)).isEqualTo(Sum.of(3600, 3600));
	}

	@Test
	void outageBelongsToTheDayItBeganOnAndItsLengthToTheDayItEndedOn() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2023-03-13T00:00 UP", "2023-03-13T23:30 DOWN", "2023-03-14T01:00 UP",
				"2023-03-14T12:00 DOWN", "2023-03-15T00:00 UP", "2023-03-16T00:00");
		LocalDate monday = LocalDate.of(2023, 3, 13);
		assertThat(this.counted.of("outages", monday, service)).isEqualTo(Sum.of(1, 86400));
		assertThat(this.counted.of("outages", monday.plusDays(1), service)).isEqualTo(Sum.of(1, 86400));
		assertThat(this.counted.of("outages", monday.plusDays(2), service)).isEqualTo(Sum.of(0, 86400));
		assertThat(this.counted.of("outage-length", monday, service).isEmpty()).isTrue();
		Sum ended = this.counted.of("outage-length", monday.plusDays(1), service);
		assertThat(ended.denominator()).as("the one that ended at midnight too").isEqualTo(2);
		assertThat(ended.numerator()).isEqualTo((90 + 12 * 60) * 60);
		assertThat(this.counted.on("outage-length", monday.plusDays(2))).isEmpty();
		assertThat(this.counted.indicator("outages").value(Sum.of(2, 30 * 86400))).isCloseTo(2, within(1e-9));
	}

	@Test
	void medianLengthOfAPeriodFollowsFromTheClassesOfItsDays() {
		java.util.List<Long> ends = java.util.List.of(300L, 3600L);
		Sum first = Sums.times(java.util.List.of(java.time.Duration.ofMinutes(4), java.time.Duration.ofMinutes(50)),
				ends);
		Sum second = Sums.times(java.util.List.of(java.time.Duration.ofMinutes(3)), ends);
		Reading median = new Reading.Percentile(Reading.Part.HALF, ends, 60);
		assertThat(median.of(first.plus(second))).as("minutes").isBetween(200.0 / 60, 300.0 / 60);
	}

	@Test
	void peakHoursAreThoseOfWorkingDays() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2023-03-18T00:00 UP", "2023-03-18T08:00 DOWN", "2023-03-19T00:00 UP",
				"2023-03-20T00:00");
		assertThat(this.counted.on("peak-downtime", LocalDate.of(2023, 3, 18))).as("a Saturday").isEmpty();
	}

	@Test
	void serviceThatIsRetiredCountsUntilThenAndNotAfterwards() {
		LocalDate day = LocalDate.of(2023, 8, 7);
		ServiceId retired = this.counted.service(AGENCY);
		ServiceId other = this.counted.service(AGENCY);
		this.counted.states(retired, "2023-08-07T00:00 UP", "2023-08-07T12:00 UNMONITORED", "2023-08-10T00:00");
		this.counted.states(other, "2023-08-07T00:00 UP", "2023-08-10T00:00");
		assertThat(this.counted.of("uptime", day, retired)).isEqualTo(Sum.of(43200, 43200));
		for (String indicator : new String[] { "uptime", "outages", "peak-downtime", "certificate-warnings" }) {
			assertThat(this.counted.of(indicator, day.plusDays(1), retired)).as(indicator).isNull();
			assertThat(this.counted.of(indicator, day.plusDays(1), other)).as(indicator).isNotNull();
		}
	}

	@Test
	void dayOnWhichNobodyLookedIsAGap() {
		LocalDate day = LocalDate.of(2022, 5, 2);
		ServiceId service = this.counted.service(AGENCY);
		this.counted.states(service, "2022-05-01T00:00 UNMONITORED", "2022-05-04T00:00");
		for (String indicator : new String[] { "uptime", "outages", "outage-length", "acknowledgement", "peak-downtime",
				"certificate-warnings", "response-time", "working-links" }) {
			assertThatExceptionOfType(SourceMissing.class).as(indicator)
				.isThrownBy(() -> this.counted.on(indicator, day));
		}
	}

	@Test
	void dayWithoutOutagesIsNoGap() {
		LocalDate day = LocalDate.of(2022, 5, 9);
		this.counted.states(this.counted.service(AGENCY), "2022-05-09T00:00 UP", "2022-05-10T00:00");
		assertThat(this.counted.on("outage-length", day)).isEmpty();
		assertThat(this.counted.on("acknowledgement", day)).isEmpty();
	}

	/** Checks were off, and somebody took on what they had found before. */
	@Test
	void whatHappenedCountsWhetherAnybodyLookedOrNot() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.incident(service, "OUTAGE", "2022-06-06T10:00", "2022-06-06T10:12", "2022-06-06T14:00");
		assertThat(this.counted.of("acknowledgement", LocalDate.of(2022, 6, 6), service)).isNotNull();
	}

	@Test
	void serviceThatChangesHandsCountsForWhoeverHadItOnTheDay() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.owned(service, new AgencyId("diskominfo"), LocalDate.of(2023, 4, 4));
		this.counted.states(service, "2023-04-03T00:00 UP", "2023-04-05T00:00");
		assertThat(owner(service, LocalDate.of(2023, 4, 3))).isEqualTo(AGENCY);
		assertThat(owner(service, LocalDate.of(2023, 4, 4))).isEqualTo(new AgencyId("diskominfo"));
	}

	private AgencyId owner(ServiceId service, LocalDate day) {
		return this.counted.indicator("uptime")
			.count(day)
			.stream()
			.filter((fact) -> service.equals(fact.service()))
			.map(Fact::agency)
			.findAny()
			.orElseThrow();
	}

	@Test
	void outageWaitsUntilSomebodyTakesItOnOrUntilItsEnd() {
		ServiceId service = this.counted.service(AGENCY);
		this.counted.incident(service, "OUTAGE", "2023-05-08T10:00", "2023-05-08T10:12", "2023-05-08T14:00");
		this.counted.incident(service, "OUTAGE", "2023-05-08T23:50", null, "2023-05-09T00:05");
		Sum taken = this.counted.of("acknowledgement", LocalDate.of(2023, 5, 8), service);
		assertThat(taken.numerator()).isEqualTo(12 * 60);
		assertThat(taken.denominator()).isEqualTo(1);
		assertThat(this.counted.of("acknowledgement", LocalDate.of(2023, 5, 9), service).numerator())
			.isEqualTo(15 * 60);
	}

	@Test
	void certificateAboutToEndIsCountedOnEachDayOfItsWarning() {
		ServiceId service = this.counted.service(AGENCY);
		ServiceId other = this.counted.service(AGENCY);
		for (ServiceId one : new ServiceId[] { service, other }) {
			this.counted.states(one, "2023-06-05T00:00 UP", "2023-06-08T00:00");
		}
		this.counted.incident(service, "CERTIFICATE", "2023-06-05T10:00", null, "2023-06-06T10:00");
		assertThat(this.counted.of("certificate-warnings", LocalDate.of(2023, 6, 5), service)).isEqualTo(Sum.of(1, 1));
		assertThat(this.counted.of("certificate-warnings", LocalDate.of(2023, 6, 6), service)).isEqualTo(Sum.of(0, 1));
		assertThat(this.counted.of("certificate-warnings", LocalDate.of(2023, 6, 5), other)).isEqualTo(Sum.of(0, 1));
	}

	@Test
	void responseTimesOfAPeriodFollowFromTheClassesOfItsDays() {
		LocalDate day = LocalDate.of(2023, 7, 3);
		ServiceId service = this.counted.service(AGENCY);
		int check = check(service, "WEB");
		rollup(check, day, new Integer[] { 100, 117 }, new Integer[] { 3, 1 }, 0);
		Sum sum = this.counted.of("response-time", day, service);
		assertThat(sum.denominator()).isEqualTo(4);
		assertThat(java.util.Arrays.stream(sum.classes()).sum()).isEqualTo(4);
		double ms = this.counted.indicator("response-time").value(sum);
		double bound = this.jdbc.sql("select (availability.time_bounds())[101]").query(Integer.class).single();
		assertThat(ms).as("three of four answers lie below the upper edge of bucket 100")
			.isBetween(bound / 2, bound * 1.25);
	}

	/** Half of the answers are fast; three of four are not, and that is what is told. */
	@Test
	void slowQuarterOfTheAnswersIsNotHiddenByTheFastHalf() {
		LocalDate day = LocalDate.of(2023, 7, 5);
		ServiceId service = this.counted.service(AGENCY);
		rollup(check(service, "WEB"), day, new Integer[] { 100, 170 }, new Integer[] { 6, 4 }, 0);
		double ms = this.counted.indicator("response-time").value(this.counted.of("response-time", day, service));
		int fast = this.jdbc.sql("select (availability.time_bounds())[101]").query(Integer.class).single();
		int slow = this.jdbc.sql("select (availability.time_bounds())[170]").query(Integer.class).single();
		assertThat(slow).as("classes apart").isGreaterThan(4 * fast);
		assertThat(ms).as("p75; p50 is below %d", fast).isGreaterThanOrEqualTo(slow / 1.25);
	}

	@Test
	void linkLeadsWhereItSaysWhenItAnsweredAsExpectedOnce() {
		LocalDate day = LocalDate.of(2023, 7, 4);
		ServiceId service = this.counted.service(AGENCY);
		rollup(check(service, "WEB"), day, new Integer[] { 100 }, new Integer[] { 1 }, 200);
		rollup(check(service, "ANDROID"), day, new Integer[] {}, new Integer[] {}, 288);
		rollup(check(service, "IOS"), day, new Integer[] {}, new Integer[] {}, 0);
		assertThat(this.counted.of("working-links", day, service)).isEqualTo(Sum.of(1, 2));
	}

	private int check(ServiceId service, String platform) {
		return this.jdbc.sql("""
				insert into availability.check_definition (service_id, platform, kind, target, method, statuses,
					redirects, timeout_ms, interval_s, failures, successes, slows, mode, changed, removed_at)
				values (?, ?, 'HTTP', 'https://contoh.tangerangkota.go.id/', 'GET', '200-399', true, 1000, 300, 3, 2, 3,
					'CITED', 0, now()) returning id""").params(service.value(), platform).query(Integer.class).single();
	}

	private void rollup(int check, LocalDate day, Integer[] buckets, Integer[] counts, int down) {
		int up = java.util.Arrays.stream(counts).mapToInt(Integer::intValue).sum();
		this.jdbc.sql("""
				insert into availability.rollup_day (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms,
					tls_ms, first_byte_ms, total_ms, buckets, counts)
				values (:at, :check, :up, 0, :down, 5, 0, 0, 0, 0, 0, 4000, cast(:buckets as integer[]), :counts)""")
			.param("at", Counted.at(day + "T00:00"))
			.param("check", check)
			.param("up", up)
			.param("down", down)
			.param("buckets", buckets)
			.param("counts", counts)
			.update();
		this.jdbc.sql(
				"update availability.rollup_progress set built_until = greatest(built_until, timestamptz '2023-08-01 00:00+07')")
			.update();
	}

}
