package id.tangerangkota.layanan.quality.adoption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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

	@Test
	void hidesAnotherBesidesASmallOne() {
		SafeCounts safe = SafeCounts.of(places(1, 4),
				Map.of(place(1, 1), 3L, place(1, 2), 40L, place(1, 3), 15L, place(1, 4), 90L));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(1, 3));
		assertThat(safe.counts()).containsOnly(Map.entry(place(1, 2), 40L), Map.entry(place(1, 4), 90L));
		assertThat(safe.districts()).containsEntry(district(1), 148L);
	}

	@Test
	void twoSmallOnesThatAreTooFewTogetherTakeAThird() {
		SafeCounts safe = SafeCounts.of(places(1, 4),
				Map.of(place(1, 1), 1L, place(1, 2), 1L, place(1, 3), 25L, place(1, 4), 90L));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(1, 2), place(1, 3));
	}

	@Test
	void nothingIsHiddenWhereAllAreManyOrNone() {
		SafeCounts safe = SafeCounts.of(places(1, 3), Map.of(place(1, 1), 10L, place(1, 2), 200L));
		assertThat(safe.hidden()).isEmpty();
		assertThat(safe.counts()).containsEntry(place(1, 3), 0L);
	}

	@Test
	void aSmallKecamatanTakesAnotherAlongAndIsNotGivenAwayByItsKelurahan() {
		SafeCounts safe = SafeCounts.of(places(3, 2),
				Map.of(place(1, 1), 4L, place(2, 1), 30L, place(2, 2), 20L, place(3, 1), 500L, place(3, 2), 100L));
		assertThat(safe.hiddenDistricts()).containsExactlyInAnyOrder(district(1), district(2));
		assertThat(safe.districts()).containsOnlyKeys(district(3));
		assertThat(safe.hidden()).containsExactlyInAnyOrder(place(1, 1), place(2, 1), place(2, 2));
	}

	/** Whoever knows all that is published tries to work out what is not. */
	@Test
	void nobodyWorksOutASmallCount() {
		Random random = new Random(20261126);
		for (int round = 0; round < 2000; round++) {
			List<RegionCode> places = places(4, 5);
			Map<RegionCode, Long> exact = new HashMap<>();
			places.forEach((place) -> exact.put(place,
					(long) (random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(80))));
			SafeCounts safe = SafeCounts.of(places, exact);
			assertThat(safe.counts().values()).noneMatch((count) -> count > 0 && count < SafeCounts.LEAST);
			assertThat(safe.districts().values()).noneMatch((count) -> count > 0 && count < SafeCounts.LEAST);
			for (RegionCode district : safe.districts().keySet()) {
				List<RegionCode> hidden = safe.hidden()
					.stream()
					.filter((place) -> place.district().equals(district))
					.toList();
				long rest = hidden.stream().mapToLong(exact::get).sum();
				assertThat(hidden.size()).as("a sum of one is no sum").isNotEqualTo(1);
				assertThat(hidden.isEmpty() || rest >= SafeCounts.LEAST).isTrue();
			}
			if (!safe.hiddenDistricts().isEmpty()) {
				assertThat(safe.hiddenDistricts()).hasSizeGreaterThan(1);
			}
			safe.counts().forEach((place, count) -> assertThat(count).isEqualTo(exact.get(place)));
		}
	}

	@Test
	void leavesOutPlacesThatAreNone() {
		SafeCounts safe = SafeCounts.of(places(1, 2), Map.of(place(1, 1), 50L, place(9, 1), 3L));
		assertThat(safe.total()).isEqualTo(50);
		assertThat(safe.counts()).containsOnlyKeys(place(1, 1), place(1, 2));
	}

}
