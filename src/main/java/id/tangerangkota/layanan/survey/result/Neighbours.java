package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.Stratum;
import org.jspecify.annotations.Nullable;

/**
 * Opinions of services, agencies and the city stand beside each other, and so do those of
 * times. What is left of the larger without the smaller that are shown must be ten
 * people.
 */
final class Neighbours<K> {

	private final Map<K, Opinion> services;

	private final Function<K, @Nullable String> owner;

	/** Changes the opinions in place. */
	Neighbours(Map<K, Opinion> services, Function<K, @Nullable String> owner) {
		this.services = services;
		this.owner = owner;
	}

	static void hideAgencies(Map<String, Opinion> agencies, Opinion city) {
		for (int dimension = 0; dimension < city.dimensions().size(); dimension++) {
			hide(agencies, (agency) -> true, city.version(), dimension, city.dimensions().get(dimension).n());
		}
	}

	/**
	 * Those of an agency that is shown must not tell of its others, and those of all that
	 * are not shown must not tell of the rest of the city.
	 */
	void hide(Map<String, Opinion> agencies, Optional<Opinion> whole) {
		if (whole.isEmpty()) {
			return;
		}
		Opinion city = whole.get();
		for (int place = 0; place < city.dimensions().size(); place++) {
			int dimension = place;
			long elsewhere = city.dimensions().get(dimension).n();
			Map<String, Long> shown = shown(agencies, (agency) -> true, city.version(), dimension);
			for (Map.Entry<String, Long> agency : shown.entrySet()) {
				hide(this.services, (service) -> agency.getKey().equals(this.owner.apply(service)), city.version(),
						dimension, agency.getValue());
				elsewhere -= agency.getValue();
			}
			hide(this.services, (service) -> !shown.containsKey(String.valueOf(this.owner.apply(service))),
					city.version(), dimension, elsewhere);
		}
	}

	/** Months or weeks beside the time they are parts of, each version by itself. */
	static <T> Map<T, Opinion> hideTimes(Map<T, Opinion> times) {
		Map<Integer, Map<T, List<Figure>>> versions = new HashMap<>();
		times.forEach((time, opinion) -> versions.computeIfAbsent(opinion.version(), (any) -> new LinkedHashMap<>())
			.put(time, opinion.dimensions()));
		Map<T, Opinion> safe = new LinkedHashMap<>(times);
		versions.forEach((version, own) -> Complements.hide(own)
			.forEach((time, figures) -> safe.put(time, new Opinion(version, figures))));
		return safe;
	}

	/**
	 * The dimensions of one version in which what is left of a time without those of its
	 * quarters that are shown by themselves is not nobody and not ten people.
	 */
	static Set<String> toldByQuarters(List<SumRow> rows) {
		Map<LocalDate, Tally> quarters = new HashMap<>();
		rows.stream()
			.filter((row) -> row.key().stratum() != Stratum.SUSPECT)
			.forEach((row) -> quarters
				.computeIfAbsent(SkmPeriod.quarter(row.key().day()).days().first(),
						(quarter) -> new Tally(row.tally().layout()))
				.add(row.tally()));
		Set<String> told = new HashSet<>();
		quarters.values().stream().findFirst().map(Tally::layout).ifPresent((layout) -> {
			for (int place = 0; place < layout.dimensions().size(); place++) {
				int dimension = place;
				if (tells(quarters.values().stream().map((quarter) -> quarter.dimension(dimension, 0)).toList())) {
					told.add(layout.dimensions().get(dimension));
				}
			}
		});
		return told;
	}

	/** The same, of some dimensions nothing but how many people there are. */
	static Opinion without(Opinion opinion, Set<String> hidden) {
		return new Opinion(opinion.version(),
				opinion.dimensions()
					.stream()
					.map((figure) -> hidden.contains(figure.code()) ? figure.hidden() : figure)
					.toList());
	}

	/** Of people by quarter. */
	static boolean tells(List<Long> quarters) {
		long rest = quarters.stream().filter((people) -> people < Figure.LEAST).mapToLong(Long::longValue).sum();
		return rest > 0 && rest < Figure.LEAST && quarters.stream().anyMatch((people) -> people >= Figure.LEAST);
	}

	private static <K> void hide(Map<K, Opinion> parts, Predicate<K> among, int version, int dimension, long whole) {
		Complements.hiding(shown(parts, among, version, dimension), whole)
			.forEach((key) -> parts.computeIfPresent(key,
					(same, opinion) -> without(opinion, Set.of(opinion.dimensions().get(dimension).code()))));
	}

	private static <K> Map<K, Long> shown(Map<K, Opinion> parts, Predicate<K> among, int version, int dimension) {
		Map<K, Long> shown = new HashMap<>();
		parts.forEach((key, opinion) -> {
			Figure figure = opinion.dimensions().get(dimension);
			if (among.test(key) && opinion.version() == version && figure.estimate() != null) {
				shown.put(key, figure.n());
			}
		});
		return shown;
	}

}
