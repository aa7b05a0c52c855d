package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningRows;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The complaints a newcomer sees. */
public abstract class DemoCasesTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private HappeningRows happenings;

	@Test
	void areManyAndAtEveryStepOfTheirWay() {
		assertThat(count("select count(*) from complaint.complaint where channel <> 'OUTAGE'")).isEqualTo(360);
		assertThat(this.jdbc.sql("select distinct status from complaint.complaint where channel <> 'OUTAGE'")
			.query(String.class)
			.list()).contains("SUBMITTED", "ASSIGNED", "IN_PROGRESS", "RESOLVED", "CLOSED", "REJECTED");
		assertThat(count("select count(*) from complaint.complaint where rating is not null")).isBetween(50L, 200L);
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
