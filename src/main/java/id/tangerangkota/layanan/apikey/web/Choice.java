package id.tangerangkota.layanan.apikey.web;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a form.
 *
 * @param hint one line of explanation, null for none
 */
record Choice(String value, String label, @Nullable String hint) {
}
