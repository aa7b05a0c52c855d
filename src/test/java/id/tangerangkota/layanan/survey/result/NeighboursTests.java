package id.tangerangkota.layanan.survey.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import id.tangerangkota.layanan.survey.Estimate;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Opinion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What few people say can be told from nothing that stands beside each other. */
class NeighboursTests {

	private static Opinion of(int version, long... people) {
		List<Figure> figures = IntStream.range(0, people.length)
			.mapToObj((place) -> new Figure("D" + place, people[place],
					(people[place] < Figure.LEAST) ? null : new Estimate(3, 2, 4, 0.5, true), List.of()))
			.toList();
		return new Opinion(version, figures);
	}

	private static boolean isShown(Opinion opinion, int dimension) {
		return opinion.dimensions().get(dimension).estimate() != null;
	}

	@Test
	void cityLessItsAgenciesTellsOfTenAtLeast() {
		Map<String, Opinion> agencies = new TreeMap<>(
				Map.of("a", of(1, 40, 40), "b", of(1, 20, 20), "c", of(2, 30, 30)));
		Neighbours.hideAgencies(agencies, of(1, 65, 60));
		assertThat(isShown(agencies.get("b"), 0)).as("five are left").isFalse();
		assertThat(isShown(agencies.get("b"), 1)).as("nobody is left").isTrue();
		assertThat(isShown(agencies.get("a"), 0)).isTrue();
		assertThat(isShown(agencies.get("c"), 0)).as("asked in other words").isTrue();
		assertThat(agencies.get("b").dimensions().getFirst().n()).isEqualTo(20);
	}

	@Test
	void agencyLessItsServicesTellsOfTenAtLeast() {
		Map<String, String> owners = Map.of("a1", "a", "a2", "a", "b1", "b", "b2", "b");
		Map<String, Opinion> services = new HashMap<>(
				Map.of("a1", of(1, 20), "a2", of(1, 15), "b1", of(1, 12), "b2", of(1, 13)));
		Map<String, Opinion> agencies = Map.of("a", of(1, 38), "b", of(1, 25));
		new Neighbours<String>(services, owners::get).hide(agencies, Optional.of(of(1, 80)));
		assertThat(isShown(services.get("a2"), 0)).as("three are left of the agency").isFalse();
		assertThat(isShown(services.get("a1"), 0)).isTrue();
		assertThat(isShown(services.get("b1"), 0)).as("nobody is left").isTrue();
	}

	/** Whoever adds the services of a hidden agency up has it again. */
	@Test
	void servicesOfAHiddenAgencyDoNotTellOfTheRestOfTheCity() {
		Map<String, String> owners = Map.of("a1", "a", "b1", "b");
		Map<String, Opinion> services = new HashMap<>(Map.of("a1", of(1, 40), "b1", of(1, 20)));
		Map<String, Opinion> agencies = new TreeMap<>(Map.of("a", of(1, 40), "b", of(1, 20)));
		Opinion city = of(1, 65);
		Neighbours.hideAgencies(agencies, city);
		new Neighbours<String>(services, owners::get).hide(agencies, Optional.of(city));
		assertThat(isShown(services.get("b1"), 0)).as("65 - 40 - 20").isFalse();
		assertThat(isShown(services.get("a1"), 0)).isTrue();
	}

	@Test
	void monthsDoNotTellOfAMonthThatIsHidden() {
		Map<Integer, Opinion> safe = Neighbours
			.hideTimes(new TreeMap<>(Map.of(1, of(1, 40), 2, of(1, 3), 3, of(1, 15), 4, of(2, 12))));
		assertThat(isShown(safe.get(3), 0)).as("the year less the others").isFalse();
		assertThat(isShown(safe.get(1), 0)).isTrue();
		assertThat(isShown(safe.get(4), 0)).as("of other words").isTrue();
		assertThat(safe.keySet()).containsExactly(1, 2, 3, 4);
	}

}
