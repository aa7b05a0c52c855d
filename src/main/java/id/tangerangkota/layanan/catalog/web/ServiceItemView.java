package id.tangerangkota.layanan.catalog.web;

import java.util.List;

import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.Verification;
import org.jspecify.annotations.Nullable;

/**
 * A service in a list.
 *
 * @param agency null when nobody knows the owner
 * @param categories slugs, the main category first
 * @param verification the best of its listings, null when no address is known
 */
record ServiceItemView(String slug, ServiceKind kind, String name, TextView summary, @Nullable OwnerView agency,
		List<String> categories, Lifecycle lifecycle, @Nullable Verification verification, List<Platform> platforms,
		List<ListingView> listings, ServiceLinks links) {

	/** Where the service is described, for programs and for people. */
	record ServiceLinks(String self, String page) {

		static ServiceLinks of(String slug) {
			return new ServiceLinks(ServiceApiController.PATH + "/" + slug, "/layanan/" + slug);
		}

	}

	static ServiceItemView of(ServiceSummary service, List<ListingSummary> listings) {
		return new ServiceItemView(service.slug(), service.kind(), service.name(),
				new TextView(service.summary(), service.summaryEn()),
				OwnerView.of(service.agencyCode(), service.agencyName(), service.ownerConfidence()),
				service.categories(), service.lifecycle(), service.verification(), service.platforms(),
				listings.stream().map(ListingView::of).toList(), ServiceLinks.of(service.slug()));
	}

}
