package id.tangerangkota.layanan.catalog.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of services.
 *
 * @param total how many services the question finds
 * @param totalListings how many websites and apps these have
 * @param totalIsLowerBound whether there are more than these: counting stops at 1,000
 */
record ServiceListView(long total, long totalListings, boolean totalIsLowerBound, int page, int size,
		List<ServiceItemView> items, PageLinks links) {

	/**
	 * Pages of the same list; {@code prev} and {@code next} are absent where there is
	 * none.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PageLinks(String self, String first, @Nullable String prev, @Nullable String next) {
	}

}
