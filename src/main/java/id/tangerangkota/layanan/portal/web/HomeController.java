package id.tangerangkota.layanan.portal.web;

import java.time.Instant;
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
import id.tangerangkota.layanan.catalog.CatalogTotals;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.catalog.Verification;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.JsonLd;
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

	/** Fewer say less than examples do. */
	private static final int ENOUGH_ASKED = 4;

	private static final int MOST_DOWN = 6;

	private final ServiceCatalog catalog;

	private final ServiceUsage usage;

	private final AvailabilityReport availability;

	private final PageClock clock;

	private final Links links;

	private final MessageSource messages;

	HomeController(ServiceCatalog catalog, ServiceUsage usage, AvailabilityReport availability, PageClock clock,
			Links links, MessageSource messages) {
		this.catalog = catalog;
		this.usage = usage;
		this.availability = availability;
		this.clock = clock;
		this.links = links;
		this.messages = messages;
	}

	@GetMapping("/")
	@CachedPage(tags = { CatalogDesk.PAGES, AvailabilityReport.PAGES })
	String home(Model model, Locale locale) {
		List<String> asked = this.usage.oftenAsked(OFTEN_ASKED);
		boolean enough = asked.size() >= ENOUGH_ASKED;
		model.addAttribute("asked", enough ? asked : List.of());
		model.addAttribute("examples", enough ? List.of() : examples(locale));
		CatalogTotals totals = this.catalog.totals(null);
		Map<String, Long> counts = this.catalog.categoryCounts();
		model.addAttribute("totals", totals);
		model.addAttribute("categories", this.catalog.categories());
		model.addAttribute("counts", counts);
		model.addAttribute("twice", counts.values().stream().mapToLong(Long::longValue).sum() - totals.services());
		model.addAttribute("mostOpened", this.usage.mostOpened(MOST_OPENED));
		addStates(model, locale);
		model.addAttribute("jsonLd", new JsonLd(SiteJsonLd.of(this.links, locale)));
		return "portal/home";
	}

	/** A service that cannot be opened. */
	record Down(String slug, String name, String since, boolean verified) {
	}

	private void addStates(Model model, Locale locale) {
		Overview overview = this.availability.overview();
		model.addAttribute("overview", overview);
		model.addAttribute("upCount", overview.in(ServiceState.UP));
		model.addAttribute("downCount", overview.in(ServiceState.DOWN));
		model.addAttribute("unverifiedDown", overview.unverified(ServiceState.DOWN));
		model.addAttribute("down", (overview.in(ServiceState.DOWN) > 0) ? down(locale) : List.of());
	}

	/** What cannot be opened now, the latest few. */
	private List<Down> down(Locale locale) {
		Map<ServiceId, Instant> since = new LinkedHashMap<>();
		for (CurrentState state : this.availability.watched(MOST_DOWN)) {
			if (state.state() == ServiceState.DOWN && state.since() != null) {
				since.put(state.service(), state.since());
			}
		}
		return this.catalog.summaries(since.keySet())
			.stream()
			.map((service) -> new Down(service.slug(), service.name(),
					this.clock.format(Objects.requireNonNull(since.get(service.id())), locale),
					service.verification() == Verification.VERIFIED))
			.toList();
	}

	/** What people could ask, until enough of them have. */
	private List<String> examples(Locale locale) {
		return Arrays.asList(this.messages.getMessage("portal.home.examples", null, locale).split("\\|"));
	}

}
