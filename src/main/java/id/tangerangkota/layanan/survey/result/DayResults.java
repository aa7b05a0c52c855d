package id.tangerangkota.layanan.survey.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.survey.DayFigure;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.ItemFigure;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyRemark;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.answer.Remarks;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.instrument.Item;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums of days and tells what follows from them. */
@Component
class DayResults implements SurveyResults {

	private static final String ROWS = """
			select * from survey.sums where version_id in (select id from survey.instrument_version where instrument = :instrument)
			""";

	/** Without what only alpha needs, which is most of a row. */
	private static final String LIGHT_ROWS = """
			select first_day, service_id, agency, version_id, stratum, situation, met_outage, answers, items, dimensions,
				cast('{}' as integer[]) as pairs
			from survey.sums where version_id in (select id from survey.instrument_version where instrument = :instrument)
			""";

	private static final String SPANS = """
			 and ((span = 'MONTH' and first_day >= :firstMonth and first_day < :endMonth)
				or (span = 'DAY' and first_day between :first and :last and not (first_day >= :firstMonth and first_day < :endMonth)))
			""";

	private static final String SINGLE_DAYS = " and span = 'DAY' and first_day between :first and :last";

	private static final String OF_CITY = " and level = 'CITY'";

	private static final String OF_AGENCY = " and level = 'SERVICE' and agency = :agency";

	private static final String OF_SERVICE = " and level = 'SERVICE' and service_id = :service";

	private static final String OF_SERVICES = " and level = 'SERVICE' and service_id is not null";

	private static final String OF_AGENCIES = " and level = 'SERVICE' and agency is not null";

	private final JdbcClient jdbc;

	private final SumTable table;

	private final Instruments instruments;

	private final Populations populations;

	private final FollowUpDesk followUps;

	private final Remarks remarks;

	private final ServiceCatalog catalog;

	DayResults(JdbcClient jdbc, SumTable table, Instruments instruments, Populations populations,
			FollowUpDesk followUps, Remarks remarks, ServiceCatalog catalog) {
		this.jdbc = jdbc;
		this.table = table;
		this.instruments = instruments;
		this.populations = populations;
		this.followUps = followUps;
		this.remarks = remarks;
		this.catalog = catalog;
	}

	@Override
	public List<InstrumentFigures> figures(Scope scope, Days days, Instrument instrument) {
		Map<Integer, List<SumRow>> versions = byVersion(read(scope, days, instrument));
		if (versions.isEmpty()) {
			return List.of();
		}
		long population = population(scope);
		return this.instruments.versions(instrument)
			.stream()
			.filter((version) -> versions.containsKey(version.id()))
			.map((version) -> figures(version, versions.getOrDefault(version.id(), List.of()), population))
			.toList();
	}

	private InstrumentFigures figures(InstrumentVersion version, List<SumRow> rows, long population) {
		Tally total = total(version.id(), rows, (row) -> true);
		List<DimensionFigure> dimensions = Statistics.dimensions(total);
		List<ItemFigure> items = new ArrayList<>();
		for (Item item : version.items()) {
			items.add(new ItemFigure(item.dimension(), item.text(), item.textEn(),
					Statistics.item(total, item.position() - 1, item.code())));
		}
		Map<Situation, List<Figure>> situations = new EnumMap<>(Situation.class);
		for (Situation situation : Situation.values()) {
			situations.put(situation, split(version.id(), rows, (row) -> row.key().situation() == situation));
		}
		Map<Boolean, List<Figure>> outage = new LinkedHashMap<>();
		outage.put(true, split(version.id(), rows, (row) -> row.key().metOutage()));
		outage.put(false, split(version.id(), rows, (row) -> !row.key().metOutage()));
		return new InstrumentFigures(version.instrument(), version.number(), total.answers(),
				KrejcieMorgan.needed(population), population, dimensions, List.copyOf(items), overall(dimensions),
				situations, outage, strata(version.id(), rows));
	}

	private Map<Stratum, List<Figure>> strata(int version, List<SumRow> rows) {
		Map<Stratum, List<Figure>> strata = new EnumMap<>(Stratum.class);
		for (Stratum stratum : Stratum.values()) {
			Tally tally = new Tally(this.table.layout(version));
			rows.stream().filter((row) -> row.key().stratum() == stratum).forEach((row) -> tally.add(row.tally()));
			if (tally.answers() > 0) {
				strata.put(stratum, Statistics.figures(tally));
			}
		}
		return strata;
	}

	private List<Figure> split(int version, List<SumRow> rows, Predicate<SumRow> wanted) {
		return Statistics.figures(total(version, rows, wanted));
	}

	/** What nobody has decided about is part of no total. */
	private Tally total(int version, Collection<SumRow> rows, Predicate<SumRow> wanted) {
		Tally total = new Tally(this.table.layout(version));
		rows.stream()
			.filter((row) -> row.key().stratum() != Stratum.SUSPECT)
			.filter(wanted)
			.forEach((row) -> total.add(row.tally()));
		return total;
	}

	private static @Nullable Double overall(List<DimensionFigure> dimensions) {
		double sum = 0;
		for (DimensionFigure dimension : dimensions) {
			if (dimension.figure().estimate() == null) {
				return null;
			}
			sum += dimension.figure().estimate().mean();
		}
		return sum / dimensions.size();
	}

	private long population(Scope scope) {
		ServiceId service = scope.service();
		if (service != null) {
			return this.catalog.summaries(List.of(service))
				.stream()
				.findFirst()
				.map((summary) -> this.populations.services().get(summary.slug()))
				.orElseGet(this.populations::city);
		}
		return this.populations.city();
	}

	@Override
	public Map<ServiceId, List<Figure>> byService(Days days, Instrument instrument) {
		List<SumRow> rows = spans(LIGHT_ROWS + SPANS + OF_SERVICES, days, instrument).query(this.table::row).list();
		Map<ServiceId, List<Figure>> figures = new HashMap<>();
		newest(rows, (row) -> row.key().service()).forEach((service, tally) -> {
			figures.put(new ServiceId(service), Statistics.figures(tally));
		});
		return figures;
	}

	@Override
	public Map<String, List<Figure>> byAgency(Days days, Instrument instrument) {
		Map<String, List<Figure>> figures = new TreeMap<>();
		newest(ofAgencies(days, instrument), (row) -> row.key().agency())
			.forEach((agency, tally) -> figures.put(agency, Statistics.figures(tally)));
		return figures;
	}

	private List<SumRow> ofAgencies(Days days, Instrument instrument) {
		return spans(LIGHT_ROWS + SPANS + OF_AGENCIES, days, instrument).query(this.table::row).list();
	}

	/** Of each group, by its newest version. */
	private <K> Map<K, Tally> newest(List<SumRow> rows, Function<SumRow, @Nullable K> group) {
		Map<K, List<SumRow>> groups = new LinkedHashMap<>();
		for (SumRow row : rows) {
			K key = group.apply(row);
			if (key != null) {
				groups.computeIfAbsent(key, (name) -> new ArrayList<>()).add(row);
			}
		}
		Map<K, Tally> tallies = new LinkedHashMap<>();
		groups.forEach((key, members) -> {
			int version = members.stream().mapToInt((row) -> row.key().version()).max().orElseThrow();
			tallies.put(key, total(version, members.stream().filter((row) -> row.key().version() == version).toList(),
					(row) -> true));
		});
		return tallies;
	}

	@Override
	public Map<YearMonth, List<Figure>> byMonth(Scope scope, Days days, Instrument instrument) {
		List<SumRow> rows = scoped(LIGHT_ROWS + SPANS + OF_CITY, LIGHT_ROWS + SPANS + OF_AGENCY,
				LIGHT_ROWS + SPANS + OF_SERVICE, scope, days, instrument)
			.query(this.table::row)
			.list();
		return figures(newest(rows, (row) -> YearMonth.from(row.key().day())));
	}

	@Override
	public Map<LocalDate, List<Figure>> byWeek(Scope scope, Days days, Instrument instrument) {
		return figures(newest(singleDays(scope, days, instrument),
				(row) -> row.key().day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
	}

	private static <K> Map<K, List<Figure>> figures(Map<K, Tally> tallies) {
		Map<K, List<Figure>> figures = new LinkedHashMap<>();
		tallies.forEach((key, tally) -> figures.put(key, Statistics.figures(tally)));
		return figures;
	}

	private List<SumRow> singleDays(Scope scope, Days days, Instrument instrument) {
		return scoped(LIGHT_ROWS + SINGLE_DAYS + OF_CITY, LIGHT_ROWS + SINGLE_DAYS + OF_AGENCY,
				LIGHT_ROWS + SINGLE_DAYS + OF_SERVICE, scope, days, instrument)
			.query(this.table::row)
			.list();
	}

	@Override
	public List<DayFigure> byDay(Scope scope, Days days, Instrument instrument) {
		Map<LocalDate, Tally> found = newest(singleDays(scope, days, instrument), (row) -> row.key().day());
		List<DayFigure> figures = new ArrayList<>();
		for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
			Tally tally = found.get(day);
			figures.add((tally == null) ? new DayFigure(day, 0, List.of())
					: new DayFigure(day, tally.answers(), Statistics.figures(tally)));
		}
		return figures;
	}

	@Override
	public Optional<SkmResult> skm(Scope scope, Days days) {
		return skm(read(scope, days, Instrument.SKM), population(scope));
	}

	@Override
	public Map<String, SkmResult> skmByAgency(Days days) {
		long population = this.populations.city();
		Map<String, List<SumRow>> agencies = new TreeMap<>();
		ofAgencies(days, Instrument.SKM).forEach((row) -> agencies
			.computeIfAbsent(Objects.requireNonNull(row.key().agency()), (agency) -> new ArrayList<>())
			.add(row));
		Map<String, SkmResult> results = new TreeMap<>();
		agencies.forEach((agency, rows) -> skm(rows, population).ifPresent((result) -> results.put(agency, result)));
		return results;
	}

	private Optional<SkmResult> skm(List<SumRow> rows, long population) {
		Map<Integer, Tally> versions = new HashMap<>();
		byVersion(rows).forEach((version, members) -> versions.put(version, total(version, members, (row) -> true)));
		return versions.entrySet()
			.stream()
			.filter((version) -> version.getValue().answers() > 0)
			.max(Comparator.comparing((Map.Entry<Integer, Tally> version) -> version.getValue().answers())
				.thenComparing(Map.Entry::getKey))
			.map((most) -> {
				InstrumentVersion version = this.instruments.version(most.getKey()).orElseThrow();
				return SkmScore.of(version.number(), version.items(), most.getValue(),
						KrejcieMorgan.needed(population));
			});
	}

	private static Map<Integer, List<SumRow>> byVersion(List<SumRow> rows) {
		return rows.stream().collect(Collectors.groupingBy((row) -> row.key().version()));
	}

	private List<SumRow> read(Scope scope, Days days, Instrument instrument) {
		return scoped(ROWS + SPANS + OF_CITY, ROWS + SPANS + OF_AGENCY, ROWS + SPANS + OF_SERVICE, scope, days,
				instrument)
			.query(this.table::row)
			.list();
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

	@Override
	public List<SurveyRemark> remarks(Scope scope, Days days, int page, int size) {
		return this.remarks.list(scope, days, (page - 1) * size, size);
	}

	@Override
	public long countRemarks(Scope scope, Days days) {
		return this.remarks.count(scope, days);
	}

	@Override
	public List<FollowUp> followUps(SkmPeriod period) {
		return this.followUps.of(period);
	}

}
