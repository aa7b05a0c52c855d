package id.tangerangkota.layanan.quality.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.SetTimeTest;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that ends in the middle of a time keeps what was counted of it, and so does
 * its agency.
 */
@SetTimeTest
class EndedServicesIntegrationTests {

	private static final List<String> INDICATORS = List.of("uptime", "complaint-verified", "standard-completeness");

	/** A Tuesday, the last day of the service. */
	private static final LocalDate LAST = LocalDate.of(2054, 3, 3);

	private static final Period MONTH = new Period(LocalDate.of(2054, 3, 1), LocalDate.of(2054, 3, 31));

	private static final String AGENCY = "diskominfo";

	private static final String SUCCESSOR = "bkpsdm";

	@Autowired
	private Complaints complaints;

	@Autowired
	private SetClock clock;

	@Autowired
	private Counted counted;

	@Autowired
	private DailyCount count;

	@Autowired
	private Owners owners;

	@Autowired
	private Scorecard scorecard;

	@Autowired
	private CatalogDesk catalog;

	@Autowired
	private JdbcClient jdbc;

	private String slug;

	private String lifecycle;

	private ServiceId service;

	private String successor;

	private ServiceId other;

	private Receipt open;

	/** One of an agency, and one of another that takes its place. */
	@BeforeEach
	void liveUntilTheLastDay() {
		this.slug = slug(AGENCY);
		this.successor = slug(SUCCESSOR);
		this.lifecycle = this.jdbc.sql("select lifecycle from catalog.service where slug = ?")
			.param(this.slug)
			.query(String.class)
			.single();
		this.service = id(this.slug);
		this.other = id(this.successor);
		this.jdbc.sql("delete from quality.owner where service_id in (?, ?)")
			.params(this.service.value(), this.other.value())
			.update();
		this.counted.owned(this.service, new AgencyId(AGENCY), LocalDate.of(2020, 1, 1));
		this.counted.owned(this.other, new AgencyId(SUCCESSOR), LocalDate.of(2020, 1, 1));
		this.counted.states(this.service, "2054-03-01T00:00 UP", "2054-03-03T12:00 DOWN", "2054-03-04T00:00 END");
		this.counted.states(this.other, "2054-03-01T00:00 UP", "2054-04-01T00:00 END");
		this.owners.remember(LocalDate.of(2020, 1, 1));
		this.jdbc.sql("update quality.owner set verified = true where service_id in (?, ?)")
			.params(this.service.value(), this.other.value())
			.update();
		this.clock.set("2054-03-02T09:00");
		verified(this.complaints.file(this.service));
		this.open = this.complaints.file(this.service);
		countUntil(LAST);
	}

	private void countUntil(LocalDate last) {
		for (LocalDate day = MONTH.from(); !day.isAfter(last); day = day.plusDays(1)) {
			this.clock.set(day.plusDays(1) + "T01:00");
			for (String indicator : INDICATORS) {
				this.count.count(this.counted.indicator(indicator), day);
			}
		}
	}

	private void verified(Receipt receipt) {
		this.complaints.verify(receipt.complaint(), new AgencyId(AGENCY));
		this.complaints.as(Complaints.officer(new AgencyId(AGENCY)), receipt.complaint(), CaseDesk::start);
	}

	@AfterEach
	void bringBack() {
		this.jdbc.sql("update catalog.service set lifecycle = ?, replaced_by = null where slug = ?")
			.params(this.lifecycle, this.slug)
			.update();
		for (String table : List.of("quality.fact", "quality.day")) {
			this.jdbc.sql("delete from " + table + " where day between '2054-03-01' and '2054-03-31'").update();
		}
		this.jdbc.sql("delete from quality.month where month = '2054-03-01'").update();
		this.jdbc.sql("delete from availability.outage where service_id in (?, ?)")
			.params(this.service.value(), this.other.value())
			.update();
		this.jdbc.sql("delete from availability.service_interval where service_id in (?, ?)")
			.params(this.service.value(), this.other.value())
			.update();
	}

	private String slug(String agency) {
		return this.jdbc.sql("""
				select s.slug from catalog.service s join catalog.agency a on a.id = s.agency_id
				where s.lifecycle not in ('REPLACED', 'RETIRED') and a.code = ? and s.slug <> a.code
					and not exists (select from complaint.complaint c where c.service_id = s.id)
				order by s.slug limit 1""").param(agency).query(String.class).single();
	}

	private ServiceId id(String name) {
		return new ServiceId(
				this.jdbc.sql("select id from catalog.service where slug = ?").param(name).query(UUID.class).single());
	}

	@Test
	void mergedServiceKeepsItsDaysAndItsAgencyTheirSum() {
		Sum before = sum("uptime", Subject.of(this.service), MONTH);
		Sum ofAgency = sum("uptime", Subject.of(new AgencyId(AGENCY)), new Period(MONTH.from(), LAST));
		assertThat(before.denominator()).isEqualTo(3 * 24 * 3600);
		this.clock.set("2054-03-04T09:00");
		this.catalog.replace(this.slug, this.successor);
		endsInMidPeriod();
		assertThat(sum("uptime", Subject.of(this.service), MONTH)).isEqualTo(before);
		assertThat(sum("uptime", Subject.of(new AgencyId(AGENCY)), new Period(MONTH.from(), LAST))).isEqualTo(ofAgency);
		assertThat(sum("uptime", Subject.of(this.other), MONTH).denominator()).as("nothing is handed over")
			.isEqualTo(10 * 24 * 3600);
	}

	@Test
	void retiredServiceKeepsItsDaysAndItsAgencyTheirSum() {
		this.clock.set("2054-03-04T09:00");
		this.catalog.retire(this.slug);
		endsInMidPeriod();
	}

	private void endsInMidPeriod() {
		this.owners.remember(LAST.plusDays(1));
		LocalDate end = LocalDate.of(2054, 3, 10);
		countUntil(end);
		for (String indicator : INDICATORS) {
			for (LocalDate day = MONTH.from(); !day.isAfter(LAST); day = day.plusDays(1)) {
				assertThat(this.count.count(this.counted.indicator(indicator), day)).as("%s %s", indicator, day)
					.isFalse();
			}
		}
		this.clock.set("2054-03-11T09:00");
		verified(this.open);
		this.clock.set("2054-03-12T01:00");
		for (LocalDate day = LAST; day.isBefore(LocalDate.of(2054, 3, 12)); day = day.plusDays(1)) {
			this.count.count(this.counted.indicator("complaint-verified"), day);
		}
		assertThat(sum("complaint-verified", Subject.of(this.service), MONTH)).as("what was open is still answered for")
			.isEqualTo(Sum.of(1, 2));
		assertThat(days("standard-completeness", this.service)).as("no more than until its end").isEqualTo(3);
		addsUp();
	}

	private long days(String indicator, ServiceId of) {
		return this.scorecard.days(indicator, Subject.of(of), MONTH)
			.stream()
			.filter((day) -> !day.sum().isEmpty())
			.count();
	}

	/** What agencies and the city have on each day is what services have. */
	private void addsUp() {
		assertThat(this.jdbc
			.sql("""
					with service as (select * from quality.fact where level = 'SERVICE' and not apart
							and day between :from and :to and indicator in ('uptime', 'standard-completeness')),
					below as (
						select indicator, day, 'AGENCY' as level, owner as subject, sum(numerator) as n, sum(denominator) as d
						from service where owner is not null group by indicator, day, owner
						union all select indicator, day, 'CITY', '', sum(numerator), sum(denominator)
						from service group by indicator, day),
					above as (select indicator, day, level, subject, numerator as n, denominator as d from quality.fact
						where level <> 'SERVICE' and day between :from and :to
							and indicator in ('uptime', 'standard-completeness'))
					select count(*) from below full join above using (indicator, day, level, subject)
					where (below.n, below.d) is distinct from (above.n, above.d)""")
			.param("from", MONTH.from())
			.param("to", MONTH.to())
			.query(Integer.class)
			.single()).isZero();
	}

	private static Sum measured(Scorecard.Card card, String indicator) {
		return card.indicators()
			.stream()
			.filter((one) -> one.indicator().equals(indicator))
			.map(Measured::sum)
			.findFirst()
			.orElse(Sum.NONE);
	}

	/** By its days, and as one figure. */
	private Sum sum(String indicator, Subject subject, Period period) {
		Sum days = this.scorecard.days(indicator, subject, period).stream().map(Day::sum).reduce(Sum.NONE, Sum::plus);
		assertThat(measured(this.scorecard.card(subject, period), indicator)).isEqualTo(days);
		return days;
	}

}
