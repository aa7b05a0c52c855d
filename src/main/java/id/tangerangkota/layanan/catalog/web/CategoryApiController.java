package id.tangerangkota.layanan.catalog.web;

import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.ItemsView;
import id.tangerangkota.layanan.web.CachedPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Catalogue")
class CategoryApiController {

	private final ServiceCatalog catalog;

	CategoryApiController(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping(path = "/api/v1/categories", produces = MediaType.APPLICATION_JSON_VALUE)
	@CachedPage(tags = CatalogDesk.PAGES)
	@Operation(operationId = "listCategories", summary = "All categories in the order of the portal")
	ItemsView<CategoryView> categories(
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		Map<String, Long> counts = this.catalog.categoryCounts();
		return ItemsView.of(this.catalog.categories()
			.stream()
			.map((category) -> CategoryView.of(category, counts.getOrDefault(category.slug(), 0L)))
			.toList());
	}

}
