package id.tangerangkota.layanan.availability.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import id.tangerangkota.layanan.availability.Uptime;

/**
 * Days of services: stored sums of those that are closed, and intervals for the open day
 * and any that a job has not closed yet.
 */
final class DayQuery {

	static final String SQL = """
			with closed as materialized (select coalesce(max(day), '-infinity') as day from availability.day_closed)
			select service_id, day, up, degraded, down, maintenance, unknown, unmonitored from availability.day_sum
			where service_id = any (:services) and day between :first and least(:last, (select day from closed))
			union all
			select i.service_id, d.day,
				cast(coalesce(sum(p.micros) filter (where i.state = 'UP'), 0) as bigint),
				cast(coalesce(sum(p.micros) filter (where i.state = 'DEGRADED'), 0) as bigint),
				cast(coalesce(sum(p.micros) filter (where i.state = 'DOWN'), 0) as bigint),
				cast(coalesce(sum(p.micros) filter (where i.state = 'MAINTENANCE'), 0) as bigint),
				cast(coalesce(sum(p.micros) filter (where i.state = 'UNKNOWN'), 0) as bigint),
				cast(extract(epoch from d.last - d.first) * 1000000
					- coalesce(sum(p.micros) filter (where i.state <> 'UNMONITORED'), 0) as bigint)
			from (select cast(g.day as date) as day, g.day at time zone 'Asia/Jakarta' as first,
					least((g.day + interval '1 day') at time zone 'Asia/Jakarta', :now) as last
				from generate_series(greatest(cast(:first as timestamp), (select nullif(day, '-infinity') + 1 from closed)),
					cast(:last as timestamp), interval '1 day') as g (day)) d
			join availability.service_interval i on i.service_id = any (:services) and i.starts < d.last
				and (i.ends is null or i.ends > d.first)
			cross join lateral (select cast(extract(epoch from
				least(i.ends, d.last) - greatest(i.starts, d.first)) * 1000000 as bigint) as micros) p
			group by i.service_id, d.day, d.first, d.last""";

	private DayQuery() {
	}

	static Uptime uptime(ResultSet row) throws SQLException {
		return new Uptime(micros(row, "up"), micros(row, "degraded"), micros(row, "down"), micros(row, "maintenance"),
				micros(row, "unknown"), micros(row, "unmonitored"));
	}

	private static Duration micros(ResultSet row, String column) throws SQLException {
		return Duration.of(row.getLong(column), ChronoUnit.MICROS);
	}

}
