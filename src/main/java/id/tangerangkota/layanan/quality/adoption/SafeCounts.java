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

import id.tangerangkota.layanan.region.RegionCode;

/**
 * Counts of kelurahan that may be published, with the totals of their kecamatan. Few
 * people are nobody: a count from 1 to 9 is hidden. As totals are published too, a hidden
 * count never stands alone, neither in its kecamatan nor among them: the next smallest is
 * hidden with it, until at least two are and they are ten together.
 *
 * @param counts by kelurahan, with zeros, without hidden ones
 * @param hidden kelurahan whose count is not told
 * @param districts totals by kecamatan, without hidden ones
 * @param hiddenDistricts kecamatan whose total is not told
 * @param total of all places
 */
public record SafeCounts(Map<RegionCode, Long> counts, Set<RegionCode> hidden, Map<RegionCode, Long> districts,
		Set<RegionCode> hiddenDistricts, long total) {

	/** Fewer are not told. */
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
	public static SafeCounts of(Collection<RegionCode> places, Map<RegionCode, Long> exact) {
		Map<RegionCode, Map<RegionCode, Long>> byDistrict = new TreeMap<>(Comparator.comparing(RegionCode::value));
		places.forEach((place) -> byDistrict.computeIfAbsent(place.district(), (any) -> new HashMap<>())
			.put(place, exact.getOrDefault(place, 0L)));
		Map<RegionCode, Long> totals = new HashMap<>();
		byDistrict.forEach((district, counts) -> totals.put(district, sum(counts.values())));
		Set<RegionCode> hiddenDistricts = hide(totals);
		Map<RegionCode, Long> shown = new HashMap<>();
		Set<RegionCode> hidden = new HashSet<>();
		byDistrict.forEach((district, counts) -> {
			Set<RegionCode> here = hiddenDistricts.contains(district) ? hideWithTotal(counts) : hide(counts);
			hidden.addAll(here);
			counts.forEach((place, count) -> {
				if (!here.contains(place)) {
					shown.put(place, count);
				}
			});
		});
		Map<RegionCode, Long> shownTotals = new HashMap<>(totals);
		shownTotals.keySet().removeAll(hiddenDistricts);
		return new SafeCounts(shown, hidden, shownTotals, hiddenDistricts, sum(totals.values()));
	}

	/** Whatever is not zero: a total one could add up again would not be hidden. */
	private static Set<RegionCode> hideWithTotal(Map<RegionCode, Long> counts) {
		Set<RegionCode> hidden = new HashSet<>();
		counts.forEach((place, count) -> {
			if (count > 0) {
				hidden.add(place);
			}
		});
		return hidden;
	}

	/** The small ones, and as many of the next smallest as it takes to hide them. */
	private static Set<RegionCode> hide(Map<RegionCode, Long> counts) {
		List<RegionCode> bySize = new ArrayList<>(counts.keySet());
		bySize.sort(Comparator.comparing((RegionCode place) -> counts.get(place) == 0)
			.thenComparing(counts::get)
			.thenComparing(RegionCode::value));
		Set<RegionCode> hidden = new HashSet<>();
		long together = 0;
		for (RegionCode place : bySize) {
			long count = counts.getOrDefault(place, 0L);
			boolean small = count > 0 && count < LEAST;
			boolean alone = !hidden.isEmpty() && (hidden.size() < 2 || together < LEAST);
			if (small || alone) {
				hidden.add(place);
				together += count;
			}
		}
		return hidden;
	}

	private static long sum(Collection<Long> counts) {
		return counts.stream().mapToLong(Long::longValue).sum();
	}

}
