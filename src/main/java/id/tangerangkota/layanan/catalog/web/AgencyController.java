package id.tangerangkota.layanan.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.AgencyType;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.catalog.ServiceFilter;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The agencies and what each of them offers. */
@Controller
class AgencyController {

	private static final int SIZE = 50;

	private final ServiceCatalog catalog;

	private final RowNotes notes;

	AgencyController(ServiceCatalog catalog, RowNotes notes) {
		this.catalog = catalog;
		this.notes = notes;
	}

	@GetMapping("/perangkat-daerah")
	@CachedPage(tags = { CatalogDesk.PAGES, ServiceNotes.PAGES })
	String agencies(Model model) {
		Map<AgencyType, List<Agency>> byType = this.catalog.agencies()
			.stream()
			.collect(Collectors.groupingBy(Agency::type, TreeMap::new, Collectors.toList()));
		model.addAttribute("agencies", byType);
		return "catalog/agencies";
	}

	@GetMapping("/perangkat-daerah/{code}")
	@CachedPage(parameters = "halaman", tags = { CatalogDesk.PAGES, ServiceNotes.PAGES })
	String agency(@PathVariable String code, @RequestParam(required = false) @Nullable String halaman, Model model) {
		Agency agency = this.catalog.agency(code).orElseThrow(NotFound::new);
		ServiceListForm form = new ServiceListForm(null, null, null, null, code, null, null, halaman);
		ServicePage page = this.catalog.list(new ServiceFilter(null, null, null, code, null, null, false), form.page(),
				SIZE);
		model.addAttribute("agency", agency);
		model.addAttribute("page", page);
		model.addAttribute(RowNotes.ATTRIBUTE, this.notes.of(page.items()));
		model.addAttribute("paging", Paging.of(form.page(), SIZE, page.total(),
				(number) -> "/perangkat-daerah/" + code + ((number > 1) ? "?halaman=" + number : "")));
		return "catalog/agency";
	}

}
