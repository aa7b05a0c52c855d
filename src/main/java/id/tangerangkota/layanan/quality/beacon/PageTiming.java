package id.tangerangkota.layanan.quality.beacon;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * What one browser tells of one view of a page.
 *
 * @param route pattern of the page's address
 * @param device class of the width of its window
 */
public record PageTiming(String route, Device device, Map<PageMeasure, Integer> values) {

	/** Of a form so long there would be more than there is to tell. */
	public static final int LONGEST = 300;

	private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,6}");

	/** How wide a window is. */
	public enum Device {

		/** A phone, under 640 px. */
		S,

		/** A tablet or a small window, under 1024 px. */
		M,

		/** A larger one. */
		L

	}

	/**
	 * Reads what came. Whatever is not exactly as the script writes it is refused as a
	 * whole.
	 * @param known whether there is a page with that pattern
	 */
	public static Optional<PageTiming> parse(String text, Predicate<String> known) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		@Nullable String route = null;
		@Nullable Device device = null;
		Map<PageMeasure, Integer> values = new EnumMap<>(PageMeasure.class);
		for (String field : text.split("&", -1)) {
			String[] parts = field.split("=", -1);
			if (parts.length != 2) {
				return Optional.empty();
			}
			boolean taken = switch (parts[0]) {
				case "r" -> route == null && (route = decoded(parts[1])) != null && known.test(route);
				case "d" -> device == null && (device = device(parts[1])) != null;
				default -> take(parts[0], parts[1], values);
			};
			if (!taken) {
				return Optional.empty();
			}
		}
		return (route != null && device != null && !values.isEmpty())
				? Optional.of(new PageTiming(route, device, values)) : Optional.empty();
	}

	private static boolean take(String key, String number, Map<PageMeasure, Integer> values) {
		PageMeasure measure = PageMeasure.ofKey(key).orElse(null);
		if (measure == null || !NUMBER.matcher(number).matches()) {
			return false;
		}
		int value = Integer.parseInt(number);
		return value <= measure.most() && values.put(measure, value) == null;
	}

	private static @Nullable Device device(String code) {
		return switch (code) {
			case "s" -> Device.S;
			case "m" -> Device.M;
			case "l" -> Device.L;
			default -> null;
		};
	}

	private static @Nullable String decoded(String text) {
		try {
			return UriUtils.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
