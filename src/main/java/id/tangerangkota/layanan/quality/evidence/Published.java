package id.tangerangkota.layanan.quality.evidence;

/**
 * A number the city publishes.
 *
 * @param figure together with the subject it names the counts it is made of
 * @param value with a decimal point, as the modules that own it round it
 */
public record Published(String figure, String subject, Rule rule, String value) {
}
