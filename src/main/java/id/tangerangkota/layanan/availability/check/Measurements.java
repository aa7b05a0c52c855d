package id.tangerangkota.layanan.availability.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import id.tangerangkota.layanan.availability.probe.Cause;
import id.tangerangkota.layanan.availability.probe.Outcome;
import id.tangerangkota.layanan.catalog.ServiceId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What checks of a service measured. Its main check speaks for it: that of its website,
 * else of its app. Times come from roll-ups; only the last few results are read as they
 * are, by their key.
 */
@Component
public class Measurements {

	private static final String MAIN = """
			with main as (
				select id from availability.check_definition
				where service_id = :service and removed_at is null and not gone and mode <> 'EXPLORED'
				order by platform <> 'WEB', kind <> 'HTTP', id limit 1)
			""";

	/** Results are kept for days; older ones are not the last. */
	private static final int RECENT_HOURS = 48;

	private final JdbcClient jdbc;

	Measurements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How fast a service answered in an hour.
	 *
	 * @param count how many answers there were
	 * @param p50 milliseconds half of them took at most
	 * @param p95 milliseconds 95 of 100 took at most
	 */
	public record Hour(Instant start, long count, int p50, int p95) {
	}

	/** Where the time of an answer goes, as means in milliseconds. */
	public record Phases(int dns, int connect, int tls, int firstByte) {
	}

	/**
	 * One check.
	 *
	 * @param status of HTTP, 0 where there was none
	 */
	public record Result(Instant at, Outcome outcome, @Nullable Cause cause, int status, int totalMillis) {
	}

	/** The hours in which there was an answer, the oldest first. */
	public List<Hour> hours(ServiceId service, Instant from, Instant to) {
		return this.jdbc.sql(MAIN + """
				select r.at, r.up + r.slow as answers, r.p50_ms, r.p95_ms
				from availability.rollup_hour r join main on main.id = r.check_id
				where r.at >= :from and r.at < :to and r.p50_ms is not null order by r.at""")
			.param("service", service.value())
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("to", to.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Hour(instant(row, "at"), row.getLong("answers"), row.getInt("p50_ms"),
					row.getInt("p95_ms")))
			.list();
	}

	/** Empty when there was no answer. */
	public Optional<Phases> phases(ServiceId service, Instant from, Instant to) {
		return this.jdbc.sql(MAIN + """
				select sum(r.dns_ms) / n as dns, sum(r.connect_ms) / n as connect, sum(r.tls_ms) / n as tls,
					sum(r.first_byte_ms) / n as first_byte
				from (
					select h.*, sum(h.up + h.slow) over () as n
					from availability.rollup_hour h join main on main.id = h.check_id
					where h.at >= :from and h.at < :to) r
				where r.n > 0 group by r.n""")
			.param("service", service.value())
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("to", to.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Phases(row.getInt("dns"), row.getInt("connect"), row.getInt("tls"),
					row.getInt("first_byte")))
			.optional();
	}

	/** When the certificate of its website ends, as the last check saw it. */
	public Optional<LocalDate> certificateEnds(ServiceId service, Instant now) {
		return this.jdbc.sql(MAIN + """
				select r.certificate_day from availability.result r join main on main.id = r.check_id
				where r.at > :from and r.certificate_day > 0 order by r.at desc limit 1""")
			.param("service", service.value())
			.param("from", recent(now))
			.query((row, number) -> LocalDate.ofEpochDay(row.getInt("certificate_day")))
			.optional();
	}

	/** The last results, the newest first. */
	public List<Result> last(ServiceId service, Instant now, int limit) {
		return this.jdbc.sql(MAIN + """
				select r.at, r.outcome, r.cause, r.status, r.total_ms
				from availability.result r join main on main.id = r.check_id
				where r.at > :from order by r.at desc limit :limit""")
			.param("service", service.value())
			.param("from", recent(now))
			.param("limit", limit)
			.query((row, number) -> new Result(instant(row, "at"), Outcome.of(row.getInt("outcome")),
					(row.getInt("cause") != 0) ? Cause.of(row.getInt("cause")) : null, row.getInt("status"),
					row.getInt("total_ms")))
			.list();
	}

	private static OffsetDateTime recent(Instant now) {
		return now.atOffset(ZoneOffset.UTC).minusHours(RECENT_HOURS);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
