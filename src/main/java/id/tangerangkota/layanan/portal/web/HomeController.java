package id.tangerangkota.layanan.portal.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Overview;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.JsonLd;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: a question, then everything the city offers at a glance. */
@Controller
class HomeController {

	private static final int MOST_OPENED = 6;

	private static final int OFTEN_ASKED = 8;

	private static final int DISTURBED = 6;

	private final ServiceCatalog catalog;

	private final ServiceUsage usage;

	private final AvailabilityReport availability;

	private final Links links;

	private final PageClock clock;

	private final MessageSource messages;

	HomeController(ServiceCatalog catalog, ServiceUsage usage, AvailabilityReport availability, Links links,
			PageClock clock, MessageSource messages) {
		this.catalog = catalog;
		this.usage = usage;
		this.availability = availability;
		this.links = links;
		this.clock = clock;
		this.messages = messages;
	}

	@GetMapping("/")
	@CachedPage(tags = { CatalogDesk.PAGES, AvailabilityReport.PAGES })
	String home(Model model, Locale locale) {
		List<String> asked = this.usage.oftenAsked(OFTEN_ASKED);
		model.addAttribute("asked", asked);
		model.addAttribute("examples", asked.isEmpty() ? examples(locale) : List.of());
		model.addAttribute("totals", this.catalog.totals(null));
		model.addAttribute("categories", this.catalog.categories());
		model.addAttribute("counts", this.catalog.categoryCounts());
		model.addAttribute("mostOpened", this.usage.mostOpened(MOST_OPENED));
		addStates(model, locale);
		model.addAttribute("jsonLd", new JsonLd(SiteJsonLd.of(this.links, locale)));
		return "portal/home";
	}

	/** What cannot be opened now, the latest first. */
	private void addStates(Model model, Locale locale) {
		Overview overview = this.availability.overview();
		Map<ServiceId, String> down = new LinkedHashMap<>();
		this.availability.watched(DISTURBED)
			.stream()
			.filter((state) -> state.state() == ServiceState.DOWN)
			.forEach((state) -> down.put(state.service(), since(state, locale)));
		model.addAttribute("overview", overview);
		model.addAttribute("downCount", overview.in(ServiceState.DOWN));
		model.addAttribute("down", down);
		model.addAttribute("downServices", down.isEmpty() ? List.of() : this.catalog.summaries(down.keySet()));
	}

	private String since(CurrentState state, Locale locale) {
		return this.clock.format(Objects.requireNonNull(state.since()), Language.of(locale));
	}

	/** What people could ask, until enough of them have. */
	private List<String> examples(Locale locale) {
		return Arrays.asList(this.messages.getMessage("portal.home.examples", null, locale).split("\\|"));
	}

}
