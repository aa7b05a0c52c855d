package id.tangerangkota.layanan.catalog.web;

import java.util.List;

import id.tangerangkota.layanan.web.PageLinks;

/**
 * A page of services.
 *
 * @param total how many services the question finds
 * @param totalListings how many websites and apps these have
 * @param totalIsLowerBound whether there are more than these: counting stops at 1,000
 */
record ServiceListView(long total, long totalListings, boolean totalIsLowerBound, int page, int size,
		List<ServiceItemView> items, PageLinks links) {
}
