package id.tangerangkota.layanan.availability.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityFigures;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums of results and incidents. */
@Component
class DayFigures implements AvailabilityFigures {

	private final JdbcClient jdbc;

	DayFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Map<ServiceId, Times>> responseTimes(LocalDate day) {
		if (!isSummedUp(day)) {
			return Optional.empty();
		}
		Map<ServiceId, Times> times = new HashMap<>();
		this.jdbc.sql("""
				with answers as (select c.service_id, r.total_ms, r.buckets, r.counts
					from availability.rollup_day r join availability.check_definition c on c.id = r.check_id
					where r.at = :day and c.kind = 'HTTP' and c.mode <> 'EXPLORED' and r.up + r.slow > 0),
				classed as (select a.service_id, width_bucket(coalesce((availability.time_bounds())[h.bucket], 0),
						cast(:ends as integer[])) as class, sum(h.n) as n
					from answers a cross join lateral unnest(a.buckets, a.counts) as h (bucket, n)
					group by 1, 2)
				select t.service_id, t.millis, array(select coalesce(c.n, 0)
						from generate_series(0, cardinality(cast(:ends as integer[]))) as g (class)
						left join classed c on c.service_id = t.service_id and c.class = g.class
						order by g.class) as classes
				from (select service_id, sum(total_ms) as millis from answers group by 1) as t""")
			.param("ends", TIME_ENDS.toArray(Integer[]::new))
			.param("day", Timestamp.from(PageClock.start(day)))
			.query((row) -> {
				times.put(service(row), new Times(row.getLong("millis"), classes(row.getArray("classes"))));
			});
		return times.isEmpty() ? Optional.empty() : Optional.of(times);
	}

	private static List<Long> classes(Array array) throws SQLException {
		return Arrays.stream((Number[]) array.getArray()).map(Number::longValue).toList();
	}

	@Override
	public Optional<Map<ServiceId, Reached>> reached(LocalDate day) {
		if (!isSummedUp(day)) {
			return Optional.empty();
		}
		Map<ServiceId, Reached> reached = new HashMap<>();
		this.jdbc.sql("""
				select service_id, count(*) as asked, count(*) filter (where answers > 0) as answered
				from (select c.service_id, c.platform, sum(r.up + r.slow) as answers
					from availability.rollup_day r join availability.check_definition c on c.id = r.check_id
					where r.at = ? and c.kind = 'HTTP' and c.mode <> 'EXPLORED'
					group by c.service_id, c.platform having sum(r.up + r.slow + r.down) > 0) as l
				group by service_id""").param(Timestamp.from(PageClock.start(day))).query((row) -> {
			reached.put(service(row), new Reached(row.getInt("asked"), row.getInt("answered")));
		});
		return reached.isEmpty() ? Optional.empty() : Optional.of(reached);
	}

	private boolean isSummedUp(LocalDate day) {
		return this.jdbc.sql("select exists (select from availability.rollup_progress where built_until >= ?)")
			.param(Timestamp.from(PageClock.start(day.plusDays(1))))
			.query(Boolean.class)
			.single();
	}

	@Override
	public Map<ServiceId, List<Duration>> waited(LocalDate day) {
		Map<ServiceId, List<Duration>> waited = new HashMap<>();
		this.jdbc
			.sql("""
					select distinct s.service_id, i.id, cast(extract(epoch from i.settled - i.opened_at) as bigint) as seconds
					from (select id, opened_at, least(acknowledged_at, ended_at) as settled
						from availability.incident where kind = 'OUTAGE' and status <> 'DISMISSED') as i
					join availability.incident_service s on s.incident_id = i.id
					where i.settled >= :from and i.settled < :to
					order by s.service_id, i.id""")
			.param("from", Timestamp.from(PageClock.start(day)))
			.param("to", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query((row) -> {
				waited.computeIfAbsent(service(row), (id) -> new ArrayList<>())
					.add(Duration.ofSeconds(Math.max(0, row.getLong("seconds"))));
			});
		return waited;
	}

	@Override
	public Set<ServiceId> warnedOfCertificates(LocalDate day) {
		return new HashSet<>(this.jdbc.sql("""
				select distinct s.service_id from availability.incident i
				join availability.incident_service s on s.incident_id = i.id
				where i.kind = 'CERTIFICATE' and s.since < :end and coalesce(s.until, 'infinity') >= :end
					and coalesce(i.ended_at, 'infinity') >= :end""")
			.param("end", Timestamp.from(PageClock.start(day.plusDays(1))))
			.query((row, number) -> service(row))
			.list());
	}

	private static ServiceId service(ResultSet row) throws SQLException {
		return new ServiceId(row.getObject("service_id", UUID.class));
	}

}
