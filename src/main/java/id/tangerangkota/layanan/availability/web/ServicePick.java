package id.tangerangkota.layanan.availability.web;

import java.util.List;

import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.jspecify.annotations.Nullable;

/**
 * Services to choose one from.
 *
 * @param action where the search goes
 * @param words that were searched for, empty when none were
 */
record ServicePick(String action, String words, List<Item> items) {

	/** Whoever sees more than this types another word. */
	static final int MOST = 20;

	/** A service that can be chosen. */
	record Item(String href, String name, @Nullable String meta) {
	}

	/** A link to the same page with the service in its address. */
	static Item item(ServiceSummary service, String path) {
		return new Item(path + "?layanan=" + service.slug(), service.name(), service.agency());
	}

}
