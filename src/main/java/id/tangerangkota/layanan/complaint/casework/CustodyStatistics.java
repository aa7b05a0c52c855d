package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts custody: each row came in one of two ways and is in one of six states, so that
 * both sides are the same rows. Of cases taken over from the LAKSA of before it is not
 * known how long the work took, and nobody was asked here: they only came and went.
 */
@Component
class CustodyStatistics implements ComplaintStatistics {

	/** Of rows {@code c} that were open at the agency at the end of {@code u}. */
	private static final String COUNTS = """
			count(*) filter (where u.until is null and c.status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS',
				'WAITING_FOR_CITIZEN', 'RESOLVED')) as open,
			count(*) filter (where u.until is null and c.status = 'CLOSED') as closed,
			count(*) filter (where u.until is null and c.closing = 'UNCONFIRMED'
				and c.channel <> 'IMPORT') as unconfirmed,
			count(*) filter (where u.until is null and c.status = 'REJECTED') as rejected,
			count(*) filter (where u.until is null and c.status = 'MERGED') as merged,
			count(*) filter (where u.until is null and c.status = 'REFERRED') as referred,
			count(*) filter (where u.until is null and c.due_at < :now) as overdue,
			count(*) filter (where u.until is null and c.resolve_met is not null and p.resolved) as resolved,
			count(*) filter (where u.until is null and c.resolve_met <= c.resolve_at and p.resolved) as in_time,
			percentile_cont(0.5) within group (order by extract(epoch from c.resolve_met - c.received_at) / 86400)
				filter (where u.until is null and c.resolve_met is not null and p.resolved) as median_days,
			count(*) filter (where u.until is null and c.reopened > 0) as reopened,
			count(*) filter (where u.until is null and p.resolved) as ever_resolved,
			count(*) filter (where u.until is null and p.resolved and c.reopened > 0) as resolved_reopened,
			count(*) filter (where u.until is null and p.rating is not null) as ratings,
			coalesce(sum(p.rating) filter (where u.until is null), 0) as rating_sum,
			count(*) filter (where u.until is null and p.solved is not null) as judged,
			count(*) filter (where u.until is null and p.solved) as really_solved""";

	/**
	 * Whether it was ever resolved here, and what the reporter said last, be it of an end
	 * after which it was opened again.
	 */
	private static final String PAST = """
			 cross join lateral (
				select c.channel <> 'IMPORT' and (c.resolve_met is not null or exists (select from complaint.entry r
						where r.complaint_id = c.id and r.kind = 'RESOLVED')) as resolved,
					coalesce(c.rating, (select e.rating from complaint.earlier_verdict e
						where e.complaint_id = c.id and e.rating is not null order by e.ending desc limit 1)) as rating,
					coalesce(c.solved, (select e.solved from complaint.earlier_verdict e
						where e.complaint_id = c.id and e.solved is not null order by e.ending desc limit 1)) as solved) as p
			""";

	private static final String BOTH_WAYS = """
			, count(*) filter (where not u.transferred) as received,
			count(*) filter (where u.transferred) as transferred_in,
			count(*) filter (where u.until is not null) as transferred_out
			from complaint.custody u join complaint.complaint c on c.id = u.complaint_id
			""" + PAST + " where c.received_at >= :from and c.received_at < :to";

	/** Only where each is now: what moved within the city did not come in again. */
	private static final String CITY = """
			, count(*) as received, 0 as transferred_in, 0 as transferred_out
			from complaint.custody u join complaint.complaint c on c.id = u.complaint_id
			""" + PAST + " where c.received_at >= :from and c.received_at < :to and u.until is null";

	private static final String OF_PEOPLE = " and c.channel <> 'OUTAGE'";

	/** Beside {@link #OF_PEOPLE}: an agency that counts its own would miss the others. */
	private static final String OF_AGENCIES = " and not c.supervisory";

	private static final String ABOUT_CONDUCT = " and c.supervisory";

	private static final String OF_PORTAL = " and c.channel = 'OUTAGE'";

	private final JdbcClient jdbc;

	private final Clock clock;

	CustodyStatistics(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public List<AgencyCount> byAgency(LocalDate from, LocalDate to) {
		return between("select u.agency, " + COUNTS + BOTH_WAYS + OF_PEOPLE + OF_AGENCIES
				+ " group by u.agency order by u.agency nulls last", from, to)
			.query(CustodyStatistics::count)
			.list();
	}

	@Override
	public AgencyCount city(LocalDate from, LocalDate to) {
		return between("select cast(null as text) as agency, " + COUNTS + CITY + OF_PEOPLE, from, to)
			.query(CustodyStatistics::count)
			.single();
	}

	@Override
	public AgencyCount conduct(LocalDate from, LocalDate to) {
		return between("select cast(null as text) as agency, " + COUNTS + CITY + OF_PEOPLE + ABOUT_CONDUCT, from, to)
			.query(CustodyStatistics::count)
			.single();
	}

	@Override
	public AgencyCount portal(LocalDate from, LocalDate to) {
		return between("select cast(null as text) as agency, " + COUNTS + CITY + OF_PORTAL, from, to)
			.query(CustodyStatistics::count)
			.single();
	}

	@Override
	public Optional<AgencyCount> of(AgencyId agency, LocalDate from, LocalDate to) {
		return between("select u.agency, " + COUNTS + BOTH_WAYS + OF_PEOPLE + OF_AGENCIES
				+ " and u.agency = :agency group by u.agency", from, to)
			.param("agency", agency.code())
			.query(CustodyStatistics::count)
			.optional();
	}

	private JdbcClient.StatementSpec between(String sql, LocalDate from, LocalDate to) {
		return this.jdbc.sql(sql)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("from", Timestamp.from(PageClock.start(from)))
			.param("to", Timestamp.from(PageClock.start(to.plusDays(1))));
	}

	private static AgencyCount count(ResultSet row, int number) throws SQLException {
		@Nullable String agency = row.getString("agency");
		return new AgencyCount((agency != null) ? new AgencyId(agency) : null, row.getLong("received"),
				row.getLong("transferred_in"), row.getLong("open"), row.getLong("closed"), row.getLong("unconfirmed"),
				row.getLong("rejected"), row.getLong("merged"), row.getLong("referred"), row.getLong("transferred_out"),
				row.getLong("overdue"), row.getLong("resolved"), row.getLong("in_time"),
				row.getObject("median_days", Double.class), row.getLong("reopened"), row.getLong("ever_resolved"),
				row.getLong("resolved_reopened"), row.getLong("ratings"), row.getLong("rating_sum"),
				row.getLong("judged"), row.getLong("really_solved"));
	}

}
