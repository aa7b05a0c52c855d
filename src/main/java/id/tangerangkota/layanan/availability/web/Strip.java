package id.tangerangkota.layanan.availability.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.availability.ServiceState;

/**
 * Days as bars of a picture. A few lines with dashes draw any number of days, so that a
 * page with hundreds of services stays small.
 *
 * @param width of the picture; it is 24 high
 * @param paths for each kind of bar what SVG calls path data, of those that occur
 */
record Strip(int width, Map<String, String> paths) {

	private static final int DAY = 4;

	/** Makes the picture of days, the oldest first. */
	static Strip of(List<ServiceState> days) {
		Map<ServiceState, StringBuilder> paths = new EnumMap<>(ServiceState.class);
		int start = 0;
		for (int day = 1; day <= days.size(); day++) {
			if (day == days.size() || bar(days.get(day)) != bar(days.get(start))) {
				ServiceState bar = bar(days.get(start));
				paths.computeIfAbsent(bar, (state) -> new StringBuilder())
					.append('M')
					.append(start * DAY)
					.append(' ')
					.append(middle(bar))
					.append('H')
					.append(day * DAY);
				start = day;
			}
		}
		Map<String, String> named = new LinkedHashMap<>();
		paths.forEach((state, path) -> named.put(Words.code(state), path.toString()));
		return new Strip(days.size() * DAY, named);
	}

	/** Days nobody can say anything about look alike. */
	private static ServiceState bar(ServiceState state) {
		return (state == ServiceState.UNMONITORED) ? ServiceState.UNKNOWN : state;
	}

	/**
	 * Half of each bar's height, from the ground; the heights stand in the style sheet.
	 */
	private static String middle(ServiceState state) {
		return switch (state) {
			case UP -> "15";
			case DEGRADED -> "13.5";
			case DOWN -> "12";
			case MAINTENANCE -> "18";
			case UNKNOWN, UNMONITORED -> "22.5";
		};
	}

}
