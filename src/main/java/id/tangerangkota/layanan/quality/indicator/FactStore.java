package id.tangerangkota.layanan.quality.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of a day. Sums of agencies and of the city are stored beside those of
 * services, so that no page adds up a year of all of them.
 */
@Component
class FactStore {

	private static final Comparator<Fact> ORDER = Comparator.comparing(FactStore::text);

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	FactStore(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Puts the facts of an indicator and a day in the place of those that are there.
	 * @return whether anything is different
	 */
	boolean replace(String indicator, LocalDate day, List<Fact> facts, Instant now) {
		List<Fact> ordered = facts.stream().filter((fact) -> !fact.sum().isEmpty()).sorted(ORDER).toList();
		String digest = digest(ordered);
		if (!record(indicator, day, null, digest, now)) {
			return false;
		}
		clear(indicator, day);
		insert(indicator, day, ordered);
		addUp(indicator, day);
		return true;
	}

	/** Says that the source of an indicator was missing on a day. */
	boolean missing(String indicator, LocalDate day, String source, Instant now) {
		if (!record(indicator, day, source, digest(List.of()), now)) {
			return false;
		}
		clear(indicator, day);
		addUp(indicator, day);
		return true;
	}

	private boolean record(String indicator, LocalDate day, @Nullable String missing, String digest, Instant now) {
		return this.jdbc.sql("""
				insert into quality.day as d (day, indicator, missing, digest, computed_at)
				values (:day, :indicator, :missing, :digest, :now)
				on conflict (day, indicator) do update set missing = excluded.missing, digest = excluded.digest,
					computed_at = excluded.computed_at
				where d.digest <> excluded.digest or d.missing is distinct from excluded.missing""")
			.param("day", Date.valueOf(day))
			.param("indicator", indicator)
			.param("missing", missing)
			.param("digest", digest)
			.param("now", Timestamp.from(now))
			.update() > 0;
	}

	private void clear(String indicator, LocalDate day) {
		for (String table : List.of("fact", "agency_fact", "city_fact")) {
			this.jdbc.sql("delete from quality." + table + " where indicator = ? and day = ?")
				.params(indicator, Date.valueOf(day))
				.update();
		}
	}

	private void insert(String indicator, LocalDate day, List<Fact> facts) {
		Map<String, Sum> agencies = new TreeMap<>();
		Sum city = Sum.NONE;
		for (Fact fact : facts) {
			city = city.plus(fact.sum());
			if (fact.agency() != null) {
				agencies.merge(fact.agency().code(), fact.sum(), Sum::plus);
			}
		}
		this.batches.batchUpdate("""
				insert into quality.fact (indicator, day, service_id, agency, numerator, denominator, classes)
				values (?, ?, ?, ?, ?, ?, ?)""",
				facts.stream().filter((fact) -> fact.service() != null).<Object[]>map((fact) -> {
					UUID service = (fact.service() != null) ? fact.service().value() : null;
					String agency = (fact.agency() != null) ? fact.agency().code() : null;
					return row(indicator, day, fact.sum(), service, agency);
				}).toList());
		this.batches.batchUpdate("""
				insert into quality.agency_fact (indicator, day, agency, numerator, denominator, classes)
				values (?, ?, ?, ?, ?, ?)""",
				agencies.entrySet()
					.stream()
					.<Object[]>map((sum) -> row(indicator, day, sum.getValue(), sum.getKey()))
					.toList());
		if (!city.isEmpty()) {
			this.batches.batchUpdate("""
					insert into quality.city_fact (indicator, day, numerator, denominator, classes)
					values (?, ?, ?, ?, ?)""", List.<Object[]>of(row(indicator, day, city)));
		}
	}

	/** Makes the sums of the day's month anew. */
	private void addUp(String indicator, LocalDate day) {
		LocalDate month = day.withDayOfMonth(1);
		addUp(indicator, month, "quality.service_month", "quality.fact", "service_id");
		addUp(indicator, month, "quality.agency_month", "quality.agency_fact", "agency");
	}

	private void addUp(String indicator, LocalDate month, String table, String days, String subject) {
		this.jdbc.sql("delete from " + table + " where indicator = ? and month = ?")
			.params(indicator, Date.valueOf(month))
			.update();
		this.jdbc
			.sql("""
					insert into %1$s (month, indicator, %3$s, days, numerator, denominator, classes)
					select :month, :indicator, %3$s, count(*), sum(numerator), sum(denominator), quality.total(classes)
					from %2$s where day >= :month and day < :next and indicator = :indicator group by %3$s"""
				.formatted(table, days, subject))
			.param("month", Date.valueOf(month))
			.param("next", Date.valueOf(month.plusMonths(1)))
			.param("indicator", indicator)
			.update();
	}

	private static @Nullable Object[] row(String indicator, LocalDate day, Sum sum, @Nullable Object... subject) {
		@Nullable Object[] row = new Object[subject.length + 5];
		row[0] = indicator;
		row[1] = Date.valueOf(day);
		System.arraycopy(subject, 0, row, 2, subject.length);
		row[subject.length + 2] = sum.numerator();
		row[subject.length + 3] = sum.denominator();
		row[subject.length + 4] = (sum.classes() != null) ? Arrays.stream(sum.classes()).boxed().toArray(Long[]::new)
				: null;
		return row;
	}

	private static String digest(List<Fact> ordered) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			ordered.forEach((fact) -> sha256.update((text(fact) + "\n").getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(sha256.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	private static String text(Fact fact) {
		return fact.service() + " " + fact.agency() + " " + fact.sum().numerator() + " " + fact.sum().denominator()
				+ " " + Arrays.toString(fact.sum().classes());
	}

	/** The days up to one that no facts were counted for, the oldest first. */
	List<LocalDate> uncounted(String indicator, LocalDate from, LocalDate to) {
		return this.jdbc
			.sql("""
					select cast(g.day as date) as day
					from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)
					where not exists (select from quality.day d where d.day = cast(g.day as date) and d.indicator = :indicator)
					order by 1""")
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.param("indicator", indicator)
			.query((row, number) -> row.getObject("day", LocalDate.class))
			.list();
	}

	/** Days to be counted again. */
	List<LocalDate> stale(String indicator) {
		return this.jdbc.sql("select day from quality.stale_day where indicator = ? order by day")
			.param(indicator)
			.query((row, number) -> row.getObject("day", LocalDate.class))
			.list();
	}

	/** Takes a day off the list, in the transaction that counts it. */
	void take(String indicator, LocalDate day) {
		this.jdbc.sql("delete from quality.stale_day where indicator = ? and day = ?")
			.params(indicator, Date.valueOf(day))
			.update();
	}

	void markStale(String indicator, LocalDate from, LocalDate to) {
		this.jdbc.sql("""
				insert into quality.stale_day (day, indicator)
				select cast(g.day as date), :indicator
				from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)
				on conflict do nothing""")
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.param("indicator", indicator)
			.update();
	}

}
