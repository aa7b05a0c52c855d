package id.tangerangkota.layanan.complaint.web.filing;

import java.util.List;
import java.util.function.Function;

import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.SubDistrict;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of the city to tap on: roughly where things are, and every name large enough
 * for a finger. Names that would cover each other are moved apart.
 *
 * @param dots centres of kelurahan
 * @param labels names to tap on
 */
record CitySketch(int width, int height, List<Dot> dots, List<Label> labels) {

	private static final int WIDTH = 360;

	private static final int MARGIN = 8;

	private static final int LABEL_HEIGHT = 32;

	private static final int GAP = 4;

	private static final double LETTER = 7.4;

	private static final int PADDING = 20;

	private static final int ROUNDS = 600;

	private static final int CITY_HEIGHT = 400;

	private static final int DISTRICT_HEIGHT = 360;

	/**
	 * Names that find no room push each other for ever: the drawing grows until they do.
	 */
	private static final int TALLEST = 1200;

	private static final int TALLER = 40;

	/** A centre. */
	record Dot(int x, int y) {
	}

	/**
	 * A name, in a box around its middle.
	 *
	 * @param code of the kecamatan or kelurahan
	 */
	record Label(String code, String name, int x, int y, int width) {

		public int left() {
			return this.x - this.width / 2;
		}

		public int top() {
			return this.y - LABEL_HEIGHT / 2;
		}

		public int height() {
			return LABEL_HEIGHT;
		}

	}

	/** A name on its way to its place. */
	private static final class Box {

		private final String code;

		private final String name;

		private final double width;

		private double x;

		private double y;

		private Box(String code, String name, Dot dot) {
			this.code = code;
			this.name = name;
			this.width = name.length() * LETTER + PADDING;
			this.x = dot.x();
			this.y = dot.y();
		}

		/**
		 * Whether both had to move.
		 * @param sideways whether they may, where that is shorter
		 */
		private boolean part(Box other, boolean sideways) {
			double across = (this.width + other.width) / 2 + GAP - Math.abs(this.x - other.x);
			double down = LABEL_HEIGHT + GAP - Math.abs(this.y - other.y);
			if (across <= 0.01 || down <= 0.01) {
				return false;
			}
			if (!sideways || down <= across) {
				double step = (this.y <= other.y) ? down / 2 : -down / 2;
				this.y -= step;
				other.y += step;
			}
			else {
				double step = (this.x <= other.x) ? across / 2 : -across / 2;
				this.x -= step;
				other.x += step;
			}
			return true;
		}

		private void keepWithin(int height) {
			double side = this.width / 2 + 2;
			this.x = Math.clamp(this.x, side, WIDTH - side);
			this.y = Math.clamp(this.y, LABEL_HEIGHT / 2.0 + 2, height - LABEL_HEIGHT / 2.0 - 2);
		}

		private Label label() {
			return new Label(this.code, this.name, (int) Math.round(this.x), (int) Math.round(this.y),
					(int) Math.round(this.width));
		}

	}

	/** All kecamatan, with the centres of all kelurahan behind their names. */
	static CitySketch ofCity(List<District> districts, List<SubDistrict> subDistricts) {
		return fitting(subDistricts, CITY_HEIGHT,
				(frame) -> districts.stream()
					.map((district) -> new Box(district.code().value(), district.name(),
							frame.dot(district.latitude(), district.longitude())))
					.toList(),
				(frame) -> subDistricts.stream().map((one) -> frame.dot(one.latitude(), one.longitude())).toList());
	}

	/** The kelurahan of one kecamatan. */
	static CitySketch ofDistrict(List<SubDistrict> subDistricts) {
		return fitting(subDistricts, DISTRICT_HEIGHT,
				(frame) -> subDistricts.stream()
					.map((one) -> new Box(one.code().value(), one.name(), frame.dot(one.latitude(), one.longitude())))
					.toList(),
				(frame) -> List.of());
	}

	/** Just so tall that no name lies on another. */
	private static CitySketch fitting(List<SubDistrict> points, int height, Function<Frame, List<Box>> names,
			Function<Frame, List<Dot>> dots) {
		Frame frame = Frame.around(points, height);
		List<Box> boxes = names.apply(frame);
		while (!part(boxes, frame.height()) && frame.height() < TALLEST) {
			frame = Frame.around(points, frame.height() + TALLER);
			boxes = names.apply(frame);
		}
		return new CitySketch(WIDTH, frame.height(), dots.apply(frame), boxes.stream().map(Box::label).toList());
	}

	/** The sketch of a kecamatan, or of the city where there is none of this code. */
	static CitySketch of(@Nullable String district, List<District> districts, List<SubDistrict> subDistricts) {
		List<SubDistrict> inside = subDistricts.stream()
			.filter((one) -> one.code().district().value().equals(district))
			.toList();
		return inside.isEmpty() ? ofCity(districts, subDistricts) : ofDistrict(inside);
	}

	/** Whether each found a place of its own. */
	private static boolean part(List<Box> boxes, int height) {
		boxes.forEach((box) -> box.keepWithin(height));
		boolean moving = true;
		for (int round = 0; moving && round < ROUNDS; round++) {
			// The edges push back to the side for ever, but not down: there is room.
			boolean sideways = round < ROUNDS / 2;
			moving = false;
			for (int i = 0; i < boxes.size(); i++) {
				for (int j = i + 1; j < boxes.size(); j++) {
					moving |= boxes.get(i).part(boxes.get(j), sideways);
				}
			}
			boxes.forEach((box) -> box.keepWithin(height));
		}
		return !moving;
	}

	/** How degrees become places in the drawing. */
	private record Frame(double west, double north, double scale, int height) {

		static Frame around(List<SubDistrict> points, int height) {
			double west = points.stream().mapToDouble(SubDistrict::longitude).min().orElse(0);
			double east = points.stream().mapToDouble(SubDistrict::longitude).max().orElse(1);
			double south = points.stream().mapToDouble(SubDistrict::latitude).min().orElse(0);
			double north = points.stream().mapToDouble(SubDistrict::latitude).max().orElse(1);
			double scale = Math.min((WIDTH - 2 * MARGIN) / Math.max(east - west, 0.001),
					(height - 2 * MARGIN) / Math.max(north - south, 0.001));
			return new Frame(west - (WIDTH / scale - (east - west)) / 2, north + (height / scale - (north - south)) / 2,
					scale, height);
		}

		Dot dot(double latitude, double longitude) {
			return new Dot((int) Math.round((longitude - this.west) * this.scale),
					(int) Math.round((this.north - latitude) * this.scale));
		}

	}

}
