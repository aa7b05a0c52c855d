package id.tangerangkota.layanan.attachment;

import org.springframework.util.Assert;

/**
 * Where a photo says it was taken.
 *
 * @param latitude in degrees, south negative
 * @param longitude in degrees, west negative
 */
public record PhotoPlace(double latitude, double longitude) {

	public PhotoPlace {
		Assert.isTrue(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, "No place on earth");
	}

}
