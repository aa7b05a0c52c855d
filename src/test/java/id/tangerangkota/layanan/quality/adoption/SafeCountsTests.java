package id.tangerangkota.layanan.quality.adoption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No count of fewer than ten can be read or worked out. */
class SafeCountsTests {

	private static RegionCode place(int district, int number) {
		return new RegionCode("36.71.%02d.10%02d".formatted(district, number));
	}

	private static RegionCode district(int number) {
		return new RegionCode("36.71.%02d".formatted(number));
	}

	private static List<RegionCode> places(int districts, int each) {
		List<RegionCode> places = new ArrayList<>();
		for (int district = 1; district <= districts; district++) {
			for (int number = 1; number <= each; number++) {
				places.add(place(district, number));
			}
		}
		return places;
	}

	/** Each did it once. */
	private static SafeCounts safe(List<RegionCode> places, Map<RegionCode, Long> once) {
		Map<RegionCode, Count> counts = new HashMap<>();
		once.forEach((place, people) -> counts.put(place, new Count(people, people)));
		return SafeCounts.of(places, new PlaceCounts(counts, Count.NONE));
	}

	@Test
	void onePersonIsOneHoweverOften() {
		SafeCounts safe = SafeCounts.of(places(1, 3), new PlaceCounts(
				Map.of(place(1, 1), new Count(12, 1), place(1, 2), new Count(300, 40), place(1, 3), new Count(14, 12)),
				Count.NONE));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(1, 3));
		assertThat(safe.counts()).containsOnly(Map.entry(place(1, 2), 300L));
	}

	/** The total of the city tells them all. */
	@Test
	void fewWithoutAPlaceHideAKecamatan() {
		Map<RegionCode, Count> many = Map.of(place(1, 1), new Count(50, 20), place(2, 1), new Count(90, 30));
		assertThat(SafeCounts.of(places(2, 1), new PlaceCounts(many, new Count(12, 1))).districts())
			.containsOnlyKeys(district(2));
		assertThat(SafeCounts.of(places(2, 1), new PlaceCounts(many, new Count(12, 10))).districts())
			.containsOnlyKeys(district(1), district(2));
	}

	@Test
	void hidesAnotherBesidesASmallOne() {
		SafeCounts safe = safe(places(1, 4),
				Map.of(place(1, 1), 3L, place(1, 2), 40L, place(1, 3), 15L, place(1, 4), 90L));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(1, 3));
		assertThat(safe.counts()).containsOnly(Map.entry(place(1, 2), 40L), Map.entry(place(1, 4), 90L));
		assertThat(safe.districts()).containsEntry(district(1), 148L);
	}

	@Test
	void twoSmallOnesThatAreTooFewTogetherTakeAThird() {
		SafeCounts safe = safe(places(1, 4),
				Map.of(place(1, 1), 1L, place(1, 2), 1L, place(1, 3), 25L, place(1, 4), 90L));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(1, 2), place(1, 3));
	}

	@Test
	void nothingIsHiddenWhereAllAreManyOrNone() {
		SafeCounts safe = safe(places(1, 3), Map.of(place(1, 1), 10L, place(1, 2), 200L));
		assertThat(safe.hidden()).isEmpty();
		assertThat(safe.counts()).containsEntry(place(1, 3), 0L);
	}

	@Test
	void aSmallKecamatanTakesAnotherAlongAndIsNotGivenAwayByItsKelurahan() {
		SafeCounts safe = safe(places(3, 2),
				Map.of(place(1, 1), 4L, place(2, 1), 30L, place(2, 2), 20L, place(3, 1), 500L, place(3, 2), 100L));
		assertThat(safe.hiddenDistricts()).containsExactlyInAnyOrder(district(1), district(2));
		assertThat(safe.districts()).containsOnlyKeys(district(3));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(2, 1), place(2, 2));
	}

	/** Whoever knows all that is published tries to work out what is not. */
	@Test
	void nobodyWorksOutWhatFewPeopleDid() {
		Random random = new Random(20261126);
		for (int round = 0; round < 2000; round++) {
			List<RegionCode> places = places(4, 5);
			Map<RegionCode, Count> exact = new HashMap<>();
			places.forEach((place) -> exact.put(place, people(random)));
			Count elsewhere = people(random);
			SafeCounts safe = SafeCounts.of(places, new PlaceCounts(exact, elsewhere));
			Map<RegionCode, Count> totals = new HashMap<>();
			exact.forEach((place, count) -> totals.merge(place.district(), count, Count::plus));
			Count rest = elsewhere;
			for (Map.Entry<RegionCode, Count> district : totals.entrySet()) {
				boolean told = safe.districts().containsKey(district.getKey());
				Count untold = exact.entrySet()
					.stream()
					.filter((place) -> place.getKey().district().equals(district.getKey()))
					.filter((place) -> safe.hidden().contains(place.getKey()))
					.map(Map.Entry::getValue)
					.reduce(Count.NONE, Count::plus);
				if (told) {
					assertThat(safe.districts()).containsEntry(district.getKey(), district.getValue().times());
					assertNobody(district.getValue());
					assertNobody(untold);
				}
				else {
					assertThat(untold).as("nothing of it is told").isEqualTo(district.getValue());
					rest = rest.plus(district.getValue());
				}
			}
			assertNobody(rest);
			safe.counts().forEach((place, count) -> {
				Count known = exact.getOrDefault(place, Count.NONE);
				assertThat(count).isEqualTo(known.times());
				assertNobody(known);
			});
		}
	}

	private static Count people(Random random) {
		long people = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(80);
		return new Count((people > 0) ? people + random.nextInt(40) : random.nextInt(2) * random.nextInt(40), people);
	}

	/** Nothing happened, or ten did it. */
	private static void assertNobody(Count told) {
		assertThat(told.times() == 0 || told.people() >= SafeCounts.LEAST).as("%s", told).isTrue();
	}

	@Test
	void leavesOutPlacesThatAreNone() {
		SafeCounts safe = safe(places(1, 2), Map.of(place(1, 1), 50L, place(9, 1), 3L));
		assertThat(safe.counts()).containsOnlyKeys(place(1, 1), place(1, 2));
	}

}
