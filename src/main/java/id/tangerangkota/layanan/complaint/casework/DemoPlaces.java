package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.region.SubDistrict;

/**
 * Where made-up complaints are about.
 *
 * @param lively from where most come
 */
record DemoPlaces(List<SubDistrict> all, List<SubDistrict> lively) {

	/** Kecamatan, and kelurahan of each, whose people are used to reporting. */
	private static final int LIVELY = 3;

	/** How many reports come from there: elsewhere too few people do for any figure. */
	private static final double FROM_LIVELY = 0.8;

	/** Metres of the middle of a kelurahan are within about so many degrees. */
	private static final double NEAR = 0.004;

	static DemoPlaces of(List<SubDistrict> all) {
		return new DemoPlaces(all,
				all.stream()
					.collect(Collectors.groupingBy((place) -> place.code().district().value(), TreeMap::new,
							Collectors.toList()))
					.values()
					.stream()
					.limit(LIVELY)
					.flatMap((district) -> district.stream().limit(LIVELY))
					.toList());
	}

	ComplaintPlace one(Random random) {
		List<SubDistrict> places = (random.nextDouble() < FROM_LIVELY) ? this.lively : this.all;
		SubDistrict middle = places.get(random.nextInt(places.size()));
		return new ComplaintPlace(middle.code(), "Contoh, RW " + (1 + random.nextInt(12)),
				middle.latitude() + random.nextDouble(-NEAR, NEAR),
				middle.longitude() + random.nextDouble(-NEAR, NEAR));
	}

}
