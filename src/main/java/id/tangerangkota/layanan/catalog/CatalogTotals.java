package id.tangerangkota.layanan.catalog;

/** How much the catalogue holds. */
public record CatalogTotals(long services, long listings) {
}
