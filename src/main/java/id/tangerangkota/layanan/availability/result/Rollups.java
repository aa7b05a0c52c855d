package id.tangerangkota.layanan.availability.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import id.tangerangkota.layanan.availability.check.CheckSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums results up: 5 minutes from results, hours and days from 5 minutes. An interval is
 * closed before it is summed; a result that comes later nevertheless marks it, and it is
 * summed again. So sums and results never differ for longer than until the next run.
 */
@Component
class Rollups {

	private static final Duration STEP = Duration.ofMinutes(5);

	/** For a shard that nobody looks at the others are not kept waiting longer. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	/** So that catching up after a standstill is many small transactions. */
	private static final Duration AT_ONCE = Duration.ofHours(1);

	private static final int LOCK = 0x4c4b5255;

	private static final String CONFLICT = """
			on conflict (check_id, at) do update set up = excluded.up, slow = excluded.slow, down = excluded.down,
				refused = excluded.refused, void = excluded.void, dns_ms = excluded.dns_ms,
				connect_ms = excluded.connect_ms, tls_ms = excluded.tls_ms, first_byte_ms = excluded.first_byte_ms,
				total_ms = excluded.total_ms, p50_ms = excluded.p50_ms, p95_ms = excluded.p95_ms,
				buckets = excluded.buckets, counts = excluded.counts
			""";

	static final String RAW = """
			with part as (
				select date_bin('5 minutes', at, timestamptz 'epoch') as slot, check_id,
					case when outcome in (1, 2) then availability.time_bucket(total_ms) end as bucket,
					count(*) filter (where outcome = 1) as up, count(*) filter (where outcome = 2) as slow,
					count(*) filter (where outcome = 3) as down, count(*) filter (where outcome = 4) as refused,
					count(*) filter (where outcome = 5) as void, sum(dns_ms) as dns_ms, sum(connect_ms) as connect_ms,
					sum(tls_ms) as tls_ms, sum(first_byte_ms) as first_byte_ms, sum(total_ms) as total_ms
				from availability.result where at >= :from and at < :until
				group by 1, 2, 3
			), summed as (
				select slot, check_id, cast(sum(up) as integer) as up, cast(sum(slow) as integer) as slow,
					cast(sum(down) as integer) as down, cast(sum(refused) as integer) as refused,
					cast(sum(void) as integer) as void,
					coalesce(sum(dns_ms) filter (where bucket is not null), 0) as dns_ms,
					coalesce(sum(connect_ms) filter (where bucket is not null), 0) as connect_ms,
					coalesce(sum(tls_ms) filter (where bucket is not null), 0) as tls_ms,
					coalesce(sum(first_byte_ms) filter (where bucket is not null), 0) as first_byte_ms,
					coalesce(sum(total_ms) filter (where bucket is not null), 0) as total_ms,
					coalesce(array_agg(bucket order by bucket) filter (where bucket is not null), '{}') as buckets,
					coalesce(array_agg(cast(up + slow as integer) order by bucket) filter (where bucket is not null), '{}')
						as counts
				from part group by 1, 2
			)
			""";

	private static final String BUILD_5M = RAW + """
			insert into availability.rollup_5m (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms,
				first_byte_ms, total_ms, p50_ms, p95_ms, buckets, counts)
			select slot, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms,
				availability.percentile(buckets, counts, 0.5), availability.percentile(buckets, counts, 0.95), buckets,
				counts
			from summed
			""" + CONFLICT;

	/** The hour of Jakarta is the hour everywhere; its day is not. */
	private static final String SUMMED = """
			with plain as (
				select date_trunc(:unit, at, 'Asia/Jakarta') as slot, check_id, sum(up) as up, sum(slow) as slow,
					sum(down) as down, sum(refused) as refused, sum(void) as void, sum(dns_ms) as dns_ms,
					sum(connect_ms) as connect_ms, sum(tls_ms) as tls_ms, sum(first_byte_ms) as first_byte_ms,
					sum(total_ms) as total_ms
				from availability.rollup_5m where at >= :from and at < :until group by 1, 2
			), counted as (
				select date_trunc(:unit, at, 'Asia/Jakarta') as slot, check_id, bucket, cast(sum(n) as integer) as n
				from availability.rollup_5m, unnest(buckets, counts) as h (bucket, n)
				where at >= :from and at < :until group by 1, 2, 3
			), spread as (
				select slot, check_id, array_agg(bucket order by bucket) as buckets, array_agg(n order by bucket) as counts
				from counted group by 1, 2
			), summed as (
				select slot, check_id, cast(up as integer) as up, cast(slow as integer) as slow,
					cast(down as integer) as down, cast(refused as integer) as refused, cast(void as integer) as void,
					dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, coalesce(buckets, '{}') as buckets,
					coalesce(counts, '{}') as counts
				from plain left join spread using (slot, check_id)
			)
			""";

	private static final String COLUMNS = """
			(at, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, p50_ms,
				p95_ms, buckets, counts)
			select slot, check_id, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms,
				availability.percentile(buckets, counts, 0.5), availability.percentile(buckets, counts, 0.95), buckets,
				counts
			from summed
			""" + CONFLICT;

	private static final String BUILD_HOUR = SUMMED + "insert into availability.rollup_hour " + COLUMNS;

	private static final String BUILD_DAY = SUMMED + "insert into availability.rollup_day " + COLUMNS;

	private final JdbcClient jdbc;

	private final CheckSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Rollups(JdbcClient jdbc, CheckSettings settings, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
	}

	private record Progress(Instant closed, Instant built) {
	}

	/** Sums up what is closed and not summed yet, and what changed since. */
	void build() {
		this.transaction.executeWithoutResult((status) -> close());
		boolean more = true;
		while (more) {
			more = Boolean.TRUE.equals(this.transaction.execute((status) -> buildNext()));
		}
	}

	/**
	 * Waits for results being stored at this moment; whoever stores later sees that the
	 * interval is closed and marks it.
	 */
	private void close() {
		Instant now = this.clock.instant();
		this.jdbc.sql("""
				update availability.rollup_progress set closed_until = greatest(closed_until, date_bin('5 minutes',
					(select coalesce(min(covered_until), :patience) from availability.shard
						where id < :shards and covered_until > :patience),
					timestamptz 'epoch'))""")
			.param("patience", now.minus(PATIENCE).atOffset(ZoneOffset.UTC))
			.param("shards", this.settings.shards())
			.update();
	}

	private boolean buildNext() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
		Progress progress = this.jdbc.sql("""
				select closed_until, case when isfinite(built_until) then built_until else least(closed_until,
					date_bin('5 minutes', (select min(at) from availability.result), timestamptz 'epoch')) end as built
				from availability.rollup_progress""").query(Rollups::progress).single();
		Instant until = progress.built().plus(AT_ONCE);
		until = until.isBefore(progress.closed()) ? until : progress.closed();
		sum(progress.built(), until, until);
		for (Instant stale : this.jdbc.sql("delete from availability.rollup_stale returning at")
			.query((row, number) -> row.getTimestamp("at").toInstant())
			.list()) {
			sum(stale, stale.plus(STEP), until);
		}
		this.jdbc.sql("update availability.rollup_progress set built_until = ?")
			.param(until.atOffset(ZoneOffset.UTC))
			.update();
		return until.isBefore(progress.closed());
	}

	private static Progress progress(ResultSet row, int number) throws SQLException {
		return new Progress(row.getTimestamp("closed_until").toInstant(), row.getTimestamp("built").toInstant());
	}

	/**
	 * Sums 5 minutes, and the hours and days they end or belong to, if those are over.
	 */
	private void sum(Instant from, Instant until, Instant closed) {
		if (!from.isBefore(until)) {
			return;
		}
		buildFiveMinutes(from, until);
		for (String unit : List.of("hour", "day")) {
			Span span = this.jdbc.sql("""
					select date_trunc(:unit, cast(:from as timestamptz), 'Asia/Jakarta') as start,
						least(date_trunc(:unit, cast(:closed as timestamptz), 'Asia/Jakarta'),
							date_trunc(:unit, cast(:until as timestamptz) - interval '1 microsecond', 'Asia/Jakarta')
								+ cast('1 ' || :unit as interval)) as finish""")
				.param("unit", unit)
				.param("from", from.atOffset(ZoneOffset.UTC))
				.param("until", until.atOffset(ZoneOffset.UTC))
				.param("closed", closed.atOffset(ZoneOffset.UTC))
				.query((row, number) -> new Span(row.getTimestamp("start").toInstant(),
						row.getTimestamp("finish").toInstant()))
				.single();
			if (span.start().isBefore(span.finish())) {
				build(unit, span);
			}
		}
	}

	private record Span(Instant start, Instant finish) {
	}

	private void buildFiveMinutes(Instant from, Instant until) {
		this.jdbc.sql(BUILD_5M)
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.update();
	}

	private void build(String unit, Span span) {
		this.jdbc.sql(unit.equals("hour") ? BUILD_HOUR : BUILD_DAY)
			.param("unit", unit)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("until", span.finish().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Drops sums past their retention; those of days stay. */
	void purge() {
		Instant oldest = this.clock.instant().minus(this.settings.rollupRetention());
		this.jdbc.sql("delete from availability.rollup_5m where at < ?")
			.param(oldest.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("delete from availability.rollup_hour where at < ?")
			.param(oldest.atOffset(ZoneOffset.UTC))
			.update();
	}

}
