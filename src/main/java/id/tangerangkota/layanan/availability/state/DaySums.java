package id.tangerangkota.layanan.availability.state;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.state.ServiceChains.Rewrite;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long each service was in which state on each day that is over. They are what the
 * intervals add up to, to the microsecond: closed once, and made anew whenever states of
 * such a day change.
 */
@Component
@Transactional
class DaySums {

	/**
	 * Days closed a short while ago are compared again: states that were on their way
	 * when the day was closed may have been missed.
	 */
	private static final int COMPARED_AGAIN = 3;

	/** Sums of targets (service_id, first, last) that are days of the city. */
	private static final String SUMS = """
			select t.service_id, d.day,
				coalesce(sum(p.micros) filter (where i.state = 'UP'), 0) as up,
				coalesce(sum(p.micros) filter (where i.state = 'DEGRADED'), 0) as degraded,
				coalesce(sum(p.micros) filter (where i.state = 'DOWN'), 0) as down,
				coalesce(sum(p.micros) filter (where i.state = 'MAINTENANCE'), 0) as maintenance,
				coalesce(sum(p.micros) filter (where i.state = 'UNKNOWN'), 0) as unknown,
				86400000000 - coalesce(sum(p.micros) filter (where i.state <> 'UNMONITORED'), 0) as unmonitored
			from targets t
			cross join lateral (select cast(g.day as date) as day, g.day at time zone 'Asia/Jakarta' as first,
					(g.day + interval '1 day') at time zone 'Asia/Jakarta' as last
				from generate_series(cast(t.first as timestamp), cast(t.last as timestamp), interval '1 day') as g (day)) d
			join availability.service_interval i on i.service_id = t.service_id and i.starts < d.last
				and coalesce(i.ends, 'infinity') > d.first
			cross join lateral (select cast(extract(epoch from
				least(i.ends, d.last) - greatest(i.starts, d.first)) * 1000000 as bigint) as micros) p
			group by t.service_id, d.day""";

	private static final String INSERT = """
			insert into availability.day_sum as s (service_id, day, up, degraded, down, maintenance, unknown, unmonitored)
			""";

	private static final String REPLACE = """

			on conflict (service_id, day) do update set up = excluded.up, degraded = excluded.degraded,
				down = excluded.down, maintenance = excluded.maintenance, unknown = excluded.unknown,
				unmonitored = excluded.unmonitored""";

	private static final String TARGETS = """
			with targets as (select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (service_id uuid, first date,
				last date))
			""";

	private static final Logger log = LoggerFactory.getLogger(DaySums.class);

	private final JdbcClient jdbc;

	private final ServiceChains chains;

	private final Clock clock;

	DaySums(JdbcClient jdbc, ServiceChains chains, Clock clock) {
		this.jdbc = jdbc;
		this.chains = chains;
		this.clock = clock;
	}

	private record TargetRow(UUID serviceId, LocalDate first, LocalDate last) {
	}

	/** Makes sums anew of days that are over and whose states have changed. */
	void correct(List<Rewrite> rewrites, Instant now) {
		LocalDate yesterday = day(now).minusDays(1);
		List<TargetRow> targets = rewrites.stream()
			.map((rewrite) -> new TargetRow(rewrite.service().value(), day(rewrite.from()), yesterday))
			.filter((target) -> !target.first().isAfter(yesterday))
			.toList();
		if (!targets.isEmpty()) {
			replace(targets);
		}
	}

	private void replace(List<TargetRow> targets) {
		this.jdbc.sql(TARGETS + INSERT + SUMS + REPLACE).param("rows", Rows.json(targets)).update();
	}

	/** Closes all days that are over, and looks whether those closed last are exact. */
	void close() {
		LocalDate yesterday = day(this.clock.instant()).minusDays(1);
		LocalDate closed = closed();
		LocalDate first = (closed != null) ? closed.plusDays(1) : firstDay();
		if (first == null) {
			return;
		}
		if (!first.isAfter(yesterday)) {
			this.jdbc.sql("""
					with targets as (select service_id, cast(:first as date) as first, cast(:last as date) as last
						from availability.watched_service)
					""" + INSERT + SUMS + " on conflict (service_id, day) do nothing")
				.param("first", first)
				.param("last", yesterday)
				.update();
			this.jdbc.sql("""
					with gone as (delete from availability.day_closed where day < :last)
					insert into availability.day_closed values (:last) on conflict do nothing""")
				.param("last", yesterday)
				.update();
		}
		repair(yesterday.minusDays(COMPARED_AGAIN - 1), yesterday);
	}

	/**
	 * Makes days of the past anew where they differ from the intervals.
	 * @return how many did
	 */
	int repair(LocalDate first, LocalDate last) {
		List<TargetRow> wrong = differences(first, last);
		if (!wrong.isEmpty()) {
			log.warn("Sums of {} days of services differ from their intervals and are made anew", wrong.size());
			this.chains.lock(wrong.stream().map((target) -> new ServiceId(target.serviceId())).distinct().toList());
			replace(wrong);
		}
		return wrong.size();
	}

	private List<TargetRow> differences(LocalDate first, LocalDate last) {
		return this.jdbc.sql("""
				with targets as (select service_id, cast(:first as date) as first, cast(:last as date) as last
					from availability.watched_service),
				sums as (""" + SUMS + """
				)
				select s.service_id, s.day from sums s
				left join availability.day_sum d on d.service_id = s.service_id and d.day = s.day
				where (s.up, s.degraded, s.down, s.maintenance, s.unknown, s.unmonitored)
					is distinct from (d.up, d.degraded, d.down, d.maintenance, d.unknown, d.unmonitored)""")
			.param("first", first)
			.param("last", last)
			.query((row, number) -> new TargetRow(row.getObject("service_id", UUID.class),
					row.getObject("day", LocalDate.class), row.getObject("day", LocalDate.class)))
			.list();
	}

	private @Nullable LocalDate closed() {
		return this.jdbc.sql("select max(day) from availability.day_closed")
			.query(LocalDate.class)
			.optional()
			.orElse(null);
	}

	private @Nullable LocalDate firstDay() {
		return this.jdbc
			.sql("select cast(min(starts) at time zone 'Asia/Jakarta' as date) from availability.service_interval")
			.query(LocalDate.class)
			.optional()
			.orElse(null);
	}

	private static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, AvailabilityReport.ZONE);
	}

}
