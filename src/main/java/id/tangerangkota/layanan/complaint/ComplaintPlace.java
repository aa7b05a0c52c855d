package id.tangerangkota.layanan.complaint;

import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Where something is.
 *
 * @param subDistrict the kelurahan, null when it is not known
 * @param address in words, such as a street or a landmark, at most 200 characters
 * @param latitude in degrees (WGS 84), null together with the longitude
 */
public record ComplaintPlace(@Nullable RegionCode subDistrict, @Nullable String address, @Nullable Double latitude,
		@Nullable Double longitude) {

	/** Longest address, in characters; what is longer is cut. */
	public static final int ADDRESS_LENGTH = 200;

	/** Somewhat around the city: a point outside was not meant. */
	private static final double[] BOUNDS = { -6.35, -6.00, 106.45, 106.85 };

	public ComplaintPlace {
		address = clean(address);
		Assert.isTrue((latitude == null) == (longitude == null), "A point has two coordinates");
		Assert.isTrue(latitude == null || longitude == null || isNear(latitude, longitude), "A point near the city");
		Assert.isTrue(subDistrict != null || address != null || latitude != null, "A place says where");
		Assert.isTrue(subDistrict == null || subDistrict.isSubDistrict(), "The smallest region is meant");
	}

	private static @Nullable String clean(@Nullable String typed) {
		String line = (typed != null) ? CleanText.line(typed) : "";
		return line.isEmpty() ? null : line.substring(0,
				line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), ADDRESS_LENGTH)));
	}

	/** Whether a point is in the city or next to it. */
	public static boolean isNear(double latitude, double longitude) {
		return latitude >= BOUNDS[0] && latitude <= BOUNDS[1] && longitude >= BOUNDS[2] && longitude <= BOUNDS[3];
	}

}
