package id.tangerangkota.layanan.quality.score;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads sums of facts. Whole months are read, and single days only where a period begins
 * or ends within one; both add up to the same.
 */
@Component
class FactSums {

	private final JdbcClient jdbc;

	FactSums(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The facts of an indicator in a period.
	 *
	 * @param days with any
	 */
	record Total(Sum sum, int days) {

		/** Adding classes here is a hundred times as fast as in the database. */
		Total plus(Total other) {
			return new Total(this.sum.plus(other.sum), this.days + other.days);
		}

	}

	/** By indicator. */
	Map<String, Total> of(Subject subject, Period period) {
		return of(subject.level(), List.of(subject), period).getOrDefault(subject, Map.of());
	}

	/** By subject and indicator, of subjects of one level that have any. */
	Map<Subject, Map<String, Total>> of(Level level, Collection<Subject> subjects, Period period) {
		return read(level, period, subjects.stream().map(Subject::id).toArray(String[]::new));
	}

	/** Of all that have any. */
	Map<Subject, Map<String, Total>> all(Level level, Period period) {
		return read(level, period, null);
	}

	private Map<Subject, Map<String, Total>> read(Level level, Period period, String @Nullable [] only) {
		Map<Subject, Map<String, Total>> totals = new HashMap<>();
		this.jdbc.sql("""
				with part as (
					select subject, indicator, days, numerator, denominator, classes from quality.month
					where level = :level and month >= :firstMonth and month < :endMonth
						and (:all or subject = any (:subjects))
					union all
					select subject, indicator, 1, numerator, denominator, classes from quality.fact
					where level = :level and (day between :from and :headEnd or day between :tailStart and :to)
						and (:all or subject = any (:subjects))
				)
				select subject, indicator, sum(days) as days, sum(numerator) as numerator,
					sum(denominator) as denominator, cast(null as bigint[]) as classes
				from part where classes is null group by subject, indicator
				union all
				select subject, indicator, days, numerator, denominator, classes from part where classes is not null""")
			.param("level", level.name())
			.params(months(period))
			.param("all", only == null)
			.param("subjects", (only != null) ? only : new String[0])
			.query((row) -> {
				totals.computeIfAbsent(Subject.of(level, row.getString("subject")), (key) -> new HashMap<>())
					.merge(row.getString("indicator"), new Total(sum(row), row.getInt("days")), Total::plus);
			});
		return totals;
	}

	/** Whole months, and the days of the time before and after them. */
	private static Map<String, Date> months(Period period) {
		LocalDate firstMonth = firstOfMonthFrom(period.from());
		LocalDate endMonth = period.to().plusDays(1).withDayOfMonth(1);
		boolean whole = firstMonth.isBefore(endMonth);
		return Map.of("firstMonth", Date.valueOf(firstMonth), "endMonth", Date.valueOf(whole ? endMonth : firstMonth),
				"from", Date.valueOf(period.from()), "headEnd",
				Date.valueOf(whole ? firstMonth.minusDays(1) : period.to()), "tailStart",
				Date.valueOf(whole ? endMonth : period.to().plusDays(1)), "to", Date.valueOf(period.to()));
	}

	/** By the first days of the months or weeks they lie in, and indicator. */
	Map<LocalDate, Map<String, Total>> parts(Subject subject, Period period, Part part) {
		return switch (part) {
			case MONTH -> months(subject, period);
			case WEEK -> weeks(subject, period);
		};
	}

	private Map<LocalDate, Map<String, Total>> months(Subject subject, Period period) {
		return byStart(this.jdbc.sql("""
				select month as start, indicator, days, numerator, denominator, classes from quality.month
				where level = :level and subject = :subject and month >= :firstMonth and month < :endMonth
				union all
				select cast(date_trunc('month', day) as date), indicator, 1, numerator, denominator, classes
				from quality.fact where level = :level and subject = :subject
					and (day between :from and :headEnd or day between :tailStart and :to)""")
			.param("level", subject.level().name())
			.param("subject", subject.id())
			.params(months(period)));
	}

	private Map<LocalDate, Map<String, Total>> weeks(Subject subject, Period period) {
		return byStart(this.jdbc
			.sql("""
					select cast(date_trunc('week', day) as date) as start, indicator, 1 as days, numerator, denominator, classes
					from quality.fact where level = :level and subject = :subject and day between :from and :to""")
			.param("level", subject.level().name())
			.param("subject", subject.id())
			.param("from", Date.valueOf(period.from()))
			.param("to", Date.valueOf(period.to())));
	}

	private static Map<LocalDate, Map<String, Total>> byStart(JdbcClient.StatementSpec query) {
		Map<LocalDate, Map<String, Total>> totals = new HashMap<>();
		query.query((row) -> {
			totals.computeIfAbsent(row.getObject("start", LocalDate.class), (start) -> new HashMap<>())
				.merge(row.getString("indicator"), new Total(sum(row), row.getInt("days")), Total::plus);
		});
		return totals;
	}

	private static LocalDate firstOfMonthFrom(LocalDate day) {
		return (day.getDayOfMonth() == 1) ? day : day.plusMonths(1).withDayOfMonth(1);
	}

	private static Sum sum(ResultSet row) throws SQLException {
		return new Sum(row.getLong("numerator"), row.getLong("denominator"), classes(row.getArray("classes")));
	}

	private static long @Nullable [] classes(@Nullable Array array) throws SQLException {
		if (array == null) {
			return null;
		}
		Long[] boxed = (Long[]) array.getArray();
		long[] classes = new long[boxed.length];
		for (int i = 0; i < boxed.length; i++) {
			classes[i] = boxed[i];
		}
		return classes;
	}

	/**
	 * Days on which the source of an indicator was missing, by indicator. Between the
	 * first that had it and the last, that is also so of one that nobody counted while
	 * there was time. Before it, there was no source yet that could be missing.
	 */
	Map<String, Integer> gaps(Period period) {
		Map<String, Integer> gaps = new HashMap<>();
		this.jdbc.sql("""
				select indicator, greatest(0, least(:to, last) - greatest(:from, first) + 1) - counted as gaps
				from (select indicator, min(day) filter (where missing is null) as first, max(day) as last,
						count(*) filter (where day between :from and :to and missing is null) as counted
					from quality.day group by indicator) as s
				where first is not null""")
			.param("from", Date.valueOf(period.from()))
			.param("to", Date.valueOf(period.to()))
			.query((row) -> {
				gaps.put(row.getString("indicator"), row.getInt("gaps"));
			});
		return gaps;
	}

	/**
	 * Every day from the first that had its source to the last, whether or not anything
	 * was found.
	 */
	List<Day> days(String indicator, Subject subject, Period period) {
		return this.jdbc.sql("""
				select g.day, d.day is null or d.missing is not null as gap,
					coalesce(f.numerator, 0) as numerator, coalesce(f.denominator, 0) as denominator, f.classes
				from (select min(day) filter (where missing is null) as first, max(day) as last
					from quality.day where indicator = :indicator) as s
				cross join lateral (select cast(n as date) as day
					from generate_series(cast(greatest(:from, s.first) as timestamp),
						cast(least(:to, s.last) as timestamp), interval '1 day') as n) as g
				left join quality.day d on d.day = g.day and d.indicator = :indicator
				left join quality.fact f on f.day = g.day and f.indicator = :indicator and f.level = :level
					and f.subject = :subject
				where s.first is not null order by g.day""")
			.param("indicator", indicator)
			.param("level", subject.level().name())
			.param("subject", subject.id())
			.param("from", Date.valueOf(period.from()))
			.param("to", Date.valueOf(period.to()))
			.query((row, number) -> new Day(row.getObject("day", LocalDate.class), sum(row), row.getBoolean("gap")))
			.list();
	}

}
