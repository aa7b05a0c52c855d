package id.tangerangkota.layanan.complaint.web.open;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;

/** A kelurahan in the table beside the map. */
record Place(String name, String district, long count, String href) {

	/** Those with any, the most first. */
	static List<Place> of(CodeNames.Known names, Map<RegionCode, Long> counts, ComplaintListForm form) {
		List<Place> places = new ArrayList<>();
		names.subDistricts().forEach((code, subDistrict) -> {
			long count = counts.getOrDefault(code, 0L);
			District district = names.districts().get(code.district());
			if (count > 0 && district != null) {
				places.add(new Place(subDistrict.name(), district.name(), count, form.in(code)));
			}
		});
		places.sort(Comparator.comparingLong(Place::count)
			.reversed()
			.thenComparing(Place::district)
			.thenComparing(Place::name));
		return places;
	}

}
