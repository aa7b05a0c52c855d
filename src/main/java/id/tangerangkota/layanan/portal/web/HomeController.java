package id.tangerangkota.layanan.portal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.JsonLd;
import id.tangerangkota.layanan.web.Links;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: a question, then everything the city offers at a glance. */
@Controller
class HomeController {

	private static final int MOST_OPENED = 6;

	private static final int OFTEN_ASKED = 8;

	private final ServiceCatalog catalog;

	private final ServiceUsage usage;

	private final Links links;

	private final MessageSource messages;

	HomeController(ServiceCatalog catalog, ServiceUsage usage, Links links, MessageSource messages) {
		this.catalog = catalog;
		this.usage = usage;
		this.links = links;
		this.messages = messages;
	}

	@GetMapping("/")
	@CachedPage(tags = CatalogDesk.PAGES)
	String home(Model model, Locale locale) {
		List<String> asked = this.usage.oftenAsked(OFTEN_ASKED);
		model.addAttribute("asked", asked);
		model.addAttribute("examples", asked.isEmpty() ? examples(locale) : List.of());
		model.addAttribute("totals", this.catalog.totals(null));
		model.addAttribute("categories", this.catalog.categories());
		model.addAttribute("counts", this.catalog.categoryCounts());
		model.addAttribute("mostOpened", this.usage.mostOpened(MOST_OPENED));
		model.addAttribute("jsonLd", new JsonLd(SiteJsonLd.of(this.links, locale)));
		return "portal/home";
	}

	/** What people could ask, until enough of them have. */
	private List<String> examples(Locale locale) {
		return Arrays.asList(this.messages.getMessage("portal.home.examples", null, locale).split("\\|"));
	}

}
