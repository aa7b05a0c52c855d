package id.tangerangkota.layanan.quality.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Indicator.Fact;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
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
	 * Puts the facts of an indicator and a day in the place of those that are there; the
	 * sums of the month are to be {@linkplain #addUp made anew} then.
	 * @param apart services whose facts are added to no agency and not to the city
	 * @return whether anything is different
	 */
	boolean replace(String indicator, LocalDate day, List<Fact> facts, Set<ServiceId> apart, Instant now) {
		List<Fact> ordered = facts.stream().filter((fact) -> !fact.sum().isEmpty()).sorted(ORDER).toList();
		String digest = digest(ordered, apart);
		if (!record(indicator, day, null, digest, now)) {
			return false;
		}
		clear(indicator, day);
		insert(indicator, day, ordered, apart);
		return true;
	}

	/** Says that the source of an indicator was missing on a day, as {@link #replace}. */
	boolean missing(String indicator, LocalDate day, String source, Instant now) {
		if (!record(indicator, day, source, digest(List.of(), Set.of()), now)) {
			return false;
		}
		clear(indicator, day);
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
		this.jdbc.sql("delete from quality.fact where indicator = ? and day = ?")
			.params(indicator, Date.valueOf(day))
			.update();
	}

	private void insert(String indicator, LocalDate day, List<Fact> facts, Set<ServiceId> apart) {
		Map<String, Sum> agencies = new TreeMap<>();
		Sum city = Sum.NONE;
		List<Object[]> rows = new ArrayList<>();
		for (Fact fact : facts) {
			boolean alone = isApart(fact, apart);
			if (!alone) {
				city = city.plus(fact.sum());
			}
			if (fact.agency() != null && !alone) {
				agencies.merge(fact.agency().code(), fact.sum(), Sum::plus);
			}
			if (fact.service() != null) {
				rows.add(row(indicator, day, Subject.of(fact.service()), fact.agency(), fact.sum(), alone));
			}
		}
		agencies
			.forEach((code, sum) -> rows.add(row(indicator, day, Subject.of(new AgencyId(code)), null, sum, false)));
		if (!city.isEmpty()) {
			rows.add(row(indicator, day, Subject.CITY, null, city, false));
		}
		this.batches.batchUpdate("""
				insert into quality.fact (indicator, level, subject, day, owner, numerator, denominator, classes, apart)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
	}

	private static boolean isApart(Fact fact, Set<ServiceId> apart) {
		return fact.service() != null && apart.contains(fact.service());
	}

	private static Object[] row(String indicator, LocalDate day, Subject subject, @Nullable AgencyId owner, Sum sum,
			boolean apart) {
		long[] classes = sum.classes();
		return new Object[] { indicator, subject.level().name(), subject.id(), Date.valueOf(day),
				(owner != null) ? owner.code() : null, sum.numerator(), sum.denominator(),
				(classes != null) ? Arrays.stream(classes).boxed().toArray(Long[]::new) : null, apart };
	}

	/** Makes the sums of the day's month anew. */
	void addUp(String indicator, LocalDate day) {
		LocalDate month = day.withDayOfMonth(1);
		this.jdbc.sql("delete from quality.month where indicator = ? and month = ?")
			.params(indicator, Date.valueOf(month))
			.update();
		this.jdbc.sql("""
				insert into quality.month (indicator, level, subject, month, days, numerator, denominator, classes)
				select indicator, level, subject, :month, count(*), sum(numerator), sum(denominator),
					quality.total(classes) filter (where classes is not null)
				from quality.fact where indicator = :indicator and day >= :month and day < :next
				group by indicator, level, subject""")
			.param("month", Date.valueOf(month))
			.param("next", Date.valueOf(month.plusMonths(1)))
			.param("indicator", indicator)
			.update();
	}

	private static String digest(List<Fact> ordered, Set<ServiceId> apart) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			ordered.forEach((fact) -> sha256
				.update((text(fact) + (isApart(fact, apart) ? " apart" : "") + "\n").getBytes(StandardCharsets.UTF_8)));
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

	/**
	 * The facts of a day as they are stored: of services, and what agencies and the city
	 * have beyond them.
	 * @return nothing when the day was not counted, or its source was missing
	 */
	Optional<List<Fact>> stored(String indicator, LocalDate day) {
		return isCounted(indicator, day) ? Optional.of(read(indicator, day)) : Optional.empty();
	}

	boolean isCounted(String indicator, LocalDate day) {
		return this.jdbc
			.sql("select exists (select from quality.day where indicator = ? and day = ? and missing is null)")
			.params(indicator, Date.valueOf(day))
			.query(Boolean.class)
			.single();
	}

	private List<Fact> read(String indicator, LocalDate day) {
		return this.jdbc.sql("""
				with f as (select level, subject, owner, numerator, denominator, apart from quality.fact
					where indicator = :indicator and day = :day),
				services as (select coalesce(owner, '') as owner, sum(numerator) as n, sum(denominator) as d
					from f where level = 'SERVICE' and not apart group by 1),
				agencies as (select f.subject as owner, f.numerator - coalesce(s.n, 0) as n,
						f.denominator - coalesce(s.d, 0) as d
					from f left join services s on s.owner = f.subject where f.level = 'AGENCY'),
				below as (select coalesce(sum(n), 0) as n, coalesce(sum(d), 0) as d
					from (select n, d from services union all select n, d from agencies) as b)
				select subject, owner, numerator, denominator from f where level = 'SERVICE'
				union all select null, owner, n, d from agencies where d > 0
				union all select null, null, f.numerator - below.n, f.denominator - below.d from f, below
				where f.level = 'CITY' and f.denominator > below.d""")
			.param("indicator", indicator)
			.param("day", Date.valueOf(day))
			.query((row, number) -> new Fact(
					(row.getString("subject") != null) ? Subject.of(Level.SERVICE, row.getString("subject")).service()
							: null,
					(row.getString("owner") != null) ? new AgencyId(row.getString("owner")) : null,
					Sum.of(row.getLong("numerator"), row.getLong("denominator"))))
			.list();
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
		return this.jdbc.sql("select distinct day from quality.stale_day where indicator = ? order by day")
			.param(indicator)
			.query((row, number) -> row.getObject("day", LocalDate.class))
			.list();
	}

	/**
	 * Takes a day off the list, in the transaction that counts it. What is put there by
	 * transactions that did not end yet stays: the count does not see their corrections.
	 */
	void take(String indicator, LocalDate day) {
		this.jdbc.sql("delete from quality.stale_day where indicator = ? and day = ?")
			.params(indicator, Date.valueOf(day))
			.update();
	}

	/** Those days that were counted before; the others come by themselves. */
	void markStaleIfCounted(String indicator, LocalDate from, LocalDate to) {
		this.jdbc.sql("""
				insert into quality.stale_day (day, indicator)
				select day, indicator from quality.day where indicator = :indicator and day between :from and :to""")
			.param("indicator", indicator)
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.update();
	}

	void markStale(String indicator, LocalDate from, LocalDate to) {
		this.jdbc.sql("""
				insert into quality.stale_day (day, indicator)
				select cast(g.day as date), :indicator
				from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as g (day)""")
			.param("from", Date.valueOf(from))
			.param("to", Date.valueOf(to))
			.param("indicator", indicator)
			.update();
	}

}
