package id.tangerangkota.layanan.survey.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.SurveyRemark;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.answer.Remarks;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Tells what follows from the sums of days. */
@Component
class DayResults implements SurveyResults {

	private final SumReader sums;

	private final SumTable table;

	private final Instruments instruments;

	private final Populations populations;

	private final FollowUpDesk followUps;

	private final Remarks remarks;

	private final ServiceCatalog catalog;

	DayResults(SumReader sums, SumTable table, Instruments instruments, Populations populations, FollowUpDesk followUps,
			Remarks remarks, ServiceCatalog catalog) {
		this.sums = sums;
		this.table = table;
		this.instruments = instruments;
		this.populations = populations;
		this.followUps = followUps;
		this.remarks = remarks;
		this.catalog = catalog;
	}

	@Override
	public List<InstrumentFigures> figures(Scope scope, Days days, Instrument instrument) {
		return figures(scope, days, instrument, VersionFigures::whole);
	}

	@Override
	public List<InstrumentFigures> detailed(Scope scope, Days days, Instrument instrument) {
		Map<Integer, List<SumRow>> everybody = byVersion(this.sums.ofAll(days, instrument));
		return figures(scope, days, instrument,
				(version) -> version.detailed(scope, everybody.getOrDefault(version.id(), List.of())));
	}

	private List<InstrumentFigures> figures(Scope scope, Days days, Instrument instrument,
			Function<VersionFigures, InstrumentFigures> told) {
		Map<Integer, List<SumRow>> versions = byVersion(this.sums.whole(scope, days, instrument));
		if (versions.isEmpty()) {
			return List.of();
		}
		long population = population(scope);
		return this.instruments.versions(instrument)
			.stream()
			.filter((version) -> versions.containsKey(version.id()))
			.map((version) -> told.apply(new VersionFigures(version, since(version), this.table.layout(version.id()),
					versions.getOrDefault(version.id(), List.of()), population)))
			.toList();
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
	public Map<ServiceId, Opinion> byService(Days days, Instrument instrument) {
		return opinions(mostAnswered(this.sums.ofServices(days, instrument), (row) -> service(row.key().service())));
	}

	private static @Nullable ServiceId service(@Nullable UUID id) {
		return (id != null) ? new ServiceId(id) : null;
	}

	@Override
	public Answered answered(Days days) {
		return this.sums.answered(days);
	}

	@Override
	public OpinionYear opinionYear(LocalDate today) {
		return OpinionYear.of(today, this.sums.firstDay());
	}

	@Override
	public Map<String, Opinion> byAgency(Days days, Instrument instrument) {
		return new TreeMap<>(
				opinions(mostAnswered(this.sums.ofAgencies(days, instrument), (row) -> row.key().agency())));
	}

	/** Of each group, by the version that most people answered. */
	private <K> Map<K, Tally> mostAnswered(List<SumRow> rows, Function<SumRow, @Nullable K> group) {
		Map<K, Tally> tallies = new LinkedHashMap<>();
		byGroup(rows, group).forEach((key, versions) -> tallies.put(key, mostAnswered(versions).getValue()));
		return tallies;
	}

	/** The newer one of two with as many people. */
	private static Map.Entry<Integer, Tally> mostAnswered(Map<Integer, Tally> versions) {
		return Collections.max(versions.entrySet(),
				Comparator.comparingLong((Map.Entry<Integer, Tally> version) -> version.getValue().answers())
					.thenComparing(Map.Entry::getKey));
	}

	/** The totals of each version in each group. */
	private <K> Map<K, Map<Integer, Tally>> byGroup(List<SumRow> rows, Function<SumRow, @Nullable K> group) {
		Map<K, Map<Integer, Tally>> groups = new LinkedHashMap<>();
		for (SumRow row : rows) {
			K key = group.apply(row);
			if (key != null) {
				Tally tally = groups.computeIfAbsent(key, (name) -> new HashMap<>())
					.computeIfAbsent(row.key().version(), (version) -> new Tally(this.table.layout(version)));
				if (row.key().stratum() != Stratum.SUSPECT) {
					tally.add(row.tally());
				}
			}
		}
		return groups;
	}

	@Override
	public Map<YearMonth, Opinion> byMonth(Scope scope, Days days, Instrument instrument) {
		return opinions(
				mostAnswered(this.sums.light(scope, days, instrument), (row) -> YearMonth.from(row.key().day())));
	}

	@Override
	public Map<LocalDate, Opinion> byWeek(Scope scope, Days days, Instrument instrument) {
		return opinions(mostAnswered(this.sums.singleDays(scope, days, instrument),
				(row) -> row.key().day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
	}

	private static <K> Map<K, Opinion> opinions(Map<K, Tally> tallies) {
		Map<K, Opinion> opinions = new LinkedHashMap<>();
		tallies.forEach(
				(key, tally) -> opinions.put(key, new Opinion(tally.layout().version(), Statistics.figures(tally))));
		return opinions;
	}

	@Override
	public Optional<SkmResult> skm(Scope scope, Days days) {
		return Optional
			.ofNullable(
					byGroup(this.sums.light(scope, days, Instrument.SKM), (row) -> Instrument.SKM).get(Instrument.SKM))
			.flatMap((versions) -> skm(versions, population(scope)));
	}

	@Override
	public Map<String, SkmResult> skmByAgency(Days days) {
		long population = this.populations.city();
		Map<String, SkmResult> results = new TreeMap<>();
		byGroup(this.sums.ofAgencies(days, Instrument.SKM), (row) -> row.key().agency()).forEach(
				(agency, versions) -> skm(versions, population).ifPresent((result) -> results.put(agency, result)));
		return results;
	}

	@Override
	public Map<ServiceId, SkmResult> skmByService(Days days) {
		Map<ServiceId, Map<Integer, Tally>> found = byGroup(this.sums.ofServices(days, Instrument.SKM),
				(row) -> service(row.key().service()));
		Map<String, Long> known = this.populations.services();
		long city = this.populations.city();
		Map<ServiceId, SkmResult> results = new HashMap<>();
		for (ServiceSummary service : this.catalog.summaries(found.keySet())) {
			skm(Objects.requireNonNull(found.get(service.id())), known.getOrDefault(service.slug(), city))
				.ifPresent((result) -> results.put(service.id(), result));
		}
		return results;
	}

	private Optional<SkmResult> skm(Map<Integer, Tally> versions, long population) {
		Map.Entry<Integer, Tally> most = mostAnswered(versions);
		if (most.getValue().answers() == 0) {
			return Optional.empty();
		}
		InstrumentVersion version = this.instruments.version(most.getKey()).orElseThrow();
		return Optional.of(SkmScore.of(version.number(), since(version), version.items(), most.getValue(),
				KrejcieMorgan.needed(population)));
	}

	private static LocalDate since(InstrumentVersion version) {
		return PageClock.day(Objects.requireNonNull(version.openedAt(), "A draft has no answers"));
	}

	private static Map<Integer, List<SumRow>> byVersion(List<SumRow> rows) {
		return rows.stream().collect(Collectors.groupingBy((row) -> row.key().version()));
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
