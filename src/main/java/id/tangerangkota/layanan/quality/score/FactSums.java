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
import java.util.UUID;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Sum;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads sums of facts. Of services and agencies whole months are read, and single days
 * only where a period begins or ends within one; both add up to the same.
 */
@Component
class FactSums {

	private static final String OF_CITY = """
			select null as subject, indicator, count(*) as days, sum(numerator) as numerator,
				sum(denominator) as denominator, quality.total(classes) as classes
			from quality.city_fact where day between :from and :to group by indicator
			""";

	/** Parts of a period: whole months, and the days around them. */
	private static final String PARTS = """
			select subject, indicator, sum(days) as days, sum(numerator) as numerator, sum(denominator) as denominator,
				quality.total(classes) as classes
			from (
				select %3$s as subject, indicator, days, numerator, denominator, classes from %1$s
				where month >= :firstMonth and month < :endMonth %4$s
				union all
				select %3$s, indicator, 1, numerator, denominator, classes from %2$s
				where (day between :from and :headEnd or day between :tailStart and :to) %4$s
			) part group by subject, indicator
			""";

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
	}

	/** By indicator. */
	Map<String, Total> of(Subject subject, Period period) {
		if (subject.isCity()) {
			Map<String, Total> totals = new HashMap<>();
			this.jdbc.sql(OF_CITY)
				.param("from", Date.valueOf(period.from()))
				.param("to", Date.valueOf(period.to()))
				.query((row) -> {
					totals.put(row.getString("indicator"), total(row));
				});
			return totals;
		}
		return of(List.of(subject), period).getOrDefault(subject, Map.of());
	}

	/** Of services only or of agencies only, by subject and indicator. */
	Map<Subject, Map<String, Total>> of(Collection<Subject> subjects, Period period) {
		Object[] agencies = subjects.stream()
			.map(Subject::agency)
			.filter((agency) -> agency != null)
			.map(String::valueOf)
			.toArray(String[]::new);
		Object[] services = subjects.stream()
			.map(Subject::service)
			.filter((service) -> service != null)
			.map((service) -> service.value())
			.toArray(UUID[]::new);
		Map<Subject, Map<String, Total>> totals = new HashMap<>();
		if (services.length > 0) {
			totals.putAll(parts(true, period, services));
		}
		if (agencies.length > 0) {
			totals.putAll(parts(false, period, agencies));
		}
		return totals;
	}

	/** Of all services or all agencies that have any. */
	Map<Subject, Map<String, Total>> all(boolean services, Period period) {
		return parts(services, period, null);
	}

	private Map<Subject, Map<String, Total>> parts(boolean services, Period period, Object @Nullable [] only) {
		String table = services ? "quality.service_month" : "quality.agency_month";
		String days = services ? "quality.fact" : "quality.agency_fact";
		String column = services ? "service_id" : "agency";
		String restriction = (only != null) ? "and " + column + " = any (:subjects)" : "";
		LocalDate firstMonth = firstOfMonthFrom(period.from());
		LocalDate endMonth = period.to().plusDays(1).withDayOfMonth(1);
		boolean whole = firstMonth.isBefore(endMonth);
		LocalDate headEnd = whole ? firstMonth.minusDays(1) : period.to();
		LocalDate tailStart = whole ? endMonth : period.to().plusDays(1);
		JdbcClient.StatementSpec statement = this.jdbc.sql(PARTS.formatted(table, days, column, restriction))
			.param("firstMonth", Date.valueOf(firstMonth))
			.param("endMonth", Date.valueOf(whole ? endMonth : firstMonth))
			.param("from", Date.valueOf(period.from()))
			.param("headEnd", Date.valueOf(headEnd))
			.param("tailStart", Date.valueOf(tailStart))
			.param("to", Date.valueOf(period.to()));
		if (only != null) {
			statement = statement.param("subjects", only);
		}
		Map<Subject, Map<String, Total>> totals = new HashMap<>();
		statement.query((row) -> {
			Subject subject = services ? Subject.of(new ServiceId(row.getObject("subject", UUID.class)))
					: Subject.of(new AgencyId(row.getString("subject")));
			totals.computeIfAbsent(subject, (key) -> new HashMap<>()).put(row.getString("indicator"), total(row));
		});
		return totals;
	}

	private static LocalDate firstOfMonthFrom(LocalDate day) {
		return (day.getDayOfMonth() == 1) ? day : day.plusMonths(1).withDayOfMonth(1);
	}

	private static Total total(ResultSet row) throws SQLException {
		return new Total(sum(row), row.getInt("days"));
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

	/** Days on which the source of an indicator was missing, by indicator. */
	Map<String, Integer> gaps(Period period) {
		Map<String, Integer> gaps = new HashMap<>();
		this.jdbc.sql("""
				select indicator, count(*) as gaps from quality.day
				where day between :from and :to and missing is not null group by indicator""")
			.param("from", Date.valueOf(period.from()))
			.param("to", Date.valueOf(period.to()))
			.query((row) -> {
				gaps.put(row.getString("indicator"), row.getInt("gaps"));
			});
		return gaps;
	}

	/** Every day that was counted, whether or not anything was found. */
	List<Day> days(String indicator, Subject subject, Period period) {
		String facts = "select day, numerator, denominator, classes from quality.city_fact where indicator = :indicator";
		if (subject.service() != null) {
			facts = "select day, numerator, denominator, classes from quality.fact where indicator = :indicator and service_id = :subject";
		}
		else if (subject.agency() != null) {
			facts = "select day, numerator, denominator, classes from quality.agency_fact where indicator = :indicator and agency = :subject";
		}
		JdbcClient.StatementSpec statement = this.jdbc.sql("""
				select d.day, d.missing is not null as gap, coalesce(f.numerator, 0) as numerator,
					coalesce(f.denominator, 0) as denominator, f.classes
				from quality.day d left join (%s) f on f.day = d.day
				where d.indicator = :indicator and d.day between :from and :to order by d.day""".formatted(facts))
			.param("indicator", indicator)
			.param("from", Date.valueOf(period.from()))
			.param("to", Date.valueOf(period.to()));
		if (subject.service() != null) {
			statement = statement.param("subject", subject.service().value());
		}
		else if (subject.agency() != null) {
			statement = statement.param("subject", subject.agency().code());
		}
		return statement
			.query((row, number) -> new Day(row.getObject("day", LocalDate.class), sum(row), row.getBoolean("gap")))
			.list();
	}

}
