package id.tangerangkota.layanan.catalog;

/** Something the public sees of a service changed. */
public record ServiceChanged(ServiceId service) {
}
