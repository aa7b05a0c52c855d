package id.tangerangkota.layanan.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Tells whose task something is that people look for here: another authority's, or one
 * that starts with a report.
 *
 * @param service slug of a service of the city that helps on, null when there is none
 */
public record Pointer(String slug, String title, String titleEn, String text, String textEn, @Nullable String service,
		LinkKind linkKind) {

	/** What people can do next. */
	public enum LinkKind {

		/** Report it to the city. */
		REPORT,

		/** Go on to the service. */
		SERVICE,

		/** Only read. */
		NONE

	}

}
