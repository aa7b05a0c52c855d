package id.tangerangkota.layanan.web.security;

/**
 * The address of a form that programs send, with a key in it. Nobody is recognised there
 * by a cookie, so it needs no token, and the pages of other sites may send it. Modules
 * contribute beans of this type.
 *
 * @param pattern of the path, such as {@code /open311/v2/requests.xml}
 */
public record MachineForm(String pattern) {
}
