package id.tangerangkota.layanan.complaint.web.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.function.Supplier;

import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.region.CityMap;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.DayRange;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Suggestion;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The complaints everybody may see, in a list and on a map. */
@Controller
class ComplaintListController {

	private static final int SIZE = 20;

	/** Kelurahan with the most, beside the map for whoever cannot tap in it. */
	private static final int FIRST = 10;

	private final PublicComplaints complaints;

	private final ServiceCatalog catalog;

	private final CodeNames names;

	private final FilterChoices choices;

	private final OpenWords words;

	ComplaintListController(PublicComplaints complaints, ServiceCatalog catalog, CodeNames names, FilterChoices choices,
			OpenWords words) {
		this.complaints = complaints;
		this.catalog = catalog;
		this.names = names;
		this.choices = choices;
		this.words = words;
	}

	@GetMapping(ComplaintListForm.PATH)
	@CachedPage(
			parameters = { "status", "kategori", "opd", "wilayah", "layanan", "jenis", "terlambat", "periode", "asal",
					"halaman" },
			uncached = { DayRange.FROM, DayRange.TO }, tags = { PublicComplaints.PAGES, CatalogDesk.PAGES })
	String list(ComplaintListForm form, Model model, Locale locale) {
		ServiceDetail service = service(form);
		PublicFilter filter = form.filter((service != null) ? service.id() : null, this.words.today());
		int number = form.page();
		PublicComplaints.Page page = this.complaints.list(filter, number, SIZE);
		CodeNames.Known known = this.names.of(page.complaints());
		model.addAttribute("page", page);
		model.addAttribute("rows", ComplaintRow.of(page.complaints(), known, this.words, locale));
		model.addAttribute("paging", Paging.of(number, SIZE, page.total(), page.capped(), form::href));
		if (Boolean.FALSE.equals(filter.byPortal())) {
			PublicComplaints.Page own = this.complaints.list(filter.byPortal(true), 1, 1);
			model.addAttribute("ofPortal", own.total());
			model.addAttribute("ofPortalCapped", own.capped());
			model.addAttribute("ofPortalHref", form.ofPortal());
		}
		describe(form, filter, service, known, ComplaintListForm.PATH, model, locale);
		return "complaint/open/list";
	}

	@GetMapping(ComplaintListForm.MAP)
	@CachedPage(
			parameters = { "status", "kategori", "opd", "wilayah", "layanan", "jenis", "terlambat", "periode", "asal" },
			uncached = { DayRange.FROM, DayRange.TO }, tags = { PublicComplaints.PAGES, CatalogDesk.PAGES })
	String map(ComplaintListForm form, Model model, Locale locale) {
		ServiceDetail service = service(form);
		PublicFilter filter = form.filter((service != null) ? service.id() : null, this.words.today());
		Map<RegionCode, Long> counts = this.complaints.perSubDistrict(filter);
		CodeNames.Known known = this.names.of(List.of());
		model.addAttribute("map",
				CityMap.of(known.subDistricts().values(), known.districts().values(), counts, Set.of()));
		List<Place> places = Place.of(known, counts, form);
		int first = Math.min(FIRST, places.size());
		model.addAttribute("places", places.size());
		model.addAttribute("first", places.subList(0, first));
		model.addAttribute("rest", places.subList(first, places.size()));
		model.addAttribute("total", counts.values().stream().mapToLong(Long::longValue).sum());
		describe(form, filter, service, known, ComplaintListForm.MAP, model, locale);
		return "complaint/open/map";
	}

	private @Nullable ServiceDetail service(ComplaintListForm form) {
		String slug = form.layanan();
		if (slug == null) {
			return null;
		}
		return this.catalog.service(slug).orElseThrow(() -> new InvalidParameter("layanan", "must be a service"));
	}

	private void describe(ComplaintListForm form, PublicFilter filter, @Nullable ServiceDetail service,
			CodeNames.Known known, String path, Model model, Locale locale) {
		model.addAttribute("form", form);
		model.addAttribute("action", path);
		model.addAttribute("feed", ComplaintFeedController.href(filter));
		model.addAttribute("active", active(form, service, known, path, locale));
		model.addAttribute("choices", lazily(() -> this.choices.of(locale)));
	}

	/** The filters in use, each with the address without it. */
	private List<Suggestion> active(ComplaintListForm form, @Nullable ServiceDetail service, CodeNames.Known known,
			String path, Locale locale) {
		List<Suggestion> active = new ArrayList<>();
		add(active, form, path, "status", form.status(),
				(code) -> this.words.say("complaint-open.status." + code, locale));
		add(active, form, path, "kategori", form.kategori(), (code) -> {
			if (!known.categories().containsKey(code)) {
				throw new InvalidParameter("kategori", "must be a category");
			}
			return known.category(code, locale);
		});
		add(active, form, path, "opd", form.opd(), (code) -> {
			if (!known.agencies().containsKey(code)) {
				throw new InvalidParameter("opd", "must be an agency");
			}
			return known.agencies().get(code).shortName();
		});
		add(active, form, path, "wilayah", form.wilayah(),
				(code) -> Optional.ofNullable(known.region(new RegionCode(code)))
					.orElseThrow(() -> new InvalidParameter("wilayah", "must be a kecamatan or a kelurahan")));
		if (service != null) {
			active.add(new Suggestion(service.name(), form.without(path, "layanan")));
		}
		add(active, form, path, "jenis", form.jenis(), (code) -> this.words.say("complaint-open.kind." + code, locale));
		add(active, form, path, "terlambat", form.terlambat(),
				(code) -> this.words.say("complaint-open.overdue", locale));
		add(active, form, path, "periode", form.periode(),
				(code) -> this.words.say("complaint-open.period." + code, locale));
		add(active, form, path, "asal", form.asal(), (code) -> this.words.say("complaint-open.origin." + code, locale));
		form.days()
			.ends()
			.forEach((end, day) -> active
				.add(new Suggestion(this.words.say("web.filters." + end, locale, this.words.date(day, locale)),
						form.without(path, end))));
		return active;
	}

	/** What a filter in use is called. */
	private interface Label {

		String of(String code);

	}

	private static void add(List<Suggestion> active, ComplaintListForm form, String path, String parameter,
			@Nullable String code, Label label) {
		if (code != null) {
			active.add(new Suggestion(label.of(code), form.without(path, parameter)));
		}
	}

	/** Read only when the page shows it, which a kept part spares. */
	private static <T> LazyContextVariable<T> lazily(Supplier<T> load) {
		return new LazyContextVariable<>() {
			@Override
			protected T loadValue() {
				return load.get();
			}
		};
	}

}
