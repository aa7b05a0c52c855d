package id.tangerangkota.layanan.region;

/** A kecamatan. Coordinates are its centre point in degrees (WGS 84). */
public record District(RegionCode code, String name, String slug, double latitude, double longitude) {
}
