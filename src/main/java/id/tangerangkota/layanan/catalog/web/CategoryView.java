package id.tangerangkota.layanan.catalog.web;

import java.util.Set;

import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.LifeEvent;

/**
 * A category.
 *
 * @param services how many services it has
 */
record CategoryView(String slug, TextView name, TextView description, Set<LifeEvent> lifeEvents, long services,
		CategoryLinks links) {

	/** Where its services are, for programs and for people. */
	record CategoryLinks(String services, String page) {
	}

	static CategoryView of(Category category, long services) {
		return new CategoryView(category.slug(), new TextView(category.name(), category.nameEn()),
				new TextView(category.description(), category.descriptionEn()), category.lifeEvents(), services,
				new CategoryLinks(ServiceApiController.PATH + "?category=" + category.slug(),
						"/kategori/" + category.slug()));
	}

}
