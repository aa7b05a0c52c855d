package id.tangerangkota.layanan.identity;

import id.tangerangkota.layanan.web.Language;

/**
 * How the owner of an account is written to.
 *
 * @param email confirmed
 * @param language of the last sign-in
 */
public record AccountContact(Email email, Language language) {
}
