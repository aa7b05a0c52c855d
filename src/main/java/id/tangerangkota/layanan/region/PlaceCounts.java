package id.tangerangkota.layanan.region;

import java.util.HashMap;
import java.util.Map;

/**
 * How often something happened in a time, by kelurahan.
 *
 * @param places kelurahan in which it did
 * @param elsewhere where no kelurahan is known or may be told
 */
public record PlaceCounts(Map<RegionCode, Count> places, Count elsewhere) {

	public PlaceCounts {
		places = Map.copyOf(places);
	}

	/**
	 * How often, and by how many.
	 *
	 * @param people who are known to be different ones, each counted in one place alone,
	 * so that people of several places may be added; never more than there were
	 */
	public record Count(long times, long people) {

		/** Nothing happened. */
		public static final Count NONE = new Count(0, 0);

		public Count plus(Count other) {
			return new Count(this.times + other.times, this.people + other.people);
		}

	}

	/**
	 * Puts counts in their places.
	 * @param counts by code, those of no kelurahan by the empty text
	 */
	public static PlaceCounts of(Map<String, Count> counts) {
		Map<RegionCode, Count> places = new HashMap<>();
		counts.forEach((code, count) -> {
			if (!code.isEmpty()) {
				places.put(new RegionCode(code), count);
			}
		});
		return new PlaceCounts(places, counts.getOrDefault("", Count.NONE));
	}

	/** Everywhere. */
	public Count total() {
		return this.places.values().stream().reduce(this.elsewhere, Count::plus);
	}

}
