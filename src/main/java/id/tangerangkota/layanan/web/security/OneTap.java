package id.tangerangkota.layanan.web.security;

/**
 * The address of a form that is one button on a page everybody gets from the cache, and
 * so carries no token. Such a form only counts, is throttled, and is taken from the
 * portal's own pages alone. Modules contribute beans of this type; there are few.
 *
 * @param pattern of the path, such as {@code /status/{slug}/lapor}
 */
public record OneTap(String pattern) {
}
