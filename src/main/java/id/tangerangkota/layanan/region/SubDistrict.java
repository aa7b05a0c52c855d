package id.tangerangkota.layanan.region;

/** A kelurahan. Coordinates are its centre point in degrees (WGS 84). */
public record SubDistrict(RegionCode code, String name, String slug, String postalCode, double latitude,
		double longitude) {
}
