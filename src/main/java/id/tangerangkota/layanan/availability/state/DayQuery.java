package id.tangerangkota.layanan.availability.state;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import id.tangerangkota.layanan.availability.Uptime;
import org.jspecify.annotations.Nullable;

/**
 * Days of services: stored sums of those that are closed, and intervals for the open day
 * and any that a job has not closed yet. A line or two for each service, because a strip
 * of 90 days for each of 206 services would be 18,540 rows: the numbers of days on which
 * it was up all day, and six sums in microseconds of each other one.
 */
final class DayQuery {

	static final String SQL = """
			with closed as materialized (select coalesce(max(day), '-infinity') as day from availability.day_closed)
			select service_id, array_agg(day - cast(:first as date)) filter (where up = 86400000000) as up_all_day,
				string_agg(concat_ws(',', day - cast(:first as date), up, degraded, down, maintenance, unknown,
					unmonitored), ';') filter (where up <> 86400000000) as others
			from availability.day_sum
			where service_id = any (:services) and day between :first and least(:last, (select day from closed))
			group by service_id
			union all
			select service_id, null, string_agg(entry, ';') from (
				select i.service_id, concat_ws(',', d.day - cast(:first as date),
					coalesce(sum(p.micros) filter (where i.state = 'UP'), 0),
					coalesce(sum(p.micros) filter (where i.state = 'DEGRADED'), 0),
					coalesce(sum(p.micros) filter (where i.state = 'DOWN'), 0),
					coalesce(sum(p.micros) filter (where i.state = 'MAINTENANCE'), 0),
					coalesce(sum(p.micros) filter (where i.state = 'UNKNOWN'), 0),
					cast(extract(epoch from d.last - d.first) * 1000000 as bigint)
						- coalesce(sum(p.micros) filter (where i.state <> 'UNMONITORED'), 0)) as entry
				from (select cast(g.day as date) as day, g.day at time zone 'Asia/Jakarta' as first,
						least((g.day + interval '1 day') at time zone 'Asia/Jakarta', :now) as last
					from generate_series(
						greatest(cast(:first as timestamp), (select nullif(day, '-infinity') + 1 from closed)),
						cast(:last as timestamp), interval '1 day') as g (day)) d
				join availability.service_interval i on i.service_id = any (:services) and i.starts < d.last
					and coalesce(i.ends, 'infinity') > d.first
				cross join lateral (select cast(extract(epoch from
					least(i.ends, d.last) - greatest(i.starts, d.first)) * 1000000 as bigint) as micros) p
				group by i.service_id, d.day, d.first, d.last) e
			group by service_id""";

	private static final Uptime UP_ALL_DAY = new Uptime(Duration.ofDays(1), Duration.ZERO, Duration.ZERO, Duration.ZERO,
			Duration.ZERO, Duration.ZERO);

	private DayQuery() {
	}

	/** Reads a line into what is known of a service, by the number of the day. */
	static void read(ResultSet row, @Nullable Uptime[] days) throws SQLException {
		Array upAllDay = row.getArray("up_all_day");
		if (upAllDay != null) {
			for (Integer day : (Integer[]) upAllDay.getArray()) {
				days[day] = UP_ALL_DAY;
			}
		}
		String others = row.getString("others");
		if (others != null) {
			for (String other : others.split(";")) {
				String[] parts = other.split(",");
				days[Integer.parseInt(parts[0])] = uptime(parts);
			}
		}
	}

	private static Uptime uptime(String[] parts) {
		return new Uptime(micros(parts[1]), micros(parts[2]), micros(parts[3]), micros(parts[4]), micros(parts[5]),
				micros(parts[6]));
	}

	private static Duration micros(String number) {
		return Duration.of(Long.parseLong(number), ChronoUnit.MICROS);
	}

}
