package id.tangerangkota.layanan.complaint.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningRows;
import id.tangerangkota.layanan.quality.adoption.SafeCounts;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.PageClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The complaints a newcomer sees. */
public abstract class DemoCasesTests {

	@Autowired
	private ServiceComplaints complaints;

	@Autowired
	private Regions regions;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private HappeningRows happenings;

	@Test
	void areManyAndAtEveryStepOfTheirWay() {
		assertThat(count("select count(*) from complaint.complaint where channel <> 'OUTAGE'")).isEqualTo(600);
		assertThat(this.jdbc.sql("select distinct status from complaint.complaint where channel <> 'OUTAGE'")
			.query(String.class)
			.list()).contains("SUBMITTED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "CLOSED", "REJECTED");
		assertThat(count("select count(*) from complaint.complaint where rating is not null")).isBetween(80L, 330L);
	}

	@Test
	void happenedInThePastAndInTurn() {
		assertThat(count("select count(*) from complaint.entry where at > now()")).isZero();
		assertThat(count("""
				select count(*) from complaint.complaint c where c.channel <> 'OUTAGE' and exists (
					select 1 from complaint.entry e where e.complaint_id = c.id and e.at < c.received_at)""")).isZero();
		assertThat(count("""
				select count(*) from complaint.complaint
				where resolved_at < received_at or closed_at < resolved_at""")).isZero();
		assertThat(count("""
				select count(*) from complaint.complaint c join complaint.complaint d
					on d.ticket_year = c.ticket_year and d.ticket_number = c.ticket_number + 1
				where c.channel <> 'OUTAGE' and d.channel <> 'OUTAGE' and d.received_at < c.received_at"""))
			.as("tickets out of turn")
			.isZero();
	}

	/** Of places from where fewer than ten people report, the map shows nothing. */
	@Test
	void comeFromEnoughPeopleOfSomePlaces() {
		LocalDate quarter = PageClock.day(this.clock.instant()).minusMonths(3).with(IsoFields.DAY_OF_QUARTER, 1);
		PlaceCounts counts = this.complaints.byPlace(quarter, quarter.plusMonths(3).minusDays(1));
		SafeCounts shown = SafeCounts.of(this.regions.subDistricts().stream().map(SubDistrict::code).toList(), counts);
		assertThat(shown.counts().values()).filteredOn((count) -> count > 0).hasSizeBetween(3, 20);
		assertThat(shown.districts().values()).filteredOn((count) -> count > 0).isNotEmpty();
		assertThat(counts.total().people()).isLessThan(counts.total().times());
	}

	/** It is no news: nobody gets a message about a year that never was. */
	@Test
	void tellNobodyWhatIsOver() {
		List<UUID> noted = this.jdbc.sql("select id from notification.happening").query(UUID.class).list();
		List<UUID> over = this.jdbc.sql("""
				select id from complaint.complaint where channel <> 'OUTAGE' and status in ('CLOSED', 'REJECTED')""")
			.query(UUID.class)
			.list();
		assertThat(this.happenings.find(noted)).extracting(Happening::subject).doesNotContainAnyElementsOf(over);
	}

	@Test
	void openNoneForOutagesOfThePast() {
		assertThat(count("select count(*) from complaint.complaint where channel = 'OUTAGE'")).isLessThanOrEqualTo(
				count("select count(*) from availability.outage where starts > now() - interval '1 h'"));
		assertThat(count("select count(*) from complaint.outage_work where start < now() - interval '1 h'")).isZero();
	}

	private long count(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
