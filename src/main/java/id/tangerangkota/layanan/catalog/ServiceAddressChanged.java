package id.tangerangkota.layanan.catalog;

/** The address of one of a service's listings changed, or how sure it is. */
public record ServiceAddressChanged(ServiceId service) {
}
