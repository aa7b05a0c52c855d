package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SurveyResults;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the sums of a time: of its whole months, and of the days around them. */
@Component
class SumReader {

	private static final String ROWS = "select " + SumTable.COLUMNS
			+ """
					from survey.sums where version_id in (select id from survey.instrument_version where instrument = :instrument)
					""";

	/** Without what only alpha needs, which is most of a row. */
	private static final String LIGHT_ROWS = "select " + SumTable.LIGHT_COLUMNS
			+ """
					from survey.sums where version_id in (select id from survey.instrument_version where instrument = :instrument)
					""";

	private static final String COUNTS = """
			select service_id, sum(answers) as answers from survey.sums where stratum <> 'SUSPECT'
			""";

	private static final String SPANS = """
			 and ((span = 'MONTH' and first_day >= :firstMonth and first_day < :endMonth)
				or (span = 'DAY' and first_day between :first and :last and not (first_day >= :firstMonth and first_day < :endMonth)))
			""";

	private static final String SINGLE_DAYS = " and span = 'DAY' and first_day between :first and :last";

	private static final String OF_CITY = " and level = 'CITY'";

	private static final String OF_AGENCY = " and level = 'SERVICE' and agency = :agency";

	private static final String OF_SERVICE = " and level = 'SERVICE' and service_id = :service";

	private static final String OF_ALL = " and level = 'SERVICE'";

	private static final String OF_SERVICES = " and level = 'SERVICE' and service_id is not null";

	private static final String OF_AGENCIES = " and level = 'SERVICE' and agency is not null";

	private final JdbcClient jdbc;

	private final SumTable table;

	SumReader(JdbcClient jdbc, SumTable table) {
		this.jdbc = jdbc;
		this.table = table;
	}

	/** All there is to know, alpha too. */
	List<SumRow> whole(Scope scope, Days days, Instrument instrument) {
		return rows(scoped(ROWS + SPANS + OF_CITY, ROWS + SPANS + OF_AGENCY, ROWS + SPANS + OF_SERVICE, scope, days,
				instrument));
	}

	/** Without alpha, as all that follow. */
	List<SumRow> light(Scope scope, Days days, Instrument instrument) {
		return rows(scoped(LIGHT_ROWS + SPANS + OF_CITY, LIGHT_ROWS + SPANS + OF_AGENCY,
				LIGHT_ROWS + SPANS + OF_SERVICE, scope, days, instrument));
	}

	/** Day by day, also of whole months. */
	List<SumRow> singleDays(Scope scope, Days days, Instrument instrument) {
		return rows(scoped(LIGHT_ROWS + SINGLE_DAYS + OF_CITY, LIGHT_ROWS + SINGLE_DAYS + OF_AGENCY,
				LIGHT_ROWS + SINGLE_DAYS + OF_SERVICE, scope, days, instrument));
	}

	/** Of services, and of what counts for none of them. */
	List<SumRow> ofAll(Days days, Instrument instrument) {
		return rows(spans(LIGHT_ROWS + SPANS + OF_ALL, days, instrument));
	}

	List<SumRow> ofServices(Days days, Instrument instrument) {
		return rows(spans(LIGHT_ROWS + SPANS + OF_SERVICES, days, instrument));
	}

	List<SumRow> ofAgencies(Days days, Instrument instrument) {
		return rows(spans(LIGHT_ROWS + SPANS + OF_AGENCIES, days, instrument));
	}

	/**
	 * How many answered, whatever they were asked, with those who wait for others or
	 * count for more than their service.
	 */
	SurveyResults.Answered answered(Days days) {
		Spans spans = Spans.of(days);
		Map<ServiceId, Long> counts = new HashMap<>();
		this.jdbc.sql("""
				select a.service_id, count(*) as answers
				from survey.answer a left join survey.burst b on b.id = a.burst_id
				where a.counted_for is distinct from 'SERVICE' and a.service_id is not null
					and a.day between :first and :last and (a.burst_id is null or b.decision = 'GENUINE')
				group by a.service_id""").param("first", days.first()).param("last", days.last()).query((row) -> {
			counts.put(new ServiceId(row.getObject("service_id", UUID.class)), row.getLong("answers"));
		});
		this.jdbc.sql(COUNTS + SPANS + OF_SERVICES + " group by service_id")
			.param("first", spans.first())
			.param("last", spans.last())
			.param("firstMonth", spans.firstMonth())
			.param("endMonth", spans.endMonth())
			.query((row) -> {
				counts.merge(new ServiceId(row.getObject("service_id", UUID.class)), row.getLong("answers"), Long::sum);
			});
		LocalDate since = this.jdbc.sql("""
				select min(day) as since from survey.answer where day between ? and ?""")
			.params(days.first(), days.last())
			.query((row, number) -> row.getObject("since", LocalDate.class))
			.optional()
			.orElse(null);
		return new SurveyResults.Answered(since, counts);
	}

	/** On which anybody answered, null when nobody has. */
	@Nullable LocalDate firstDay() {
		return this.jdbc.sql("select min(first_day) as since from survey.sums where level = 'CITY' and span = 'DAY'")
			.query((row, number) -> row.getObject("since", LocalDate.class))
			.optional()
			.orElse(null);
	}

	private List<SumRow> rows(JdbcClient.StatementSpec statement) {
		return statement.query(this.table::row).list();
	}

	private JdbcClient.StatementSpec scoped(String ofCity, String ofAgency, String ofService, Scope scope, Days days,
			Instrument instrument) {
		if (scope.service() != null) {
			return spans(ofService, days, instrument).param("service", scope.service().value());
		}
		return (scope.agency() != null) ? spans(ofAgency, days, instrument).param("agency", scope.agency())
				: spans(ofCity, days, instrument);
	}

	private JdbcClient.StatementSpec spans(String sql, Days days, Instrument instrument) {
		this.table.learn(instrument);
		Spans spans = Spans.of(days);
		return this.jdbc.sql(sql)
			.param("instrument", instrument.name())
			.param("first", spans.first())
			.param("last", spans.last())
			.param("firstMonth", spans.firstMonth())
			.param("endMonth", spans.endMonth());
	}

}
