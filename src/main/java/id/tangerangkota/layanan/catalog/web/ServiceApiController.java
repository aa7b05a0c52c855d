package id.tangerangkota.layanan.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceKind;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.catalog.ServiceSearch;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = ServiceApiController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Catalogue")
class ServiceApiController {

	static final String PATH = "/api/v1/services";

	private static final List<String> FILTERS = List.of("q", "kind", "platform", "category", "agency", "size");

	private static final Set<String> PARAMETERS = Set.of("q", "kind", "platform", "category", "agency", "page", "size");

	private static final int LONGEST_CODE = 100;

	private static final int LAST_PAGE = 1_000_000;

	private static final int MOST = 100;

	private static final int USUAL = 20;

	private final ServiceCatalog catalog;

	private final ServiceSearch search;

	private final Demo demo;

	ServiceApiController(ServiceCatalog catalog, ServiceSearch search, Demo demo) {
		this.catalog = catalog;
		this.search = search;
		this.demo = demo;
	}

	/**
	 * Not a kept page: the page cache hides parameters it does not know, and a misspelt
	 * filter would be answered with the whole list.
	 */
	@GetMapping
	@Operation(operationId = "listServices", summary = "Services, all or those that match",
			description = "Verified services come first, then cited and inferred ones; with q the best match.")
	@Parameter(name = "q", in = ParameterIn.QUERY, description = "What people want to do, in their own words",
			schema = @Schema(type = "string", maxLength = ServiceListForm.LONGEST_QUESTION), example = "bikin ktp")
	@Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = ServiceKind.class))
	@Parameter(name = "platform", in = ParameterIn.QUERY, schema = @Schema(implementation = Platform.class))
	@Parameter(name = "category", in = ParameterIn.QUERY, description = "Slug of a category",
			schema = @Schema(type = "string", maxLength = LONGEST_CODE), example = "kependudukan")
	@Parameter(name = "agency", in = ParameterIn.QUERY, description = "Code of an agency",
			schema = @Schema(type = "string", maxLength = LONGEST_CODE), example = "disdukcapil")
	@Parameter(name = "page", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "" + LAST_PAGE, defaultValue = "1"))
	@Parameter(name = "size", in = ParameterIn.QUERY,
			schema = @Schema(type = "integer", minimum = "1", maximum = "" + MOST, defaultValue = "" + USUAL))
	ResponseEntity<ServiceListView> services(
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
		ApiParameters parameters = new ApiParameters(sent, PARAMETERS);
		String q = parameters.text("q", ServiceListForm.LONGEST_QUESTION);
		int page = parameters.number("page", 1, LAST_PAGE, 1);
		int size = parameters.number("size", 1, MOST, USUAL);
		ServiceFilter filter = filter(parameters);
		ServicePage found = (q != null) ? this.search.search(q, filter, page, size).page()
				: this.catalog.list(filter, page, size);
		// What somebody asked stays between them and us.
		CacheControl cache = (q != null) ? CacheControl.noCache().cachePrivate() : CacheControl.noCache();
		return ResponseEntity.ok().cacheControl(cache).body(view(found, parameters, page, size));
	}

	private ServiceFilter filter(ApiParameters parameters) {
		String category = parameters.text("category", LONGEST_CODE);
		if (category != null && this.catalog.category(category).isEmpty()) {
			throw new InvalidParameter("category", "There is no such category; /api/v1/categories lists them.");
		}
		String agency = parameters.text("agency", LONGEST_CODE);
		if (agency != null && this.catalog.agency(agency).isEmpty()) {
			throw new InvalidParameter("agency", "There is no such agency; /api/v1/agencies lists them.");
		}
		return new ServiceFilter(category, parameters.choice("kind", ServiceKind.class),
				parameters.choice("platform", Platform.class), agency, null, null, false);
	}

	private ServiceListView view(ServicePage found, ApiParameters parameters, int page, int size) {
		Map<ServiceId, List<ListingSummary>> listings = this.catalog
			.listings(found.items().stream().map(ServiceSummary::id).toList());
		List<ServiceItemView> items = found.items()
			.stream()
			.map((service) -> ServiceItemView.of(service, listings.getOrDefault(service.id(), List.of())))
			.toList();
		boolean more = items.size() == size && (found.capped() || (long) page * size < found.total());
		long last = found.capped() ? page : Math.max(1, (found.total() + size - 1) / size);
		return new ServiceListView(found.total(), found.listings(), found.capped(), page, size, items,
				new PageLinks(parameters.href(PATH, FILTERS, page), parameters.href(PATH, FILTERS, 1),
						(page > 1) ? parameters.href(PATH, FILTERS, (int) Math.min(page - 1, last)) : null,
						more ? parameters.href(PATH, FILTERS, page + 1) : null));
	}

	@GetMapping("/{slug}")
	@CachedPage(tags = CatalogDesk.PAGES)
	@Operation(operationId = "getService", summary = "Everything known of one service")
	ServiceView service(
			@Parameter(description = "Slug of the service", example = "sobat-dukcapil") @PathVariable String slug,
			@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		return this.catalog.service(slug)
			.map((service) -> ServiceView.of(service, this.demo))
			.orElseThrow(NotFound::new);
	}

}
