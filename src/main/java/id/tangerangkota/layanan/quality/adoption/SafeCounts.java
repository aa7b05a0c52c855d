package id.tangerangkota.layanan.quality.adoption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import id.tangerangkota.layanan.region.PlaceCounts;
import id.tangerangkota.layanan.region.PlaceCounts.Count;
import id.tangerangkota.layanan.region.RegionCode;

/**
 * Counts of kelurahan that may be published, with the totals of their kecamatan. Few
 * people are nobody: what fewer than ten people did is hidden, however often they did it.
 * As totals are published too, a hidden count never stands alone, neither in its
 * kecamatan nor among them and what has no place: the next smallest is hidden with it,
 * until they are ten people together.
 *
 * @param counts by kelurahan, with zeros, without hidden ones
 * @param hidden kelurahan whose count is not told
 * @param districts totals by kecamatan, without hidden ones
 * @param hiddenDistricts kecamatan whose total is not told
 */
public record SafeCounts(Map<RegionCode, Long> counts, Set<RegionCode> hidden, Map<RegionCode, Long> districts,
		Set<RegionCode> hiddenDistricts) {

	/** Of fewer people nothing is told. */
	public static final long LEAST = 10;

	public SafeCounts {
		counts = Map.copyOf(counts);
		hidden = Set.copyOf(hidden);
		districts = Map.copyOf(districts);
		hiddenDistricts = Set.copyOf(hiddenDistricts);
	}

	/**
	 * Makes counts safe.
	 * @param places all kelurahan; counts of others are left out
	 */
	public static SafeCounts of(Collection<RegionCode> places, PlaceCounts exact) {
		Map<RegionCode, Map<RegionCode, Count>> byDistrict = new TreeMap<>(Comparator.comparing(RegionCode::value));
		places.forEach((place) -> byDistrict.computeIfAbsent(place.district(), (any) -> new HashMap<>())
			.put(place, exact.places().getOrDefault(place, Count.NONE)));
		Map<RegionCode, Count> totals = new HashMap<>();
		byDistrict.forEach(
				(district, counts) -> totals.put(district, counts.values().stream().reduce(Count.NONE, Count::plus)));
		Set<RegionCode> hiddenDistricts = hide(totals, exact.elsewhere());
		Map<RegionCode, Long> shown = new HashMap<>();
		Set<RegionCode> hidden = new HashSet<>();
		byDistrict.forEach((district, counts) -> {
			Set<RegionCode> here = hiddenDistricts.contains(district) ? happened(counts) : hide(counts, Count.NONE);
			hidden.addAll(here);
			shown.putAll(without(counts, here));
		});
		return new SafeCounts(shown, hidden, without(totals, hiddenDistricts), hiddenDistricts);
	}

	private static Map<RegionCode, Long> without(Map<RegionCode, Count> counts, Set<RegionCode> hidden) {
		Map<RegionCode, Long> shown = new HashMap<>();
		counts.forEach((place, count) -> {
			if (!hidden.contains(place)) {
				shown.put(place, count.times());
			}
		});
		return shown;
	}

	/** Whatever is not zero: a total one could add up again would not be hidden. */
	private static Set<RegionCode> happened(Map<RegionCode, Count> counts) {
		Set<RegionCode> happened = new HashSet<>();
		counts.forEach((place, count) -> {
			if (count.times() > 0) {
				happened.add(place);
			}
		});
		return happened;
	}

	/**
	 * The small ones, and as many of the next smallest as it takes to hide them.
	 * @param untold what is part of the total and never told by itself
	 */
	private static Set<RegionCode> hide(Map<RegionCode, Count> counts, Count untold) {
		List<Map.Entry<RegionCode, Count>> bySize = new ArrayList<>(counts.entrySet());
		bySize.removeIf((place) -> place.getValue().times() == 0);
		bySize.sort(Comparator.comparing((Map.Entry<RegionCode, Count> place) -> place.getValue().people())
			.thenComparing((place) -> place.getValue().times())
			.thenComparing((place) -> place.getKey().value()));
		Set<RegionCode> hidden = new HashSet<>();
		Count together = untold;
		for (Map.Entry<RegionCode, Count> place : bySize) {
			boolean small = place.getValue().people() < LEAST;
			boolean alone = together.times() > 0 && together.people() < LEAST;
			if (small || alone) {
				hidden.add(place.getKey());
				together = together.plus(place.getValue());
			}
		}
		return hidden;
	}

}
