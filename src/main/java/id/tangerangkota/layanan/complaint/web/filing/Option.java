package id.tangerangkota.layanan.complaint.web.filing;

import org.jspecify.annotations.Nullable;

/** One of several answers, as the fields of forms take it. */
record Option(String value, String label, @Nullable String hint) {
}
