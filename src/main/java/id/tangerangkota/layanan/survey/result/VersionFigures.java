package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.ItemFigure;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Item;
import id.tangerangkota.layanan.survey.result.Complements.People;
import id.tangerangkota.layanan.survey.result.SumRow.Key;
import org.jspecify.annotations.Nullable;

/** All that follows from the sums of one version of an instrument. */
final class VersionFigures {

	private final InstrumentVersion version;

	private final LocalDate since;

	private final Layout layout;

	private final List<SumRow> rows;

	private final long population;

	private final Tally total;

	/**
	 * Of somebody.
	 * @param since the day on which people were first asked by it
	 * @param rows all of whoever it is about
	 */
	VersionFigures(InstrumentVersion version, LocalDate since, Layout layout, List<SumRow> rows, long population) {
		this.version = version;
		this.since = since;
		this.layout = layout;
		this.rows = rows;
		this.population = population;
		this.total = total(rows, (key) -> true);
	}

	int id() {
		return this.version.id();
	}

	/** Without items and without parts of the answers. */
	InstrumentFigures whole() {
		return figures(List.of(), Map.of(), Map.of(), Map.of());
	}

	/**
	 * With both.
	 * @param scope whoever it is about
	 * @param everybody the rows of all services, from whose figures its own could be
	 * taken
	 */
	InstrumentFigures detailed(Scope scope, List<SumRow> everybody) {
		List<SumRow> all = everybody.stream().filter((row) -> row.key().stratum() != Stratum.SUSPECT).toList();
		Map<Stratum, List<Figure>> strata = split(scope, all, Key::stratum,
				Arrays.stream(Stratum.values()).filter((stratum) -> stratum != Stratum.SUSPECT).toList());
		strata.values().removeIf((figures) -> figures.stream().allMatch((figure) -> figure.n() == 0));
		List<Figure> suspect = suspect();
		if (!suspect.isEmpty()) {
			strata.put(Stratum.SUSPECT, suspect);
		}
		return figures(items(scope, all), split(scope, all, Key::situation, List.of(Situation.values())),
				split(scope, all, Key::metOutage, List.of(true, false)), strata);
	}

	private InstrumentFigures figures(List<ItemFigure> items, Map<Situation, List<Figure>> situations,
			Map<Boolean, List<Figure>> outage, Map<Stratum, List<Figure>> strata) {
		List<DimensionFigure> dimensions = Statistics.dimensions(this.total);
		return new InstrumentFigures(this.version.instrument(), this.version.number(), this.since, this.total.answers(),
				KrejcieMorgan.needed(this.population), this.population, dimensions, items, overall(dimensions),
				situations, outage, strata);
	}

	private List<ItemFigure> items(Scope scope, List<SumRow> all) {
		List<Complements> hidden = new ArrayList<>();
		for (int dimension = 0; dimension < this.layout.dimensions().size(); dimension++) {
			List<Integer> items = this.layout.itemsOf(dimension);
			hidden.add(Complements.ofItems(items.size(), people(all, items.size(), (row, parts) -> {
				for (int place = 0; place < parts.length; place++) {
					parts[place] += row.tally().n(items.get(place));
				}
			})));
		}
		List<ItemFigure> figures = new ArrayList<>();
		for (Item item : this.version.items()) {
			int position = item.position() - 1;
			int dimension = this.layout.dimensionOf().get(position);
			Figure figure = Statistics.item(this.total, position, item.code());
			boolean hides = hidden.get(dimension).hides(scope, this.layout.itemsOf(dimension).indexOf(position));
			figures.add(new ItemFigure(item.dimension(), item.text(), item.textEn(), hides ? figure.hidden() : figure));
		}
		return List.copyOf(figures);
	}

	/** The dimensions of parts into which people fall. */
	private <K> Map<K, List<Figure>> split(Scope scope, List<SumRow> all, Function<Key, K> partOf, List<K> parts) {
		List<Complements> hidden = new ArrayList<>();
		for (int place = 0; place < this.layout.dimensions().size(); place++) {
			int dimension = place;
			hidden.add(Complements.ofParts(parts.size(), people(all, parts.size(), (row,
					people) -> people[parts.indexOf(partOf.apply(row.key()))] += row.tally().dimension(dimension, 0))));
		}
		Map<K, List<Figure>> split = new LinkedHashMap<>();
		for (int place = 0; place < parts.size(); place++) {
			K part = parts.get(place);
			List<Figure> figures = new ArrayList<>();
			for (Figure figure : Statistics.figures(total(this.rows, (key) -> partOf.apply(key).equals(part)))) {
				figures.add(hidden.get(figures.size()).hides(scope, place) ? figure.hidden() : figure);
			}
			split.put(part, figures);
		}
		return split;
	}

	private static List<People> people(List<SumRow> rows, int parts, BiConsumer<SumRow, long[]> counting) {
		Map<Owner, long[]> owners = new LinkedHashMap<>();
		rows.forEach((row) -> counting.accept(row, owners
			.computeIfAbsent(new Owner(row.key().service(), row.key().agency()), (owner) -> new long[parts])));
		return owners.entrySet()
			.stream()
			.map((owner) -> new People(owner.getKey().service(), owner.getKey().agency(), owner.getValue()))
			.toList();
	}

	/** Whose answers are. */
	private record Owner(@Nullable UUID service, @Nullable String agency) {
	}

	/** They are in no group of ten, so nothing is told but how many they are. */
	private List<Figure> suspect() {
		Tally tally = new Tally(this.layout);
		this.rows.stream()
			.filter((row) -> row.key().stratum() == Stratum.SUSPECT)
			.forEach((row) -> tally.add(row.tally()));
		return (tally.answers() > 0) ? Statistics.figures(tally).stream().map(Figure::hidden).toList() : List.of();
	}

	/** What nobody has decided about is part of no total. */
	private Tally total(List<SumRow> rows, Predicate<Key> wanted) {
		Tally total = new Tally(this.layout);
		rows.stream()
			.filter((row) -> row.key().stratum() != Stratum.SUSPECT)
			.filter((row) -> wanted.test(row.key()))
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

}
