package id.tangerangkota.layanan.availability.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.availability.probe.Phases;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what came of checks: the last results, and sums over time. */
@Service
public class CheckResults {

	private static final String SUMS = """
			select at, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, p50_ms, p95_ms
			""";

	private static final String WINDOW = """
			where check_id = :check and at >= :from and at < :until order by at
			""";

	/** Days not summed up yet, as today, are so far what their hours are. */
	private static final String DAYS = """
			with open as (
				select date_trunc('day', h.at, 'Asia/Jakarta') as day, h.* from availability.rollup_hour h
				where h.check_id = :check and h.at >= :from and h.at < :until and not exists (
					select 1 from availability.rollup_day d
					where d.check_id = h.check_id and d.at = date_trunc('day', h.at, 'Asia/Jakarta'))
			), spread as (
				select day, array_agg(bucket) as buckets, array_agg(n) as counts
				from open, unnest(buckets, counts) as h (bucket, n) group by day
			), summed as (
				select day, sum(up) as up, sum(slow) as slow, sum(down) as down, sum(refused) as refused, sum(void) as void,
					sum(dns_ms) as dns_ms, sum(connect_ms) as connect_ms, sum(tls_ms) as tls_ms,
					sum(first_byte_ms) as first_byte_ms, sum(total_ms) as total_ms
				from open group by day
			)
			select at, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, p50_ms, p95_ms
			from availability.rollup_day where check_id = :check and at >= :from and at < :until
			union all
			select day, up, slow, down, refused, void, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms,
				availability.percentile(buckets, counts, 0.5), availability.percentile(buckets, counts, 0.95)
			from summed left join spread using (day)
			order by at
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	CheckResults(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** How finely sums are read. */
	public enum Resolution {

		/** Kept for two years. */
		FIVE_MINUTES,

		/** Kept for two years. */
		HOUR,

		/** Of Jakarta, kept for ever; one that is not over as far as its hours are. */
		DAY

	}

	/**
	 * The last results of a check of today and yesterday, the latest first.
	 * @param limit 1 to 500
	 */
	public List<StoredResult> last(int check, int limit) {
		return read(List.of(check), this.clock.instant().minusSeconds(2 * 86_400), limit);
	}

	/**
	 * The last results of some checks together, the latest first; none older than a day.
	 * @param limit 1 to 100
	 */
	public List<StoredResult> last(Collection<Integer> checks, int limit) {
		return read(checks, this.clock.instant().minus(Duration.ofDays(1)), limit);
	}

	/**
	 * As {@link #last(int, int)} of each of some checks, of those that have any, by one
	 * query.
	 * @param limit of each, 1 to 100
	 */
	public Map<Integer, List<StoredResult>> lastOfEach(Collection<Integer> checks, int limit) {
		return read(checks, this.clock.instant().minusSeconds(2 * 86_400), limit, limit * checks.size()).stream()
			.collect(Collectors.groupingBy(StoredResult::check));
	}

	/** The first result stored of a check at or after an instant of the last two days. */
	public Optional<StoredResult> after(int check, Instant since) {
		List<StoredResult> results = read(List.of(check), since, 500);
		return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
	}

	private List<StoredResult> read(Collection<Integer> checks, Instant since, int limit) {
		return read(checks, since, limit, limit);
	}

	private List<StoredResult> read(Collection<Integer> checks, Instant since, int ofEach, int limit) {
		return this.jdbc.sql("""
				select r.*, host(r.address) as host, n.name
				from unnest(:checks) c (id) cross join lateral (select * from availability.result r
					where r.check_id = c.id and r.at >= :since order by r.at desc limit :each) r
				left join availability.node n on n.id = r.node
				order by r.at desc, r.check_id limit :limit""")
			.param("checks", checks.toArray(Integer[]::new))
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("each", ofEach)
			.param("limit", limit)
			.query(CheckResults::result)
			.list();
	}

	private static StoredResult result(ResultSet row, int number) throws SQLException {
		int cause = row.getInt("cause");
		int day = row.getInt("certificate_day");
		return new StoredResult(row.getInt("check_id"), row.getTimestamp("at").toInstant(),
				Outcome.of(row.getInt("outcome")), (cause != 0) ? Cause.of(cause) : null, row.getInt("status"),
				new Phases(row.getInt("dns_ms"), row.getInt("connect_ms"), row.getInt("tls_ms"),
						row.getInt("first_byte_ms"), row.getInt("total_ms")),
				(day != 0) ? LocalDate.ofEpochDay(day) : null, row.getString("host"), row.getString("name"));
	}

	/** Sums of a check, in the order of time; without spans that have no result. */
	public List<ResponseTime> series(int check, Instant from, Instant until, Resolution resolution) {
		JdbcClient.StatementSpec statement = switch (resolution) {
			case FIVE_MINUTES -> this.jdbc.sql(SUMS + "from availability.rollup_5m " + WINDOW);
			case HOUR -> this.jdbc.sql(SUMS + "from availability.rollup_hour " + WINDOW);
			case DAY -> this.jdbc.sql(DAYS);
		};
		return statement.param("check", check)
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.query(CheckResults::responseTime)
			.list();
	}

	/**
	 * Within how many ms 95 of 100 answers of each service came, in the latest five
	 * minutes of the last quarter of an hour that are summed up; of the slowest of its
	 * checks. Services without an answer are left out.
	 */
	public Map<ServiceId, Integer> latestP95() {
		Map<ServiceId, Integer> latest = new HashMap<>();
		this.jdbc.sql("""
				select d.service_id, max(r.p95_ms) as p95
				from availability.rollup_5m r join availability.check_definition d on d.id = r.check_id
				where r.at = (select max(at) from availability.rollup_5m where at > ?) and r.p95_ms is not null
					and d.mode <> 'EXPLORED' and d.removed_at is null
				group by d.service_id""")
			.param(this.clock.instant().minus(Duration.ofMinutes(15)).atOffset(ZoneOffset.UTC))
			.query((row) -> {
				latest.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getInt("p95"));
			});
		return latest;
	}

	private static ResponseTime responseTime(ResultSet row, int number) throws SQLException {
		int answers = row.getInt("up") + row.getInt("slow");
		Phases phases = (answers > 0) ? new Phases(mean(row, "dns_ms", answers), mean(row, "connect_ms", answers),
				mean(row, "tls_ms", answers), mean(row, "first_byte_ms", answers), mean(row, "total_ms", answers))
				: null;
		return new ResponseTime(row.getTimestamp("at").toInstant(), row.getInt("up"), row.getInt("slow"),
				row.getInt("down"), row.getInt("refused"), row.getInt("void"), integer(row, "p50_ms"),
				integer(row, "p95_ms"), phases);
	}

	private static int mean(ResultSet row, String column, int answers) throws SQLException {
		return Math.toIntExact(Math.round(row.getLong(column) / (double) answers));
	}

	private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

}
