package id.tangerangkota.layanan.web;

import org.jspecify.annotations.Nullable;

/**
 * Something the header tells somebody who signed in, with a number; implemented by the
 * modules that have one. It is asked for with each of their pages and never for a guest,
 * so it must cost little.
 */
@FunctionalInterface
public interface HeaderBadge {

	/** What there is for the current actor, null to show nothing. */
	@Nullable Badge badge();

	/**
	 * A link with a number.
	 *
	 * @param href without the language
	 * @param label key of its text; with {@code .count} at the end, of the text that says
	 * the number to those who do not see it
	 * @param count 0 shows no number
	 * @param limit above which nobody counts
	 */
	record Badge(String href, String label, int count, int limit) {

		/** The number as it is shown. */
		public String number() {
			return (this.count > this.limit) ? this.limit + "+" : Integer.toString(this.count);
		}

	}

}
