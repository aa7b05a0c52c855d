package id.tangerangkota.layanan.survey.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.result.SumReader.Answers;
import org.jspecify.annotations.Nullable;

/**
 * How many people stand behind the opinions that can be seen beside each other: what one
 * page hides of an agency or a service, all pages hide. Only numbers of people are right
 * in it.
 */
final class People {

	private static final Estimate SHOWN = new Estimate(1, 1, 1, 0, false);

	private final Map<String, Opinion> agencies = new HashMap<>();

	private final Map<UUID, Opinion> services = new HashMap<>();

	People(List<Answers> rows, IntFunction<Layout> layouts) {
		Map<UUID, Map<Integer, Map<LocalDate, Answers>>> byService = new HashMap<>();
		Map<String, Map<Integer, Map<LocalDate, Answers>>> byAgency = new HashMap<>();
		Map<Integer, Map<LocalDate, Answers>> city = new HashMap<>();
		Map<UUID, String> owners = new HashMap<>();
		for (Answers row : rows) {
			add(row, city);
			if (row.agency() != null) {
				add(row, byAgency.computeIfAbsent(row.agency(), (any) -> new HashMap<>()));
			}
			if (row.service() != null) {
				add(row, byService.computeIfAbsent(row.service(), (any) -> new HashMap<>()));
				owners.put(row.service(), Objects.requireNonNullElse(row.agency(), ""));
			}
		}
		byAgency.forEach((agency, versions) -> this.agencies.put(agency, opinion(versions, layouts)));
		byService.forEach((service, versions) -> this.services.put(service, opinion(versions, layouts)));
		if (!city.isEmpty()) {
			Opinion whole = opinion(city, layouts);
			Neighbours.hideAgencies(this.agencies, whole);
			new Neighbours<UUID>(this.services, owners::get).hide(this.agencies, Optional.of(whole));
		}
	}

	private static void add(Answers row, Map<Integer, Map<LocalDate, Answers>> versions) {
		versions.computeIfAbsent(row.version(), (any) -> new HashMap<>()).merge(row.quarter(), row, People::plus);
	}

	private static Answers plus(Answers one, Answers other) {
		List<Long> people = new ArrayList<>();
		for (int dimension = 0; dimension < one.people().size(); dimension++) {
			people.add(one.people().get(dimension) + other.people().get(dimension));
		}
		return new Answers(null, null, one.version(), one.quarter(), one.answers() + other.answers(), people);
	}

	/** Of the version most answered, the newer one of two. */
	private static Opinion opinion(Map<Integer, Map<LocalDate, Answers>> versions, IntFunction<Layout> layouts) {
		Answers most = versions.values()
			.stream()
			.map((quarters) -> quarters.values().stream().reduce(People::plus).orElseThrow())
			.reduce((one,
					other) -> (one.answers() > other.answers()
							|| (one.answers() == other.answers() && one.version() > other.version())) ? one : other)
			.orElseThrow();
		Layout layout = layouts.apply(most.version());
		List<Figure> figures = new ArrayList<>();
		Collection<Answers> quarters = Objects.requireNonNull(versions.get(most.version())).values();
		for (int place = 0; place < layout.dimensions().size(); place++) {
			int dimension = place;
			long n = most.people().get(dimension);
			boolean hidden = n < Figure.LEAST
					|| Neighbours.tells(quarters.stream().map((quarter) -> quarter.people().get(dimension)).toList());
			figures.add(new Figure(layout.dimensions().get(dimension), n, hidden ? null : SHOWN, List.of()));
		}
		return new Opinion(layout.version(), figures);
	}

	@Nullable Opinion agency(String code) {
		return this.agencies.get(code);
	}

	@Nullable Opinion service(UUID id) {
		return this.services.get(id);
	}

}
