package id.tangerangkota.layanan.catalog.web;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.Verification;
import org.jspecify.annotations.Nullable;

/**
 * A website or an app of a service.
 *
 * @param address null where people should not be sent: it is not known or only guessed
 * @param fallbackAddress where to send them meanwhile
 * @param source how the address is known; only in the description of one service
 */
record ListingView(Platform platform, Verification verification, @Nullable String address,
		@Nullable String fallbackAddress, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Source source) {

	/** How an address is known. */
	record Source(@Nullable String evidence, @Nullable LocalDate verifiedOn, @Nullable String verifiedBy) {
	}

	static ListingView of(ListingSummary listing) {
		return of(listing, null);
	}

	static ListingView withSource(ListingSummary listing) {
		return of(listing, new Source(listing.evidence(), listing.verifiedOn(), listing.verifiedBy()));
	}

	private static ListingView of(ListingSummary listing, @Nullable Source source) {
		boolean linkable = listing.linkable();
		return new ListingView(listing.platform(), listing.verification(), linkable ? listing.address() : null,
				linkable ? null : listing.fallbackAddress(), source);
	}

}
