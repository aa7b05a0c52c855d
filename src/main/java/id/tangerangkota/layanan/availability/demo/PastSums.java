package id.tangerangkota.layanan.availability.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.demo.PastPlan.WatchedSite;
import id.tangerangkota.layanan.availability.probe.Outcome;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Writes the sums that single results of the past would have added up to: 5 minutes of
 * the last two days, hours and days of all. Hours are what their 5 minutes add up to, and
 * days what their hours do.
 */
final class PastSums {

	private static final Duration STEP = Duration.ofMinutes(5);

	private static final Duration HOUR = Duration.ofHours(1);

	/** Of which 5 minutes are written. */
	private static final Duration FINE = Duration.ofDays(2);

	private static final int SLOW_MILLIS = 3600;

	/** How answers spread around the usual time, and which part of them. */
	private static final double[] TIMES = { 0.8, 1, 1.25, 1.8, 3 };

	private static final double[] PARTS = { 0.2, 0.6, 0.85, 0.95, 1 };

	private final DataSource database;

	private final int[] bounds;

	PastSums(DataSource database, JdbcClient jdbc) {
		this.database = database;
		this.bounds = jdbc.sql("select unnest(availability.time_bounds())")
			.query(Integer.class)
			.list()
			.stream()
			.mapToInt(Integer::intValue)
			.toArray();
	}

	/** Results of a span of time. */
	private static final class Sum {

		private int up;

		private int slow;

		private int down;

		private int refused;

		private int empty;

		private long total;

		private final TreeMap<Integer, Integer> buckets = new TreeMap<>();

		void add(Sum other) {
			this.up += other.up;
			this.slow += other.slow;
			this.down += other.down;
			this.refused += other.refused;
			this.empty += other.empty;
			this.total += other.total;
			other.buckets.forEach((bucket, count) -> this.buckets.merge(bucket, count, Integer::sum));
		}

		private int answers() {
			return this.up + this.slow;
		}

	}

	/** Rows as they are copied into tables. */
	record Tables(String steps, String hours, String days) {
	}

	/**
	 * Adds them up.
	 * @param until a multiple of five minutes
	 */
	Tables addUp(Collection<WatchedSite> sites, List<Past> past, Instant start, Instant until) {
		Map<Integer, List<Past>> byCheck = past.stream().collect(Collectors.groupingBy(Past::check));
		StringBuilder steps = new StringBuilder();
		StringBuilder hours = new StringBuilder();
		StringBuilder days = new StringBuilder();
		Instant fine = until.minus(FINE).truncatedTo(ChronoUnit.HOURS);
		for (WatchedSite site : sites) {
			addUp(site, byCheck.getOrDefault(site.check(), List.of()), start, until, fine, List.of(steps, hours, days));
		}
		return new Tables(steps.toString(), hours.toString(), days.toString());
	}

	/** Writes them. */
	void write(Tables tables) {
		copy("rollup_5m", tables.steps());
		copy("rollup_hour", tables.hours());
		copy("rollup_day", tables.days());
	}

	private void addUp(WatchedSite site, List<Past> past, Instant start, Instant until, Instant fine,
			List<StringBuilder> tables) {
		Random random = new Random(site.host().hashCode());
		Map<LocalDate, Sum> days = new TreeMap<>();
		for (Instant hour = start; hour.isBefore(until); hour = hour.plus(HOUR)) {
			Sum sum = new Sum();
			if (hour.isBefore(fine)) {
				fill(sum, site, past, hour, HOUR, random);
			}
			else {
				for (Instant at = hour; at.isBefore(hour.plus(HOUR)) && at.isBefore(until); at = at.plus(STEP)) {
					Sum step = new Sum();
					fill(step, site, past, at, STEP, random);
					row(tables.get(0), site.check(), at, step);
					sum.add(step);
				}
			}
			// An hour and a day that go on are summed up when they are over.
			if (!hour.plus(HOUR).isAfter(until)) {
				row(tables.get(1), site.check(), hour, sum);
			}
			days.computeIfAbsent(LocalDate.ofInstant(hour, AvailabilityReport.ZONE), (day) -> new Sum()).add(sum);
		}
		days.remove(LocalDate.ofInstant(until, AvailabilityReport.ZONE));
		days.forEach((day, sum) -> row(tables.get(2), site.check(),
				day.atStartOfDay(AvailabilityReport.ZONE).toInstant(), sum));
	}

	private void fill(Sum sum, WatchedSite site, List<Past> past, Instant at, Duration length, Random random) {
		Map<Outcome, Integer> bad = new HashMap<>();
		for (Past one : past) {
			int minutes = minutes(one, at, at.plus(length));
			if (minutes > 0) {
				bad.merge(one.outcome(), minutes, Integer::sum);
			}
		}
		sum.slow = bad.getOrDefault(Outcome.SLOW, 0);
		sum.down = bad.getOrDefault(Outcome.DOWN, 0);
		sum.refused = bad.getOrDefault(Outcome.REFUSED, 0);
		sum.empty = bad.getOrDefault(Outcome.VOID, 0);
		sum.up = (int) length.toMinutes() - sum.slow - sum.down - sum.refused - sum.empty;
		double usual = Timetable.thinking(site.host(), at.plus(length.dividedBy(2)))
				* (0.92 + 0.16 * random.nextDouble());
		int counted = 0;
		for (int n = 0; n < TIMES.length; n++) {
			int reached = (int) Math.round(sum.up * PARTS[n]);
			count(sum, (int) Math.min(Math.round(usual * TIMES[n]), CheckSpec.USUAL_SLOW.toMillis() - 1),
					reached - counted);
			counted = reached;
		}
		count(sum, SLOW_MILLIS, sum.slow);
	}

	/** One look a minute. */
	private static int minutes(Past one, Instant from, Instant to) {
		Instant begins = one.from().isAfter(from) ? one.from() : from;
		Instant ends = (one.until() != null && one.until().isBefore(to)) ? one.until() : to;
		return begins.isBefore(ends) ? (int) Math.min(Math.round(Duration.between(begins, ends).toSeconds() / 60.0),
				Duration.between(from, to).toMinutes()) : 0;
	}

	private void count(Sum sum, int millis, int times) {
		if (times > 0) {
			sum.buckets.merge(bucket(millis), times, Integer::sum);
			sum.total += (long) millis * times;
		}
	}

	/** As availability.time_bucket. */
	private int bucket(int millis) {
		int bucket = 0;
		while (bucket < this.bounds.length && millis >= this.bounds[bucket]) {
			bucket++;
		}
		return bucket;
	}

	/** As availability.percentile. */
	private @Nullable Integer percentile(Sum sum, double fraction) {
		int reached = 0;
		for (Map.Entry<Integer, Integer> bucket : sum.buckets.entrySet()) {
			reached += bucket.getValue();
			if (reached >= fraction * sum.answers()) {
				return this.bounds[bucket.getKey()] - 1;
			}
		}
		return null;
	}

	private void row(StringBuilder table, int check, Instant at, Sum sum) {
		long dns = 2L * sum.answers();
		long tls = 6L * sum.answers();
		List<@Nullable Object> columns = new ArrayList<>(List.of(at, check, sum.up, sum.slow, sum.down, sum.refused,
				sum.empty, dns, sum.answers(), tls, Math.max(0, sum.total - dns - tls - sum.answers()), sum.total));
		columns.add(percentile(sum, 0.5));
		columns.add(percentile(sum, 0.95));
		columns.add(array(sum.buckets.keySet()));
		columns.add(array(sum.buckets.values()));
		table.append(columns.stream()
			.map((column) -> (column != null) ? column.toString() : "\\N")
			.collect(Collectors.joining("\t", "", "\n")));
	}

	private static String array(Collection<Integer> numbers) {
		return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

	private void copy(String table, String rows) {
		Connection connection = DataSourceUtils.getConnection(this.database);
		try {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy availability." + table
						+ " (at, check_id, up, slow, down, refused, void, dns_ms, connect_ms,"
						+ " tls_ms, first_byte_ms, total_ms, p50_ms, p95_ms, buckets, counts) from stdin",
						new StringReader(rows));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Sums of the past cannot be written", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.database);
		}
	}

}
