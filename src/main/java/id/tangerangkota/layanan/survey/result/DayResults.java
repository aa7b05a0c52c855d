package id.tangerangkota.layanan.survey.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
		Map<Integer, List<SumRow>> versions = byVersion(this.sums.whole(scope, days, instrument));
		if (versions.isEmpty()) {
			return List.of();
		}
		long population = population(scope);
		Opinion beside = beside(scope, days, instrument);
		return this.instruments.versions(instrument)
			.stream()
			.filter((version) -> versions.containsKey(version.id()))
			.map((version) -> {
				List<SumRow> rows = versions.getOrDefault(version.id(), List.of());
				Set<String> hidden = Neighbours.toldByQuarters(rows);
				if (beside != null && beside.version() == version.number()) {
					beside.dimensions()
						.stream()
						.filter((figure) -> figure.estimate() == null)
						.forEach((figure) -> hidden.add(figure.code()));
				}
				return VersionFigures.of(version, since(version), this.table.layout(version.id()), rows, population)
					.without(hidden);
			})
			.toList();
	}

	/** What is told of an agency or a service beside others; null of the city. */
	private @Nullable Opinion beside(Scope scope, Days days, Instrument instrument) {
		if (scope.service() == null && scope.agency() == null) {
			return null;
		}
		People people = new People(this.sums.people(days, instrument), this.table::layout);
		return (scope.service() != null) ? people.service(scope.service().value())
				: people.agency(Objects.requireNonNull(scope.agency()));
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
		List<SumRow> rows = this.sums.ofServices(days, instrument);
		Map<UUID, String> owners = new HashMap<>();
		rows.forEach((row) -> owners.put(Objects.requireNonNull(row.key().service()),
				Objects.requireNonNullElse(row.key().agency(), "")));
		Map<UUID, Opinion> services = untold(rows, (row) -> row.key().service());
		new Neighbours<UUID>(services, owners::get).hide(byAgency(days, instrument), city(days, instrument));
		Map<ServiceId, Opinion> opinions = new HashMap<>();
		services.forEach((service, opinion) -> opinions.put(new ServiceId(service), opinion));
		return opinions;
	}

	/** Nothing when nobody answered. */
	private Optional<Opinion> city(Days days, Instrument instrument) {
		return Optional
			.ofNullable(
					mostAnswered(this.sums.light(Scope.city(), days, instrument), (row) -> instrument).get(instrument))
			.map(DayResults::opinion);
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
		Map<String, Opinion> opinions = new TreeMap<>(
				untold(this.sums.ofAgencies(days, instrument), (row) -> row.key().agency()));
		city(days, instrument).ifPresent((city) -> Neighbours.hideAgencies(opinions, city));
		return opinions;
	}

	/** Of each group, without what its quarters would tell. */
	private <K> Map<K, Opinion> untold(List<SumRow> rows, Function<SumRow, @Nullable K> group) {
		Map<K, List<SumRow>> groups = grouped(rows, group);
		Map<K, Opinion> opinions = new HashMap<>();
		mostAnswered(rows, group).forEach((key, tally) -> opinions.put(key, Neighbours.without(opinion(tally),
				toldByQuarters(groups.getOrDefault(key, List.of()), tally.layout().version()))));
		return opinions;
	}

	private static <K> Map<K, List<SumRow>> grouped(List<SumRow> rows, Function<SumRow, @Nullable K> group) {
		Map<K, List<SumRow>> groups = new HashMap<>();
		for (SumRow row : rows) {
			K key = group.apply(row);
			if (key != null) {
				groups.computeIfAbsent(key, (any) -> new ArrayList<>()).add(row);
			}
		}
		return groups;
	}

	private static Set<String> toldByQuarters(List<SumRow> rows, int version) {
		return Neighbours
			.toldByQuarters(rows.stream().filter((row) -> row.tally().layout().version() == version).toList());
	}

	private static Opinion opinion(Tally tally) {
		return new Opinion(tally.layout().version(), Statistics.figures(tally));
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
		tallies.forEach((key, tally) -> opinions.put(key, opinion(tally)));
		return Neighbours.hideTimes(opinions);
	}

	@Override
	public Optional<SkmResult> skm(Scope scope, Days days) {
		List<SumRow> rows = this.sums.light(scope, days, Instrument.SKM);
		Map<Instrument, Map<Integer, Tally>> versions = byGroup(rows, (row) -> Instrument.SKM);
		return Optional.ofNullable(versions.get(Instrument.SKM))
			.flatMap((all) -> skm(all, population(scope)))
			.map((result) -> (isToldByQuarters(result, rows)
					|| isToldBeside(result, beside(scope, days, Instrument.SKM))) ? result.hidden() : result);
	}

	private static boolean isToldByQuarters(SkmResult result, List<SumRow> rows) {
		return !toldByQuarters(rows, result.version()).isEmpty();
	}

	private static boolean isToldBeside(SkmResult result, @Nullable Opinion beside) {
		return beside != null && beside.version() == result.version()
				&& beside.dimensions().stream().anyMatch((figure) -> figure.estimate() == null);
	}

	/** Before what is left of the whole is counted: what is hidden is part of it. */
	private static <K> void hideToldByQuarters(Map<K, SkmResult> results, List<SumRow> rows,
			Function<SumRow, @Nullable K> group) {
		Map<K, List<SumRow>> groups = grouped(rows, group);
		results.replaceAll((key, result) -> isToldByQuarters(result, groups.getOrDefault(key, List.of()))
				? result.hidden() : result);
	}

	@Override
	public Map<String, SkmResult> skmByAgency(Days days) {
		long population = this.populations.city();
		Map<String, SkmResult> results = new TreeMap<>();
		List<SumRow> rows = this.sums.ofAgencies(days, Instrument.SKM);
		byGroup(rows, (row) -> row.key().agency()).forEach(
				(agency, versions) -> skm(versions, population).ifPresent((result) -> results.put(agency, result)));
		hideToldByQuarters(results, rows, (row) -> row.key().agency());
		skm(Scope.city(), days)
			.ifPresent((city) -> SkmScore.hideRest(results, (agency) -> true, city.version(), city.respondents()));
		return results;
	}

	@Override
	public Map<ServiceId, SkmResult> skmByService(Days days) {
		List<SumRow> rows = this.sums.ofServices(days, Instrument.SKM);
		Map<UUID, Map<Integer, Tally>> found = byGroup(rows, (row) -> row.key().service());
		Map<String, Long> known = this.populations.services();
		long city = this.populations.city();
		Map<ServiceId, SkmResult> results = new HashMap<>();
		Map<ServiceId, String> owners = new HashMap<>();
		for (ServiceSummary service : this.catalog.summaries(found.keySet().stream().map(ServiceId::new).toList())) {
			skm(Objects.requireNonNull(found.get(service.id().value())), known.getOrDefault(service.slug(), city))
				.ifPresent((result) -> results.put(service.id(), result));
			owners.put(service.id(), Objects.requireNonNullElse(service.agencyCode(), ""));
		}
		hideToldByQuarters(results, rows,
				(row) -> (row.key().service() != null) ? new ServiceId(row.key().service()) : null);
		hideServices(results, owners, days);
		return results;
	}

	/** Neither from its agency nor from the city can one tell what few others say. */
	private void hideServices(Map<ServiceId, SkmResult> services, Map<ServiceId, String> owners, Days days) {
		SkmResult whole = skm(Scope.city(), days).orElse(null);
		if (whole == null) {
			return;
		}
		Map<String, SkmResult> agencies = skmByAgency(days);
		agencies.values().removeIf((agency) -> agency.value() == null || agency.version() != whole.version());
		agencies.forEach((code, agency) -> SkmScore.hideRest(services, (service) -> code.equals(owners.get(service)),
				whole.version(), agency.respondents()));
		long elsewhere = whole.respondents() - agencies.values().stream().mapToLong(SkmResult::respondents).sum();
		SkmScore.hideRest(services, (service) -> !agencies.containsKey(owners.getOrDefault(service, "")),
				whole.version(), elsewhere);
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
