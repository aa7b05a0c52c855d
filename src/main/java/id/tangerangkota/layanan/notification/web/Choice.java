package id.tangerangkota.layanan.notification.web;

import org.jspecify.annotations.Nullable;

/** One of several to choose, as fields show it. */
record Choice(String value, String label, @Nullable String hint) {

	Choice(String value, String label) {
		this(value, label, null);
	}

}
