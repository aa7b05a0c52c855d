package id.tangerangkota.layanan.catalog;

/** An agency as lists name it. */
public record AgencySummary(String code, String shortName, String name, String nameEn) {
}
