package id.tangerangkota.layanan.quality.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.SiteVisits;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.quality.inspection.InspectionFilter;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.table.Downloads;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the weekly inspection saw of the city's sites. */
@Controller
class InspectionController {

	static final String PATH = "/admin/mutu/pemeriksaan";

	private static final int SIZE = 25;

	/** A word that fits more services than this says nothing. */
	private static final int MOST_NAMED = 1000;

	private final Inspections inspections;

	private final InspectionViews views;

	private final ServiceCatalog catalog;

	private final SiteVisits visits;

	private final Downloads downloads;

	private final CurrentActor actor;

	InspectionController(Inspections inspections, InspectionViews views, ServiceCatalog catalog, SiteVisits visits,
			Downloads downloads, CurrentActor actor) {
		this.inspections = inspections;
		this.views = views;
		this.catalog = catalog;
		this.visits = visits;
		this.downloads = downloads;
		this.actor = actor;
	}

	@GetMapping(PATH)
	String list(@ModelAttribute("form") InspectionListForm form, Model model, Locale locale) {
		int number = Paging.number(form.halaman());
		InspectionFilter filter = filter(form);
		long total = this.inspections.count(filter);
		model.addAttribute("waiting", waiting());
		model.addAttribute("on", this.visits.isSwitchedOn());
		model.addAttribute("sites",
				this.views.rows(this.inspections.list(filter, Paging.offset(number, SIZE), SIZE), locale));
		model.addAttribute("page", Paging.of(number, SIZE, total, form::href));
		model.addAttribute("csv", Language.of(locale).addTo(form.query().at(PATH + ".csv")));
		model.addAttribute("agencies", agencies(locale));
		model.addAttribute("outcomes",
				withAny(Arrays.stream(SiteOutcome.values())
					.map((outcome) -> new Choice(outcome.code(),
							this.views.say("inspection.outcome." + outcome.code(), locale)))
					.toList(), locale));
		model.addAttribute("items",
				withAny(this.inspections.items()
					.stream()
					.map((item) -> new Choice(item, this.views.say("inspection.item." + item, locale)))
					.toList(), locale));
		return "quality/inspections";
	}

	/** Sites with marks of others that whoever looks may agree to. */
	private List<Choice> waiting() {
		AccountId confirmer = InspectionViews.confirmer(this.actor.get());
		return (confirmer == null) ? List.of()
				: this.catalog.summaries(this.inspections.waiting(confirmer))
					.stream()
					.map((service) -> new Choice(service.slug(), service.name()))
					.sorted(Comparator.comparing(Choice::label))
					.toList();
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(@ModelAttribute("form") InspectionListForm form, Locale locale) {
		return this.downloads.csv("pemeriksaan.csv", this.views.csv(filter(form), locale));
	}

	private InspectionFilter filter(InspectionListForm form) {
		return new InspectionFilter(services(form), form.outcome(), form.missed(this.inspections.items()));
	}

	/** Null for all. */
	private @Nullable Set<ServiceId> services(InspectionListForm form) {
		boolean all = form.words().isEmpty() && !StringUtils.hasText(form.opd());
		if (all) {
			return null;
		}
		Set<ServiceId> named = form.words().isEmpty() ? this.catalog.owners().keySet()
				: this.catalog.named(form.words(), MOST_NAMED)
					.stream()
					.map(ServiceSummary::id)
					.collect(Collectors.toSet());
		if (!StringUtils.hasText(form.opd())) {
			return named;
		}
		return this.catalog.owners()
			.entrySet()
			.stream()
			.filter((owned) -> form.opd().equals(owned.getValue()) && named.contains(owned.getKey()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private List<Choice> agencies(Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		return withAny(this.catalog.agencies()
			.stream()
			.map((agency) -> new Choice(agency.code(), english ? agency.nameEn() : agency.name()))
			.toList(), locale);
	}

	private List<Choice> withAny(List<Choice> choices, Locale locale) {
		List<Choice> all = new ArrayList<>(List.of(new Choice("", this.views.say("inspection.any", locale))));
		all.addAll(choices);
		return all;
	}

}
