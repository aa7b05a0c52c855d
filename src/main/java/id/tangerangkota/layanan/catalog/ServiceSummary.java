package id.tangerangkota.layanan.catalog;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A service as a list shows it.
 *
 * @param verification the best of its listings' addresses, null when none is known
 * @param agency short name of the owner, null when unknown
 * @param category slug of the main category
 */
public record ServiceSummary(ServiceId id, String slug, ServiceKind kind, String name, String summary,
		@Nullable String summaryEn, @Nullable String agencyCode, @Nullable String agency, String category,
		Lifecycle lifecycle, @Nullable Verification verification, List<Platform> platforms) {
}
