package id.tangerangkota.layanan.availability.web;

import java.util.Locale;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Suggestion;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What works and what does not, for people. */
@Controller
class StatusController {

	static final String PATH = "/status";

	private final StatusPages pages;

	private final ServiceStatusPages services;

	private final IncidentPages incidents;

	private final ServiceCatalog catalog;

	StatusController(StatusPages pages, ServiceStatusPages services, IncidentPages incidents, ServiceCatalog catalog) {
		this.pages = pages;
		this.services = services;
		this.incidents = incidents;
		this.catalog = catalog;
	}

	@GetMapping(PATH)
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	String status(Model model, Locale locale) {
		model.addAttribute("page", this.pages.page(locale));
		return "availability/status";
	}

	/** Shows the last checks, so it is made anew each minute. */
	@GetMapping("/status/{slug}")
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES }, maxAge = "60s")
	String service(@PathVariable String slug, Model model, Locale locale) {
		model.addAttribute("page", this.services.page(find(slug), locale));
		return "availability/service";
	}

	/** Where a report of an outage leads. */
	@GetMapping("/status/{slug}/terlapor")
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	String reported(@PathVariable String slug, Model model, Locale locale) {
		ServiceDetail service = find(slug);
		model.addAttribute("slug", service.slug());
		model.addAttribute("since", this.services.downSince(service.id(), locale));
		model.addAttribute("worked", this.services.isWorkedOn(service.id()));
		model.addAttribute("indexed", false);
		return "availability/reported";
	}

	@GetMapping(IncidentListForm.PATH)
	@CachedPage(parameters = "halaman",
			uncached = { IncidentListForm.AGENCY, IncidentListForm.SERVICE, DayRange.FROM, DayRange.TO },
			tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	String incidents(IncidentListForm form, Model model, Locale locale) {
		this.incidents.list(form, model, locale);
		return "availability/history";
	}

	/** A minute old at most, as people are counted meanwhile. */
	@GetMapping("/status/insiden/{id}")
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES }, maxAge = "60s")
	String incident(@PathVariable String id, Model model, Locale locale) {
		model.addAttribute("page", this.incidents.page(id, locale));
		return "availability/incident";
	}

	private ServiceDetail find(String slug) {
		return this.catalog.service(slug)
			.orElseThrow(() -> new NotFound(this.catalog.similar(slug)
				.stream()
				.map((service) -> new Suggestion(service.name(), "/status/" + service.slug()))
				.toList()));
	}

}
