package id.tangerangkota.layanan.quality.demo;

import java.util.List;

import id.tangerangkota.layanan.quality.Indicator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What the dashboard of the demo says is what everything else in the demo says. */
public abstract class DemoFactsTests {

	/** Staff of the demo open nobody's data. */
	private static final List<String> NOTHING_HAPPENED = List.of("unmaskings-without-complaint",
			"explained-disclosures");

	private static final String OTHER_TIMES = """
			select count(*) from quality.fact f
			left join availability.day_sum d on d.service_id = cast(f.subject as uuid) and d.day = f.day
			where f.level = 'SERVICE' and f.indicator in ('uptime', 'outages') and f.denominator is distinct from
				(d.up + d.degraded + d.down) / 1000000""";

	/** A time beyond what checks saw counts too: work that was announced too late. */
	private static final String DOWN_WITHOUT_OUTAGE = """
			select count(*) from quality.fact f
			where f.level = 'SERVICE' and f.indicator = 'uptime' and f.numerator < f.denominator and not exists (
				select from availability.outage o where o.service_id = cast(f.subject as uuid)
					and o.starts < cast(f.day + 1 as timestamp) at time zone 'Asia/Jakarta'
					and coalesce(o.ends, 'infinity') > cast(f.day as timestamp) at time zone 'Asia/Jakarta')""";

	private static final String OUTAGES = """
			select count(*) from availability.outage o where o.ends is distinct from o.starts
				and cast(o.starts at time zone 'Asia/Jakarta' as date) between
					(select min(day) from quality.day) and (select max(day) from quality.day)""";

	/** Clocks that were decided within the days that are counted. */
	private static final String VERIFIED = """
			select count(*) from complaint.complaint c
			where cast(least(c.verify_met, c.verify_at) at time zone 'Asia/Jakarta' as date) between
					(select min(day) from quality.day) and (select max(day) from quality.day)
				and (c.verify_met is not null or c.status <> 'REJECTED' or c.status_since > c.verify_at)""";

	@Autowired
	private DemoFacts demo;

	@Autowired
	private List<Indicator> indicators;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void saysOfOutagesWhatTheirPagesSay() {
		assertThat(count("select count(*) from quality.fact where indicator = 'uptime' and level = 'SERVICE'"))
			.isPositive();
		assertThat(count(OTHER_TIMES)).isZero();
		assertThat(count(DOWN_WITHOUT_OUTAGE)).isZero();
		assertThat(count("""
				select sum(numerator) from quality.fact where indicator = 'outages' and level = 'SERVICE'"""))
			.isEqualTo(count(OUTAGES))
			.isPositive();
	}

	@Test
	void saysOfComplaintsWhatTheDeskSays() {
		assertThat(count("""
				select sum(denominator) from quality.fact where indicator = 'complaint-verified' and level = 'CITY'"""))
			.isEqualTo(count(VERIFIED));
		assertThat(count("""
				select 100 * sum(numerator) / sum(denominator) from quality.fact
				where indicator = 'complaint-resolved' and level = 'CITY'""")).as("percent in time")
			.isBetween(75L, 92L);
		assertThat(count("""
				select count(*) from quality.month where indicator = 'complaint-resolved' and level = 'AGENCY'
					and numerator < 0.75 * denominator and denominator > 4""")).as("some are worse").isPositive();
	}

	@Test
	void saysOfTheCatalogueAndTheAccountsWhatIsInThem() {
		assertThat(count(
				"select min(numerator) from quality.fact where indicator = 'standard-completeness' and level = 'CITY'"))
			.isEqualTo(count("""
					select max(numerator) from quality.fact
					where indicator = 'standard-completeness' and level = 'CITY'"""))
			.isEqualTo(count("""
					select count(*) from catalog.service_standard c join catalog.service s on s.id = c.service_id
					where s.lifecycle not in ('REPLACED', 'RETIRED')"""))
			.isPositive();
		assertThat(
				count("select max(denominator) from quality.fact where indicator = 'second-factor' and level = 'CITY'"))
			.isEqualTo(count("select count(*) from identity.account where kind = 'STAFF' and state = 'ACTIVE'"));
		assertThat(count("""
				select count(*) from quality.fact f where f.indicator = 'sign-in-success' and f.level = 'CITY'
					and f.numerator <> (select sum(s.signed_in) from identity.sign_in_day s where s.day = f.day)"""))
			.isZero();
	}

	@Test
	void saysNothingOfDaysThatDoNotCount() {
		assertThat(
				count("""
						select count(*) from quality.fact where indicator = 'peak-downtime' and extract(isodow from day) > 5"""))
			.isZero();
		assertThat(count("""
				select count(*) from (select 1 from quality.fact where indicator = 'site-headers' and level = 'SERVICE'
					group by subject, date_trunc('week', day) having count(*) > 1) twice""")).isZero();
		assertThat(count("""
				select count(*) from quality.fact f where f.level = 'SERVICE'
					and f.indicator in ('uptime', 'outages', 'certificate-warnings', 'peak-downtime') and not exists (
					select from availability.day_sum d where d.service_id = cast(f.subject as uuid) and d.day = f.day
						and d.up + d.degraded + d.down > 0)""")).as("of services nobody watches").isZero();
	}

	@Test
	void hasSomethingOfEveryIndicatorAndAGap() {
		assertThat(this.jdbc.sql("select distinct indicator from quality.fact where level = 'CITY'")
			.query(String.class)
			.list())
			.containsExactlyInAnyOrderElementsOf(this.indicators.stream()
				.map(Indicator::id)
				.filter((id) -> !NOTHING_HAPPENED.contains(id))
				.toList());
		assertThat(this.jdbc.sql("select distinct missing from quality.day where missing is not null")
			.query(String.class)
			.list()).containsExactly("beacon");
		assertThat(count("select count(distinct day) from quality.day")).isEqualTo(90);
	}

	@Test
	void isCountedOnce() {
		long facts = count("select count(*) from quality.fact");
		this.demo.on(mock(ApplicationReadyEvent.class));
		assertThat(count("select count(*) from quality.fact")).isEqualTo(facts);
		assertThat(count("select count(*) from quality.stale_day")).isZero();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
