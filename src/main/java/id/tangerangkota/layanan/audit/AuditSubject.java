package id.tangerangkota.layanan.audit;

/**
 * What an act was about.
 *
 * @param kind such as {@code account}
 * @param id its key, never a name or a NIK
 */
public record AuditSubject(String kind, String id) {
}
