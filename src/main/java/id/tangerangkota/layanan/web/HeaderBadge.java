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

		private static final String OWN_PAGES = "/akun/";

		/**
		 * Whether it leads to the page that says it is the current one.
		 * @param current as pages name themselves, null where they do not
		 */
		public boolean isAt(@Nullable String current) {
			return this.href.equals(OWN_PAGES + current);
		}

		/** The number as it is shown. */
		public String number() {
			return (this.count > this.limit) ? this.limit + "+" : Integer.toString(this.count);
		}

	}

}
