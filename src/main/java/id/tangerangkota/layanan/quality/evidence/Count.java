package id.tangerangkota.layanan.quality.evidence;

/**
 * One raw count.
 *
 * @param figure what it is a count for, such as {@code skm}
 * @param subject whom the published number is about: the city ({@code kota}), the code of
 * an agency, the slug of a service
 * @param part which part of the number it is, such as a service, an agency or a day
 */
public record Count(String figure, String subject, String part, long numerator, long denominator) {
}
