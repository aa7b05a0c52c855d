package id.tangerangkota.layanan.availability.web;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of facts.
 *
 * @param text null when it is not known
 * @param href where it leads, null for nowhere
 */
record Fact(String label, @Nullable String text, @Nullable String href) {

	Fact(String label, @Nullable String text) {
		this(label, text, null);
	}

}
