package id.tangerangkota.layanan.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A service as a list shows it.
 *
 * @param verification the best of its listings' addresses, null when none is known
 * @param agency short name of the owner, null when unknown
 * @param agencyName full name of the owner
 * @param ownerConfidence how sure the owner is
 * @param categories slugs, the main category first
 */
public record ServiceSummary(ServiceId id, String slug, ServiceKind kind, String name, String summary,
		@Nullable String summaryEn, @Nullable String agencyCode, @Nullable String agency, @Nullable String agencyName,
		@Nullable OwnerConfidence ownerConfidence, List<String> categories, Lifecycle lifecycle,
		@Nullable Verification verification, List<Platform> platforms) {

	/** Whether somebody vouches for an address of it, so that city totals count it. */
	public boolean hasVerifiedAddress() {
		return this.verification == Verification.VERIFIED;
	}

}
