package id.tangerangkota.layanan.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The city as a drawing: a dot in the middle of each kelurahan, a bubble where something
 * was counted, its area as large as the number. So small a part of the earth is flat.
 *
 * @param height of the drawing, which is 600 wide
 * @param dots the middles of all kelurahan
 * @param bubbles the largest first, so that none hides behind another
 * @param hidden where a number is not told
 * @param labels names of the kecamatan
 * @param mark a place of its own, null without
 */
public record CityMap(int height, List<Point> dots, List<Bubble> bubbles, List<Point> hidden, List<Label> labels,
		@Nullable Point mark) {

	private static final int WIDTH = 600;

	private static final int MARGIN = 40;

	private static final double LARGEST = 34;

	/** More bubbles share the place of so many. */
	private static final int FEW = 20;

	private static final double SMALLEST = 5;

	/** A point of the drawing. */
	public record Point(String x, String y) {
	}

	/**
	 * A number.
	 *
	 * @param text shown in the bubble where there is room, null else
	 */
	public record Bubble(String x, String y, String radius, @Nullable String text) {

		private static final double ROOM = 13;

	}

	/** A name. */
	public record Label(String x, String y, String text) {
	}

	/**
	 * The city with numbers.
	 * @param counts of kelurahan; those without any show a dot
	 * @param hidden kelurahan whose number is not told
	 */
	public static CityMap of(Collection<SubDistrict> subDistricts, Collection<District> districts,
			Map<RegionCode, Long> counts, Set<RegionCode> hidden) {
		return of(subDistricts, districts, counts, hidden, String::valueOf);
	}

	/**
	 * The city with numbers of any kind.
	 * @param text how a number is written
	 */
	public static <N extends Number> CityMap of(Collection<SubDistrict> subDistricts, Collection<District> districts,
			Map<RegionCode, N> numbers, Set<RegionCode> hidden, Function<N, String> text) {
		Frame frame = Frame.around(subDistricts);
		double most = numbers.values().stream().mapToDouble(Number::doubleValue).max().orElse(1);
		double largest = LARGEST * Math.sqrt(Math.min(1, FEW / (double) Math.max(1, numbers.size())));
		List<Bubble> bubbles = new ArrayList<>();
		subDistricts.stream()
			.filter((where) -> value(numbers.get(where.code())) > 0)
			.sorted(Comparator.<SubDistrict>comparingDouble((where) -> value(numbers.get(where.code())))
				.reversed()
				.thenComparing((where) -> where.code().value()))
			.forEach((where) -> bubbles
				.add(bubble(frame, where, Objects.requireNonNull(numbers.get(where.code())), most, largest, text)));
		return new CityMap(frame.height(), dots(frame, subDistricts), bubbles,
				dots(frame, subDistricts.stream().filter((where) -> hidden.contains(where.code())).toList()),
				labels(frame, districts), null);
	}

	/** The city with one place in it. */
	public static CityMap at(Collection<SubDistrict> subDistricts, Collection<District> districts, double latitude,
			double longitude) {
		Frame frame = Frame.around(subDistricts);
		return new CityMap(frame.height(), dots(frame, subDistricts), List.of(), List.of(), labels(frame, districts),
				new Point(frame.x(longitude), frame.y(latitude)));
	}

	private static double value(@Nullable Number number) {
		return (number != null) ? number.doubleValue() : 0;
	}

	private static <N extends Number> Bubble bubble(Frame frame, SubDistrict where, N number, double most,
			double largest, Function<N, String> text) {
		double radius = Math.max(SMALLEST, largest * Math.sqrt(number.doubleValue() / most));
		return new Bubble(frame.x(where.longitude()), frame.y(where.latitude()), Frame.number(radius),
				(radius >= Bubble.ROOM) ? text.apply(number) : null);
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
