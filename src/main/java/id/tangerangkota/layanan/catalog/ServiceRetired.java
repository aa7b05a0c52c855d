package id.tangerangkota.layanan.catalog;

/** A service is closed for good. */
public record ServiceRetired(ServiceId service) {
}
