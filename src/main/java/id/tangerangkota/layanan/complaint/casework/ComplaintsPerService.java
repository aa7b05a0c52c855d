package id.tangerangkota.layanan.complaint.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ServiceComplaints;
import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what citizens handed in. */
@Component
class ComplaintsPerService implements ServiceComplaints {

	/**
	 * The first thing the staff wrote to the citizen, here: how soon another system
	 * answered is not known.
	 */
	private static final String ONE = """
			select count(*) filter (where c.within) as received, count(a.at) filter (where c.within) as answered,
				percentile_cont(0.5) within group (order by extract(epoch from a.at - c.received_at) / 86400)
					filter (where c.within and a.at is not null) as median_days,
				count(*) filter (where c.open) as open, count(*) filter (where c.open and c.due_at < :now) as overdue
			from (select id, received_at, due_at, received_at >= :from and received_at < :to and channel <> 'IMPORT' as within,
					status in ('SUBMITTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_FOR_CITIZEN') as open
				from complaint.complaint where service_id = :service and channel <> 'OUTAGE'
					and not supervisory) c
			left join lateral (select min(e.at) as at from complaint.entry e
				where e.complaint_id = c.id and e.visibility <> 'STAFF'
					and e.kind in ('ANSWERED', 'ASKED', 'RESOLVED', 'REJECTED', 'REFERRED')) a on c.within""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ComplaintsPerService(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Count of(ServiceId service, LocalDate from, LocalDate to) {
		return this.jdbc.sql(ONE)
			.param("service", service.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("from", start(from))
			.param("to", start(to.plusDays(1)))
			.query((row, number) -> new Count(row.getLong("received"), row.getLong("answered"),
					row.getObject("median_days", Double.class), row.getLong("open"), row.getLong("overdue")))
			.single();
	}

	@Override
	public Map<ServiceId, Long> received(LocalDate from, LocalDate to) {
		Map<ServiceId, Long> received = new HashMap<>();
		this.jdbc.sql("""
				select service_id, count(*) as received from complaint.complaint
				where received_at >= :from and received_at < :to and service_id is not null and channel <> 'OUTAGE'
					and not supervisory
				group by service_id""").param("from", start(from)).param("to", start(to.plusDays(1))).query((row) -> {
			received.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getLong("received"));
		});
		return received;
	}

	@Override
	public Optional<LocalDate> since() {
		return this.jdbc.sql("""
				select received_at from complaint.complaint where channel not in ('OUTAGE', 'IMPORT')
				order by received_at limit 1""")
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant)
			.map(PageClock::day);
	}

	/** Two keys at work hash one person twice, so only those of one are counted. */
	@Override
	public PlaceCounts byPlace(LocalDate from, LocalDate to) {
		Map<String, PlaceCounts.Count> found = new HashMap<>();
		this.jdbc
			.sql("""
					with report as (
						select coalesce(c.sub_district, '') as place, r.account_index, r.index_key
						from complaint.complaint c left join complaint.reporter r on r.complaint_id = c.id
						where c.received_at >= :from and c.received_at < :to and c.channel not in ('OUTAGE', 'IMPORT')),
					person as (
						select max(place) as place, index_key from report
						where account_index is not null group by account_index, index_key)
					select r.place, count(*) as received, coalesce((select max(k.people) from (
						select count(*) as people from person p where p.place = r.place group by p.index_key) k), 0) as people
					from report r group by r.place""")
			.param("from", start(from))
			.param("to", start(to.plusDays(1)))
			.query((row) -> {
				found.put(row.getString("place"),
						new PlaceCounts.Count(row.getLong("received"), row.getLong("people")));
			});
		return PlaceCounts.of(found);
	}

	private static Timestamp start(LocalDate day) {
		return Timestamp.from(PageClock.start(day));
	}

}
