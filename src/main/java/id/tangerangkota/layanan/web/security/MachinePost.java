package id.tangerangkota.layanan.web.security;

/**
 * The address of a form that programs send which never saw a page of the portal, such as
 * mail programs that unsubscribe their owner. It carries no token of a form, so the
 * address itself must hold a secret. Modules contribute beans of this type; there are
 * very few.
 *
 * @param pattern of the path, such as {@code /langganan/berhenti/{token}}
 */
public record MachinePost(String pattern) {
}
