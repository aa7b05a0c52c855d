package id.tangerangkota.layanan.catalog.web;

import java.util.Set;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.ItemsView;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = AgencyApiController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalogue")
class AgencyApiController {

	static final String PATH = "/api/v1/agencies";

	private final ServiceCatalog catalog;

	AgencyApiController(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping
	@CachedPage(tags = CatalogDesk.PAGES)
	@Operation(operationId = "listAgencies", summary = "All agencies by name")
	ItemsView<AgencyView> agencies(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		return ItemsView.of(this.catalog.agencies().stream().map(AgencyView::of).toList());
	}

	@GetMapping("/{code}")
	@CachedPage(tags = CatalogDesk.PAGES)
	@Operation(operationId = "getAgency", summary = "One agency with its contacts")
	AgencyView agency(@Parameter(description = "Code of the agency", example = "disdukcapil") @PathVariable String code,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		return this.catalog.agency(code).map(AgencyView::of).orElseThrow(NotFound::new);
	}

}
