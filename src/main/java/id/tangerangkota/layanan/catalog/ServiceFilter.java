package id.tangerangkota.layanan.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Narrows a list of services; what is null does not narrow.
 *
 * @param category slug of a category
 * @param agency code of an agency
 * @param folded leaves out the sites of kelurahan, which their kecamatan's page lists
 */
public record ServiceFilter(@Nullable String category, @Nullable ServiceKind kind, @Nullable Platform platform,
		@Nullable String agency, @Nullable LifeEvent lifeEvent, @Nullable Audience audience, boolean folded) {

	/** Everything. */
	public static final ServiceFilter NONE = new ServiceFilter(null, null, null, null, null, null, false);

	/** Whether only the kind narrows, so that the kept totals answer. */
	boolean isKindOnly() {
		return this.category == null && this.platform == null && this.agency == null && this.lifeEvent == null
				&& this.audience == null && !this.folded;
	}

}
