package id.tangerangkota.layanan.complaint.web.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a form.
 *
 * @param hint what it means, null where the label says it
 */
record Option(String value, String label, @Nullable String hint) {

	Option(String value, String label) {
		this(value, label, null);
	}

}
