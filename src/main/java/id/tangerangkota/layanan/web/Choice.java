package id.tangerangkota.layanan.web;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose in a form, as its fields show it.
 *
 * @param value what the form sends
 * @param hint one line of explanation, null for none
 */
public record Choice(String value, String label, @Nullable String hint) {

	/** One whose label says it all. */
	public Choice(String value, String label) {
		this(value, label, null);
	}

}
