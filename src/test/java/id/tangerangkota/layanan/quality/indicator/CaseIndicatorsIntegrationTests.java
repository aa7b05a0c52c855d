package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintRatings;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Drafts;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.postgres.DailyCounts;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of complaints, as figures of days. */
@SetTimeTest
class CaseIndicatorsIntegrationTests {

	private static final AgencyId DISKOMINFO = new AgencyId("diskominfo");

	/** A Tuesday. */
	private static final LocalDate DAY = LocalDate.of(2026, 7, 7);

	@Autowired
	private Complaints complaints;

	@Autowired
	private SetClock clock;

	@Autowired
	private Counted counted;

	@Autowired
	private CaseFigures cases;

	@Autowired
	private ServiceComplaints perService;

	@Autowired
	private ComplaintRatings ratings;

	@Autowired
	private ServiceCatalog catalog;

	@Autowired
	private DailyCount count;

	@Autowired
	private FactStore facts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DailyCounts dailyCounts;

	@Autowired
	private JdbcClient jdbc;

	private ServiceId service;

	/** One that no other test reports. */
	@BeforeEach
	void chooseAService() {
		this.service = this.catalog.owners()
			.keySet()
			.stream()
			.filter((one) -> this.jdbc.sql("select count(*) from complaint.complaint where service_id = ?")
				.param(one.value())
				.query(Integer.class)
				.single() == 0)
			.max(Comparator.comparing((one) -> one.value().toString()))
			.orElseThrow();
	}

	private Receipt filedAt(String time) {
		this.clock.set(time);
		return this.complaints.file(this.service);
	}

	private void verifiedAt(String time, Receipt receipt) {
		this.clock.set(time);
		this.complaints.verify(receipt.complaint(), DISKOMINFO);
	}

	private void solvedAt(String time, Receipt receipt) {
		this.clock.set(time);
		this.complaints.as(Complaints.officer(DISKOMINFO), receipt.complaint(), CaseDesk::start);
		this.complaints.as(Complaints.officer(DISKOMINFO), receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah kami perbaiki.")));
	}

	private @Nullable Sum of(String indicator, LocalDate day) {
		return this.counted.of(indicator, day, this.service);
	}

	@Test
	void clockIsDecidedOnceOnTheDayItIsMetOrRunsOut() {
		Receipt soon = filedAt("2026-07-07T09:00");
		Receipt late = filedAt("2026-07-07T09:05");
		verifiedAt("2026-07-07T11:00", soon);
		verifiedAt("2026-07-13T10:00", late);
		assertThat(of("complaint-verified", DAY)).isEqualTo(Sum.of(1, 1));
		assertThat(of("complaint-verified", DAY.plusDays(1))).as("one working day later it was due")
			.isEqualTo(Sum.of(0, 1));
		assertThat(of("complaint-verified", LocalDate.of(2026, 7, 13))).as("and is not told again").isNull();
	}

	@Test
	void factsOfAServiceBelongToItsOwnerAndOthersToWhoeverHasThem() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		verifiedAt("2026-07-07T11:00", receipt);
		this.clock.set("2026-07-07T12:00");
		this.complaints.verify(this.complaints.file().complaint(), Complaints.ROADS);
		List<Fact> found = this.counted.indicator("complaint-verified").count(DAY);
		String owner = this.catalog.owners().get(this.service);
		this.jdbc.sql("delete from quality.owner where service_id = ?").param(this.service.value()).update();
		assertThat(found.stream().filter((fact) -> this.service.equals(fact.service()))).hasSize(1);
		if (owner != null) {
			this.counted.owned(this.service, new AgencyId(owner), LocalDate.of(2020, 1, 1));
			assertThat(this.counted.indicator("complaint-verified")
				.count(DAY)
				.stream()
				.filter((fact) -> this.service.equals(fact.service()))).extracting(Fact::agency)
				.containsExactly(new AgencyId(owner));
		}
		assertThat(found.stream().filter((fact) -> fact.service() == null)).extracting(Fact::agency)
			.contains(Complaints.ROADS);
	}

	@Test
	void standsStillWhileTheCitizenIsAsked() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		this.clock.set("2026-07-07T10:00");
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(),
				(desk, shown) -> desk.ask(shown, "Halaman yang mana?"));
		assertThat(of("complaint-verified", DAY.plusDays(1))).isNull();
		this.clock.set("2026-07-20T10:00");
		assertThat(of("complaint-verified", DAY.plusDays(1))).isNull();
	}

	@Test
	void solutionCountsForItsDayAndIsCountedAgainWhenItWasNone() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		verifiedAt("2026-07-07T11:00", receipt);
		solvedAt("2026-07-08T10:00", receipt);
		LocalDate solved = DAY.plusDays(1);
		assertThat(of("complaint-resolved", solved)).isEqualTo(Sum.of(1, 1));
		assertThat(of("complaint-reopened", solved)).isEqualTo(Sum.of(0, 1));
		Sum promised = of("promised-time", solved);
		assertThat(promised.numerator()).isEqualTo(25 * 3600);
		assertThat(this.counted.indicator("promised-time").value(promised)).isBetween(1.0, 99.0);
		this.clock.set("2026-07-09T10:00");
		this.count.count(this.counted.indicator("complaint-reopened"), solved);
		assertThat(this.facts.stale("complaint-reopened")).doesNotContain(solved);
		this.complaints.asReporter(receipt, (desk, key) -> desk.reopen(key, "Masih galat."));
		assertThat(of("complaint-reopened", solved)).isEqualTo(Sum.of(1, 1));
		assertThat(of("complaint-resolved", solved)).as("a solution that was none").isNull();
		assertThat(this.facts.stale("complaint-reopened")).contains(solved);
	}

	@Test
	void reporterSaysWhetherItIsReallySolved() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		verifiedAt("2026-07-07T11:00", receipt);
		solvedAt("2026-07-08T10:00", receipt);
		this.clock.set("2026-07-10T08:00");
		this.complaints.asReporter(receipt, (desk, key) -> desk.confirm(key));
		this.complaints.asReporter(receipt, (desk, key) -> desk.rate(key, 2, false, null));
		assertThat(of("complaint-solved", LocalDate.of(2026, 7, 10))).isEqualTo(Sum.of(0, 1));
		assertThat(of("complaint-solved", solvedDay())).isNull();
	}

	/** The survey asks for stars and for "beres"; either may be left out. */
	@Test
	void whatIsSaidAgainCountsOnTheNewDayOnly() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		verifiedAt("2026-07-07T11:00", receipt);
		solvedAt("2026-07-08T10:00", receipt);
		this.clock.set("2026-07-10T08:00");
		this.complaints.asReporter(receipt, (desk, key) -> desk.confirm(key));
		this.ratings.rate(receipt.complaint(), null, true);
		LocalDate first = LocalDate.of(2026, 7, 10);
		LocalDate second = LocalDate.of(2026, 8, 3);
		assertThat(of("complaint-solved", first)).as("without stars").isEqualTo(Sum.of(1, 1));
		Indicator solved = this.counted.indicator("complaint-solved");
		this.clock.set("2026-07-11T01:00");
		this.count.count(solved, first);
		this.clock.set("2026-08-03T08:00");
		this.ratings.rate(receipt.complaint(), 3, null);
		assertThat(of("complaint-solved", first)).isNull();
		assertThat(of("complaint-solved", second)).isEqualTo(Sum.of(1, 1));
		assertThat(this.facts.stale("complaint-solved")).contains(first);
		assertThat(this.count.count(solved, first)).isTrue();
		assertThat(this.facts.stale("complaint-solved")).doesNotContain(first);
		this.ratings.rate(receipt.complaint(), 4, true);
		assertThat(this.facts.stale("complaint-solved")).as("the same day").doesNotContain(second);
	}

	/** Of a service or an agency, they would tell those they are about. */
	@Test
	void whatIsAboutOfficialsCountsForTheCityAlone() {
		LocalDate day = LocalDate.of(2021, 7, 6);
		this.clock.set("2021-07-06T09:00");
		Receipt receipt = this.complaints.file(Complaints.about(this.service, "pelayanan-aparatur"));
		this.complaints.verify(receipt.complaint(), DISKOMINFO);
		this.complaints.as(Complaints.INSPECTOR, receipt.complaint(), CaseDesk::start);
		this.complaints.as(Complaints.INSPECTOR, receipt.complaint(),
				(desk, shown) -> desk.resolve(shown, Complaints.words("Sudah kami tindak.")));
		this.complaints.asReporter(receipt, (desk, key) -> desk.confirm(key));
		this.complaints.asReporter(receipt, (desk, key) -> desk.rate(key, 2, false, null));
		for (String indicator : List.of("complaint-verified", "complaint-reopened", "complaint-solved")) {
			assertThat(this.counted.on(indicator, day).keySet()).as(indicator).containsExactly(Subject.CITY);
		}
		assertThat(this.perService.of(this.service, day, day)).isEqualTo(ServiceComplaints.Count.NONE);
		assertThat(this.perService.received(day, day)).doesNotContainKey(this.service);
		assertThat(this.perService.byPlace(day, day).total().times()).isPositive();
	}

	private static LocalDate solvedDay() {
		return DAY.plusDays(1);
	}

	@Test
	void rejectedBeforeItsTimeIsNotLate() {
		Receipt receipt = filedAt("2026-07-07T09:00");
		this.clock.set("2026-07-07T10:00");
		this.complaints.as(Complaints.COORDINATOR, receipt.complaint(), (desk, shown) -> desk.reject(shown,
				id.tangerangkota.layanan.complaint.casework.Rejection.NOT_OURS, "Ini milik provinsi."));
		for (int i = 0; i < 10; i++) {
			assertThat(of("complaint-resolved", DAY.plusDays(i))).isNull();
			assertThat(of("complaint-verified", DAY.plusDays(i))).isNull();
		}
	}

	/** Begun before midnight and sent after it: the day it was begun on gets it. */
	@Test
	void formCountsForTheDayItWasBegunOn() {
		this.clock.set("2026-02-11T23:50");
		LocalDate day = LocalDate.of(2026, 2, 11);
		Draft sent = this.drafts.begin(Channel.WEB);
		Draft left = this.drafts.begin(Channel.WEB);
		Draft over = this.drafts.begin(Channel.WEB);
		List.of(sent, left, over).forEach(this.drafts::save);
		this.clock.set("2026-02-12T00:10");
		List.of(sent, left).forEach(this.drafts::save);
		this.drafts.remove(sent.key());
		this.drafts.remove(sent.key());
		this.drafts.discard(left);
		this.drafts.settle(over);
		this.dailyCounts.write();
		assertThat(this.cases.forms(day)).contains(new CaseFigures.Forms(3, 2));
		assertThat(this.cases.forms(day.plusDays(1))).isEmpty();
		assertThat(this.counted.on("form-completion", day.plusDays(1))).as("nobody began one").isEmpty();
		assertThat(this.counted.on("form-completion", day).values()).containsExactly(Sum.of(2, 3));
	}

	@Test
	void whatArrivesWhileADayIsCountedIsFoundTheNextTime() {
		verifiedAt("2026-07-14T10:00", filedAt("2026-07-14T09:00"));
		LocalDate day = LocalDate.of(2026, 7, 14);
		this.count.count(this.counted.indicator("complaint-verified"), day);
		verifiedAt("2026-07-14T11:00", filedAt("2026-07-14T10:30"));
		assertThat(of("complaint-verified", day)).isEqualTo(Sum.of(2, 2));
		assertThat(this.count.count(this.counted.indicator("complaint-verified"), day)).isTrue();
		assertThat(this.count.count(this.counted.indicator("complaint-verified"), day)).as("the same bytes").isFalse();
	}

	@Test
	void noComplaintIsNoFact() {
		assertThat(this.counted.on("complaint-verified", LocalDate.of(2019, 1, 1))).isEmpty();
		assertThat(this.cases.received(new id.tangerangkota.layanan.complaint.ComplaintId(UUID.randomUUID())))
			.isEmpty();
	}

}
