package id.tangerangkota.layanan.complaint.web.open;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

/**
 * The city as a drawing: a dot in the middle of each kelurahan, a bubble where complaints
 * are, its area as large as their number. So small a part of the earth is flat.
 *
 * @param height of the drawing, which is {@link #WIDTH} wide
 * @param dots the middles of all kelurahan
 * @param bubbles the largest first, so that none hides behind another
 * @param labels names of the kecamatan
 */
record CityMap(int height, List<Point> dots, List<Bubble> bubbles, List<Label> labels, @Nullable Point mark) {

	static final int WIDTH = 600;

	private static final int MARGIN = 40;

	private static final double LARGEST = 34;

	private static final double SMALLEST = 5;

	/** A point of the drawing. */
	record Point(String x, String y) {
	}

	/**
	 * A number of complaints.
	 *
	 * @param count shown in the bubble where there is room, null else
	 */
	record Bubble(String x, String y, String radius, @Nullable Long count) {

		private static final double ROOM = 13;

	}

	/** A name. */
	record Label(String x, String y, String text) {
	}

	static CityMap of(CodeNames.Known names, Map<RegionCode, Long> counts) {
		Collection<SubDistrict> all = names.subDistricts().values();
		Frame frame = Frame.around(all);
		long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		List<Bubble> bubbles = new ArrayList<>();
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.<RegionCode, Long>comparingByValue(Comparator.reverseOrder()))
			.forEach((entry) -> {
				SubDistrict where = names.subDistricts().get(entry.getKey());
				if (where != null) {
					bubbles.add(bubble(frame, where, entry.getValue(), most));
				}
			});
		return new CityMap(frame.height(), dots(frame, all), bubbles, labels(frame, names.districts().values()), null);
	}

	/** The city with one place in it. */
	static CityMap at(CodeNames.Known names, double latitude, double longitude) {
		Collection<SubDistrict> all = names.subDistricts().values();
		Frame frame = Frame.around(all);
		return new CityMap(frame.height(), dots(frame, all), List.of(), labels(frame, names.districts().values()),
				new Point(frame.x(longitude), frame.y(latitude)));
	}

	private static Bubble bubble(Frame frame, SubDistrict where, long count, long most) {
		double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) count / most));
		return new Bubble(frame.x(where.longitude()), frame.y(where.latitude()), Frame.number(radius),
				(radius >= Bubble.ROOM) ? count : null);
	}

	private static List<Point> dots(Frame frame, Collection<SubDistrict> all) {
		return all.stream()
			.sorted(Comparator.comparing((one) -> one.code().value()))
			.map((one) -> new Point(frame.x(one.longitude()), frame.y(one.latitude())))
			.toList();
	}

	private static List<Label> labels(Frame frame, Collection<District> districts) {
		return districts.stream()
			.sorted(Comparator.comparing(District::name))
			.map((one) -> new Label(frame.x(one.longitude()), frame.y(one.latitude()), one.name()))
			.toList();
	}

	/** Degrees to points of the drawing. */
	private record Frame(double west, double north, double scale, int height) {

		static Frame around(Collection<SubDistrict> all) {
			double west = all.stream().mapToDouble(SubDistrict::longitude).min().orElse(0);
			double east = all.stream().mapToDouble(SubDistrict::longitude).max().orElse(1);
			double south = all.stream().mapToDouble(SubDistrict::latitude).min().orElse(0);
			double north = all.stream().mapToDouble(SubDistrict::latitude).max().orElse(1);
			double scale = (WIDTH - 2 * MARGIN) / Math.max(east - west, 1e-6);
			return new Frame(west, north, scale, (int) Math.ceil((north - south) * scale) + 2 * MARGIN);
		}

		String x(double longitude) {
			return number(MARGIN + (longitude - this.west) * this.scale);
		}

		String y(double latitude) {
			return number(MARGIN + (this.north - latitude) * this.scale);
		}

		static String number(double value) {
			return String.format(Locale.ROOT, "%.1f", value);
		}

	}

}
