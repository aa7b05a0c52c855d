package id.tangerangkota.layanan.complaint.casework;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.CaseFigures;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads figures of days from complaints as they are now. */
@Component
class CountedCases implements CaseFigures {

	private final JdbcClient jdbc;

	CountedCases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Part> inTime(Clock clock, LocalDate day) {
		return on("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then c.agency end as agency,
					count(*) filter (where k.met <= k.due) as part, count(*) as all
				from complaint.complaint c cross join lateral (values
					('VERIFY', c.verify_met, c.verify_at, true),
					('START', c.start_met, c.start_at, c.verify_met is not null),
					('RESOLVE', c.resolve_met, c.resolve_at, true)) as k (clock, met, due, runs)
				where k.clock = :clock and k.runs and c.channel not in ('IMPORT', 'OUTAGE')
					and least(k.met, k.due) >= :from and least(k.met, k.due) < :to
					and not (k.met is null and c.status_since <= k.due
						and c.status in ('WAITING_FOR_CITIZEN', 'REJECTED', 'MERGED', 'REFERRED'))
				group by 1, 2 order by 1, 2""", day).param("clock", clock.name()).query(CountedCases::part).list();
	}

	@Override
	public List<Part> reopened(LocalDate day) {
		return on("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then c.agency end as agency,
					count(*) filter (where c.reopened > 0) as part, count(*) as all
				from (select distinct e.complaint_id from complaint.entry e
					where e.kind = 'RESOLVED' and e.at >= :from and e.at < :to and not exists (
						select from complaint.entry b
						where b.complaint_id = e.complaint_id and b.kind = 'RESOLVED' and b.at < :from)) as r
				join complaint.complaint c on c.id = r.complaint_id
				where c.channel not in ('IMPORT', 'OUTAGE')
				group by 1, 2 order by 1, 2""", day).query(CountedCases::part).list();
	}

	@Override
	public List<Part> solved(LocalDate day) {
		return on("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then c.agency end as agency,
					count(*) filter (where v.solved) as part, count(*) as all
				from (select id, solved, rated_at from complaint.complaint
					union all select complaint_id, solved, rated_at from complaint.earlier_verdict) as v
				join complaint.complaint c on c.id = v.id
				where v.rated_at >= :from and v.rated_at < :to and v.solved is not null
					and c.channel not in ('IMPORT', 'OUTAGE')
				group by 1, 2 order by 1, 2""", day).query(CountedCases::part).list();
	}

	@Override
	public List<Part> promised(LocalDate day) {
		return on("""
				select case when not c.supervisory then c.service_id end as service_id,
					case when not c.supervisory then c.agency end as agency,
					cast(sum(greatest(0, extract(epoch from resolve_met - resolve_starts))) as bigint) as part,
					cast(sum(extract(epoch from resolve_at - resolve_starts)) as bigint) as all
				from complaint.complaint c
				where resolve_met >= :from and resolve_met < :to and resolve_at > resolve_starts
					and channel not in ('IMPORT', 'OUTAGE')
				group by 1, 2 order by 1, 2""", day).query(CountedCases::part).list();
	}

	@Override
	public Optional<Forms> forms(LocalDate day) {
		return this.jdbc
			.sql("select begun, least(sent, begun) as sent from complaint.draft_day where day = ? and begun > 0")
			.param(Date.valueOf(day))
			.query((row, number) -> new Forms(row.getLong("begun"), row.getLong("sent")))
			.optional();
	}

	@Override
	public Optional<LocalDate> received(ComplaintId complaint) {
		return this.jdbc.sql("select received_at from complaint.complaint where id = ?")
			.param(complaint.value())
			.query((row, number) -> PageClock.day(row.getTimestamp("received_at").toInstant()))
			.optional();
	}

	private JdbcClient.StatementSpec on(String sql, LocalDate day) {
		return this.jdbc.sql(sql)
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))));
	}

	private static Part part(ResultSet row, int number) throws SQLException {
		@Nullable UUID service = row.getObject("service_id", UUID.class);
		@Nullable String agency = row.getString("agency");
		return new Part((service != null) ? new ServiceId(service) : null,
				(agency != null) ? new AgencyId(agency) : null, row.getLong("part"), row.getLong("all"));
	}

}
