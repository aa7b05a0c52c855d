package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.web.CachedPage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page before the first question. It is kept on phones too, for when there is no
 * network.
 */
@Controller
class FilingStartController {

	private final ServiceCatalog catalog;

	FilingStartController(ServiceCatalog catalog) {
		this.catalog = catalog;
	}

	@GetMapping(FilingSession.PATH)
	@CachedPage(parameters = "layanan", tags = CatalogDesk.PAGES)
	String start(@RequestParam(required = false) @Nullable String layanan, Model model) {
		if (StringUtils.hasText(layanan)) {
			this.catalog.service(layanan).ifPresent((service) -> addTo(model, service));
		}
		return "complaint/filing/start";
	}

	private static void addTo(Model model, ServiceDetail service) {
		model.addAttribute("slug", service.slug());
		model.addAttribute("service", service.name());
	}

	/** An address people guess. */
	@GetMapping("/lapor")
	String guessed() {
		return "redirect:/pengaduan/baru";
	}

}
