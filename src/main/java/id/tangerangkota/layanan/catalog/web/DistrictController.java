package id.tangerangkota.layanan.catalog.web;

import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Suggestion;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A kecamatan with its kelurahan. */
@Controller
class DistrictController {

	private final ServiceCatalog catalog;

	private final Regions regions;

	private final RowNotes notes;

	DistrictController(ServiceCatalog catalog, Regions regions, RowNotes notes) {
		this.catalog = catalog;
		this.regions = regions;
		this.notes = notes;
	}

	@GetMapping("/kecamatan/{slug}")
	@CachedPage(tags = { CatalogDesk.PAGES, ServiceNotes.PAGES })
	String district(@PathVariable String slug, Model model) {
		District district = this.regions.district(slug).orElseThrow(() -> new NotFound(all()));
		model.addAttribute("district", district);
		model.addAttribute("subDistricts", this.regions.subDistricts(district.code()));
		Map<String, ServiceSummary> sites = this.catalog.servicesOfDistrict(district.code().value());
		model.addAttribute("sites", sites);
		model.addAttribute(RowNotes.ATTRIBUTE, this.notes.of(List.copyOf(sites.values())));
		model.addAttribute("agency", this.catalog.agencyOfRegion(district.code().value()).orElse(null));
		return "catalog/district";
	}

	private List<Suggestion> all() {
		return this.regions.districts()
			.stream()
			.map((district) -> new Suggestion(district.name(), "/kecamatan/" + district.slug()))
			.toList();
	}

}
