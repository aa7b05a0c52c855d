package id.tangerangkota.layanan.web.security;

/**
 * The address of a form that programs send which never saw a page of the portal: with a
 * key in it, as other systems do, or to an address that holds a secret itself, as mail
 * programs do that unsubscribe their owner. Nobody is recognised there by a cookie, so it
 * needs no token, and the pages of other sites may send it. Modules contribute beans of
 * this type; there are very few.
 *
 * @param pattern of the path, such as {@code /open311/v2/requests.xml}
 */
public record MachinePost(String pattern) {
}
