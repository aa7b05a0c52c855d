package id.tangerangkota.layanan.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.Category;
import id.tangerangkota.layanan.catalog.ListingSummary;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.SearchResult;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServicePage;
import id.tangerangkota.layanan.catalog.ServiceQuestion;
import id.tangerangkota.layanan.catalog.ServiceSearch;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.catalog.ServiceUsage;
import id.tangerangkota.layanan.region.District;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Suggestion;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of services, a service, and the way out to it. */
@Controller
class ServiceController {

	private static final int SIZE = 20;

	private final ServiceCatalog catalog;

	private final ServiceSearch search;

	private final ServiceUsage usage;

	private final Regions regions;

	private final MessageSource messages;

	private final RowNotes notes;

	private final ObjectProvider<ServiceQuestion> questions;

	ServiceController(ServiceCatalog catalog, ServiceSearch search, ServiceUsage usage, Regions regions, RowNotes notes,
			ObjectProvider<ServiceQuestion> questions, MessageSource messages) {
		this.catalog = catalog;
		this.search = search;
		this.usage = usage;
		this.regions = regions;
		this.messages = messages;
		this.notes = notes;
		this.questions = questions;
	}

	@GetMapping(ServiceListForm.PATH)
	@CachedPage(parameters = { "kategori", "jenis", "platform", "opd", "peristiwa", "untuk", "halaman" },
			uncached = "q", tags = { CatalogDesk.PAGES, ServiceNotes.PAGES })
	String list(ServiceListForm form, Model model, Locale locale) {
		String q = form.q();
		ServicePage page;
		if (q != null) {
			SearchResult result = this.search.search(q, form.filter(), form.page(), SIZE);
			page = result.page();
			model.addAttribute("result", result);
			if (form.page() == 1) {
				this.usage.searched();
				model.addAttribute("ranked", true);
			}
		}
		else {
			page = this.catalog.list(form.filter(), form.page(), SIZE);
		}
		model.addAttribute("form", form);
		model.addAttribute("page", page);
		model.addAttribute(RowNotes.ATTRIBUTE, this.notes.of(page.items()));
		model.addAttribute("paging", Paging.of(form.page(), SIZE, page.total(), form::href));
		model.addAttribute("active", active(form, locale));
		model.addAttribute("folded", form.equals(ServiceListForm.EVERYTHING.on(form.halaman())));
		addChoices(form, model);
		return "catalog/services";
	}

	/**
	 * What the filters offer; read only when the page shows it, which a kept part spares.
	 */
	private void addChoices(ServiceListForm form, Model model) {
		model.addAttribute("totals", RowNotes.lazily(() -> this.catalog.totals(form.kind())));
		model.addAttribute("categories", RowNotes.lazily(this.catalog::categories));
		model.addAttribute("agencies", RowNotes.lazily(this.catalog::agencies));
		model.addAttribute("kinds", UrlCodes.KINDS.codes());
		model.addAttribute("platforms", UrlCodes.PLATFORMS.codes());
		model.addAttribute("lifeEvents", UrlCodes.LIFE_EVENTS.codes());
		model.addAttribute("audiences", UrlCodes.AUDIENCES.codes());
	}

	/** The filters in use, each with the address of the list without it. */
	private List<Suggestion> active(ServiceListForm form, Locale locale) {
		List<Suggestion> active = new ArrayList<>();
		Optional.ofNullable(form.kategori()).ifPresent((slug) -> {
			Category category = this.catalog.category(slug)
				.orElseThrow(() -> new InvalidParameter("kategori", "must be a category"));
			boolean english = Language.of(locale) == Language.ENGLISH;
			active.add(new Suggestion(english ? category.nameEn() : category.name(), form.hrefWithout("kategori")));
		});
		Optional.ofNullable(form.opd()).ifPresent((code) -> {
			Agency agency = this.catalog.agency(code)
				.orElseThrow(() -> new InvalidParameter("opd", "must be an agency"));
			active.add(new Suggestion(agency.shortName(), form.hrefWithout("opd")));
		});
		addActive(active, form, UrlCodes.KINDS, "catalog.kind.", form.kind(), locale);
		addActive(active, form, UrlCodes.PLATFORMS, "catalog.platform.", form.platformValue(), locale);
		addActive(active, form, UrlCodes.LIFE_EVENTS, "catalog.life-event.", form.lifeEvent(), locale);
		addActive(active, form, UrlCodes.AUDIENCES, "catalog.audience.", form.audience(), locale);
		return active;
	}

	private <E extends Enum<E>> void addActive(List<Suggestion> active, ServiceListForm form, UrlCodes<E> codes,
			String messages, @Nullable E value, Locale locale) {
		if (value != null) {
			active.add(new Suggestion(this.messages.getMessage(messages + value, null, locale),
					form.hrefWithout(codes.parameter())));
		}
	}

	@GetMapping("/layanan/{slug}")
	@CachedPage(tags = { CatalogDesk.PAGES, ServiceNotes.PAGES, ServiceQuestion.PAGES })
	String service(@PathVariable String slug, Model model, Locale locale) {
		ServiceDetail service = find(slug, locale);
		model.addAttribute("service", service);
		model.addAttribute(RowNotes.ATTRIBUTE, this.notes.of(service.id()));
		model.addAttribute("question", question(service, Language.of(locale)));
		model.addAttribute("district", district(service));
		model.addAttribute("jsonLd", ServiceJsonLd.of(service));
		return "catalog/service";
	}

	/** Null of a service that is over, and while nobody is asked. */
	private @Nullable String question(ServiceDetail service, Language language) {
		return service.lifecycle().isOver() ? null
				: this.questions.stream()
					.flatMap((question) -> question.text(language).stream())
					.findFirst()
					.orElse(null);
	}

	private @Nullable District district(ServiceDetail service) {
		String code = service.regionCode();
		return (code != null) ? this.regions.district(new RegionCode(code).district()).orElse(null) : null;
	}

	/** Counts that somebody goes on to the service, and sends them there. */
	@GetMapping("/buka/{slug}")
	ResponseEntity<Void> open(@PathVariable String slug, @RequestParam(required = false) @Nullable String platform,
			Locale locale) {
		ServiceDetail service = find(slug, locale);
		Platform on = UrlCodes.PLATFORMS.parse(platform);
		String address = service.listings()
			.stream()
			.filter((listing) -> listing.linkable() && (on == null || listing.platform() == on))
			.findFirst()
			.map(ListingSummary::address)
			.orElseThrow(() -> new NotFound(List.of(new Suggestion(service.name(), "/layanan/" + service.slug()))));
		this.usage.opened(service.id());
		return ResponseEntity.status(HttpStatus.FOUND)
			.header(HttpHeaders.LOCATION, address)
			.cacheControl(CacheControl.noStore())
			.build();
	}

	private ServiceDetail find(String slug, Locale locale) {
		return this.catalog.service(slug).orElseThrow(() -> new NotFound(suggestions(slug, locale)));
	}

	private List<Suggestion> suggestions(String slug, Locale locale) {
		return this.catalog.similar(slug).stream().map((service) -> suggestion(service, locale)).toList();
	}

	/** A website and an app may share a name. */
	private Suggestion suggestion(ServiceSummary service, Locale locale) {
		String kind = this.messages.getMessage("catalog.kind." + service.kind(), null, locale);
		return new Suggestion(
				this.messages.getMessage("catalog.related.item", new Object[] { service.name(), kind }, locale),
				"/layanan/" + service.slug());
	}

}
