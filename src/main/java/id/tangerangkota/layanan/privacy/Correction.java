package id.tangerangkota.layanan.privacy;

import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a person says is right about them.
 *
 * @param name as on the card
 * @param phone null to have none kept, as with the others
 */
public record Correction(String name, @Nullable String phone, @Nullable String address,
		@Nullable RegionCode subDistrict) {
}
