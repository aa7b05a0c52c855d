package id.tangerangkota.layanan.catalog.web;

import java.util.List;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the city does about one thing. */
@Controller
class CategoryController {

	private static final int SIZE = 50;

	/** Its services are the sites of places, which are found by place. */
	private static final String REGION = "wilayah";

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final RowNotes notes;

	CategoryController(ServiceCatalog catalog, Regions regions, RowNotes notes) {
		this.catalog = catalog;
		this.regions = regions;
		this.notes = notes;
	}

	@GetMapping("/kategori/{slug}")
	@CachedPage(parameters = "halaman", tags = { CatalogDesk.PAGES, ServiceNotes.PAGES })
	String category(@PathVariable String slug, @RequestParam(required = false) @Nullable String halaman, Model model) {
		Category category = this.catalog.category(slug).orElseThrow(NotFound::new);
		ServiceListForm form = new ServiceListForm(null, slug, null, null, null, null, null, halaman);
		model.addAttribute("category", category);
		if (REGION.equals(slug)) {
			model.addAttribute("districts", this.regions.districts());
		}
		ServiceFilter filter = new ServiceFilter(slug, null, null, null, null, null, REGION.equals(slug));
		ServicePage page = REGION.equals(slug) ? new ServicePage(List.of(), 0, 0, false)
				: this.catalog.list(filter, form.page(), SIZE);
		model.addAttribute("page", page);
		model.addAttribute(RowNotes.ATTRIBUTE, this.notes.of(page.items()));
		model.addAttribute("paging", Paging.of(form.page(), SIZE, page.total(),
				(number) -> "/kategori/" + slug + ((number > 1) ? "?halaman=" + number : "")));
		return "catalog/category";
	}

}
