package id.tangerangkota.layanan.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What whoever watches listings needs to know of one.
 *
 * @param address null when unknown
 * @param agency code of the agency, null when unknown
 */
public record CatalogListing(ServiceId service, String slug, Platform platform, @Nullable String address,
		Verification verification, Lifecycle lifecycle, @Nullable String agency) {
}
