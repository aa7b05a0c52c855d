package id.tangerangkota.layanan.identity.web;

import java.util.List;

import id.tangerangkota.layanan.identity.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the staff as a page shows them.
 *
 * @param label name, else e-mail address; null when there is neither
 * @param tag kind of the state's tag
 * @param lastSignIn null when there was none
 */
record StaffView(String id, @Nullable String label, @Nullable String email, List<String> roles, @Nullable String agency,
		AccountState state, String tag, String since, @Nullable String lastSignIn, boolean secured) {
}
