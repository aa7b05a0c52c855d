package id.tangerangkota.layanan.complaint.open;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where something is, as everybody may know it. What is about the street is where it is;
 * everything else may be at somebody's home, and so is only roughly there: to about 50
 * metres, without the number of the house.
 */
record Roughly(@Nullable String address, @Nullable Double latitude, @Nullable Double longitude) {

	/** What lies in the street. Categories of later times are not among them. */
	private static final Set<String> IN_THE_STREET = Set.of("jalan-rusak", "drainase-banjir", "pju", "sampah",
			"pohon-taman", "transportasi");

	/** 50 metres, near the equator the same in both directions. */
	private static final double STEP = 0.00045;

	private static final double DIGITS = 1e6;

	/** "No. 12A", "Blok C3/14", "RT 03/RW 05". */
	private static final Pattern HOUSE = Pattern
		.compile("(?i)[,;/]?\\s*\\b(?:nomor|no|blok|blk|rt|rw|kav|kavling|unit|lantai|lt)\\b[.:\\s]*"
				+ "[a-z]{0,2}\\d*[a-z]?\\b(?:\\s*[/-]\\s*\\d+[a-z]?\\b)?");

	static Roughly of(String category, @Nullable String address, @Nullable Double latitude,
			@Nullable Double longitude) {
		if (IN_THE_STREET.contains(category)) {
			return new Roughly(address, latitude, longitude);
		}
		return new Roughly(withoutHouse(address), snap(latitude), snap(longitude));
	}

	private static @Nullable String withoutHouse(@Nullable String address) {
		if (address == null) {
			return null;
		}
		String street = HOUSE.matcher(address).replaceAll("").replaceAll("\\s+,", ",").strip();
		return street.isEmpty() ? null : street;
	}

	private static @Nullable Double snap(@Nullable Double degrees) {
		return (degrees != null) ? Math.round(Math.round(degrees / STEP) * STEP * DIGITS) / DIGITS : null;
	}

}
