package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.survey.DimensionFigure;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.ItemFigure;
import id.tangerangkota.layanan.survey.Situation;
import id.tangerangkota.layanan.survey.Stratum;
import id.tangerangkota.layanan.survey.instrument.InstrumentVersion;
import id.tangerangkota.layanan.survey.instrument.Item;
import org.jspecify.annotations.Nullable;

/** All that follows from the sums of one version of an instrument. */
final class VersionFigures {

	private final Layout layout;

	private final List<SumRow> rows;

	private VersionFigures(Layout layout, List<SumRow> rows) {
		this.layout = layout;
		this.rows = rows;
	}

	static InstrumentFigures of(InstrumentVersion version, LocalDate since, Layout layout, List<SumRow> rows,
			long population) {
		return new VersionFigures(layout, rows).figures(version, since, population);
	}

	private InstrumentFigures figures(InstrumentVersion version, LocalDate since, long population) {
		Tally total = total((row) -> true);
		List<DimensionFigure> dimensions = Statistics.dimensions(total);
		Map<Situation, List<Figure>> situations = new EnumMap<>(Situation.class);
		for (Situation situation : Situation.values()) {
			situations.put(situation, split((row) -> row.key().situation() == situation));
		}
		Map<Boolean, List<Figure>> outage = new LinkedHashMap<>();
		outage.put(true, split((row) -> row.key().metOutage()));
		outage.put(false, split((row) -> !row.key().metOutage()));
		return new InstrumentFigures(version.instrument(), version.number(), since, total.answers(),
				KrejcieMorgan.needed(population), population, dimensions, items(version, total), overall(dimensions),
				Complements.hide(situations), Complements.hide(outage), strata());
	}

	private static List<ItemFigure> items(InstrumentVersion version, Tally total) {
		Map<String, List<Figure>> byDimension = new LinkedHashMap<>();
		version.items()
			.forEach((item) -> byDimension.computeIfAbsent(item.dimension(), (dimension) -> new ArrayList<>())
				.add(Statistics.item(total, item.position() - 1, item.code())));
		Map<String, Figure> safe = byDimension.values()
			.stream()
			.flatMap((figures) -> Complements.hideItems(figures).stream())
			.collect(Collectors.toMap(Figure::code, Function.identity()));
		List<ItemFigure> items = new ArrayList<>();
		for (Item item : version.items()) {
			items.add(new ItemFigure(item.dimension(), item.text(), item.textEn(),
					Objects.requireNonNull(safe.get(item.code()))));
		}
		return List.copyOf(items);
	}

	private Map<Stratum, List<Figure>> strata() {
		Map<Stratum, List<Figure>> strata = new EnumMap<>(Stratum.class);
		List<Figure> suspect = List.of();
		for (Stratum stratum : Stratum.values()) {
			Tally tally = new Tally(this.layout);
			this.rows.stream().filter((row) -> row.key().stratum() == stratum).forEach((row) -> tally.add(row.tally()));
			if (tally.answers() > 0 && stratum == Stratum.SUSPECT) {
				suspect = Statistics.figures(tally).stream().map(Figure::hidden).toList();
			}
			else if (tally.answers() > 0) {
				strata.put(stratum, Statistics.figures(tally));
			}
		}
		Map<Stratum, List<Figure>> safe = Complements.hide(strata);
		if (!suspect.isEmpty()) {
			// They are in no group of ten, so nothing is told but how many they are.
			safe.put(Stratum.SUSPECT, suspect);
		}
		return safe;
	}

	private List<Figure> split(Predicate<SumRow> wanted) {
		return Statistics.figures(total(wanted));
	}

	/** What nobody has decided about is part of no total. */
	private Tally total(Predicate<SumRow> wanted) {
		Tally total = new Tally(this.layout);
		this.rows.stream()
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

}
