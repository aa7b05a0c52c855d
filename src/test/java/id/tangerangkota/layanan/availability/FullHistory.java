package id.tangerangkota.layanan.availability;

import id.tangerangkota.layanan.catalog.ServiceId;

import org.springframework.jdbc.core.simple.JdbcClient;

/** More than a year of states of a service, and a week of answers of a check of it. */
public final class FullHistory {

	/** Median of all hours and days, in milliseconds; the end of a bucket. */
	public static final int P50 = 83;

	/** 95 of 100 answers, likewise. */
	public static final int P95 = 255;

	private FullHistory() {
	}

	/**
	 * Writes what checks would have left: twice down (twelve and six hours, 200 and 20
	 * days ago), a day of maintenance 50 days ago, slow for two hours five days ago,
	 * unknown for half an hour three days ago, up at all other times.
	 */
	public static void write(JdbcClient jdbc, ServiceId service, int check) {
		jdbc.sql("delete from availability.service_interval where service_id = ?").param(service.value()).update();
		jdbc.sql(
				"""
						insert into availability.service_interval (service_id, starts, ends, follows, state, reason)
						select :service, starts, lead(starts) over w, case when lag(starts) over w is null then null else starts end,
							state, reason
						from (select now() - cast(ago as interval) as starts, state, reason from (values
								('400 days', 'UP', null), ('200 days', 'DOWN', 'TIMEOUT'), ('199 days 12 hours', 'UP', null),
								('50 days', 'MAINTENANCE', null), ('49 days', 'UP', null), ('20 days', 'DOWN', 'STATUS'),
								('19 days 18 hours', 'UP', null), ('5 days', 'DEGRADED', 'SLOW'), ('4 days 22 hours', 'UP', null),
								('3 days', 'UNKNOWN', 'NOBODY_LOOKED'), ('2 days 23 hours 30 minutes', 'UP', null)
							) as edge (ago, state, reason)) as edges
						window w as (order by starts)""")
			.param("service", service.value())
			.update();
		jdbc.sql(
				"""
						insert into availability.rollup_hour (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms,
							first_byte_ms, total_ms, p50_ms, p95_ms, buckets, counts)
						select date_trunc('hour', now()) - h * interval '1 hour', :check, 50, 10, 0, 0, 0, 60 * 5, 60 * 10, 60 * 20,
							60 * 40, 60 * 75, :p50, :p95, array[availability.time_bucket(:p50), availability.time_bucket(:p95)], array[50, 10]
						from generate_series(1, 166) h where h not between 70 and 72""")
			.param("check", check)
			.param("p50", P50)
			.param("p95", P95)
			.update();
		jdbc.sql(
				"""
						insert into availability.rollup_day (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms,
							first_byte_ms, total_ms, p50_ms, p95_ms, buckets, counts)
						select date_trunc('day', now(), 'Asia/Jakarta') - d * interval '1 day', :check, 1200, 240, 0, 0, 0, 1440 * 5,
							1440 * 10, 1440 * 20, 1440 * 40, 1440 * 75, :p50, :p95,
							array[availability.time_bucket(:p50), availability.time_bucket(:p95)], array[1200, 240]
						from generate_series(1, 7) d""")
			.param("check", check)
			.param("p50", P50)
			.param("p95", P95)
			.update();
		jdbc.sql("select availability.make_partition(current_date + n) from generate_series(-1, 1) n").query((row) -> {
		});
		jdbc.sql(
				"""
						insert into availability.result (check_id, at, outcome, cause, status, dns_ms, connect_ms, tls_ms,
							first_byte_ms, total_ms, certificate_day, node, address)
						select :check, now() - n * interval '1 minute', 1, 0, 200, 5, 10, 20, 40, 75, 20900, 0, cast('192.0.2.7' as inet)
						from generate_series(2, 14) n
						union all select :check, now() - interval '1 minute', 3, 5, 0, 5, 0, 0, 0, 5000, 0, 0, null""")
			.param("check", check)
			.update();
		jdbc.sql(
				"""
						with told as (
							insert into availability.incident (id, kind, status, resource, cause, started_at, opened_at, ended_at,
								post_mortem)
							values (gen_random_uuid(), 'OUTAGE', 'RESOLVED', 'service:' || :service, 'STATUS',
								now() - interval '20 days', now() - interval '20 days', now() - interval '19 days 18 hours',
								'Kapasitas peladen ditambah.')
							returning id, started_at, ended_at)
						insert into availability.incident_service (incident_id, service_id, since, until)
						select id, :service, started_at, ended_at from told""")
			.param("service", service.value())
			.update();
	}

	/** Takes it away again, where others use the database. */
	public static void remove(JdbcClient jdbc, ServiceId service, int check) {
		jdbc.sql("delete from availability.service_interval where service_id = ?").param(service.value()).update();
		jdbc.sql("delete from availability.rollup_hour where check_id = ?").param(check).update();
		jdbc.sql("delete from availability.rollup_day where check_id = ?").param(check).update();
		jdbc.sql("delete from availability.result where check_id = ?").param(check).update();
		jdbc.sql("delete from availability.incident_service where service_id = ?").param(service.value()).update();
		jdbc.sql("delete from availability.incident where resource = 'service:' || ?").param(service.value()).update();
	}

}
