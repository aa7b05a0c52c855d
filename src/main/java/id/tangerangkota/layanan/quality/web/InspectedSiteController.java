package id.tangerangkota.layanan.quality.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.quality.inspection.FindingDesk;
import id.tangerangkota.layanan.quality.inspection.InspectedSite;
import id.tangerangkota.layanan.quality.inspection.Inspections;
import id.tangerangkota.layanan.quality.inspection.SiteFinding;
import id.tangerangkota.layanan.quality.inspection.SiteOutcome;
import id.tangerangkota.layanan.quality.web.InspectionViews.FindingRow;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the inspection saw of one site, and what the staff say to that. */
@Controller
class InspectedSiteController {

	private static final String SITE = InspectionController.PATH + "/{slug}";

	private static final String ITEM = SITE + "/{item}";

	private static final String BACK = "redirect:/admin/mutu/pemeriksaan/{slug}";

	private final Inspections inspections;

	private final FindingDesk desk;

	private final InspectionViews views;

	private final ServiceCatalog catalog;

	private final CurrentActor actor;

	InspectedSiteController(Inspections inspections, FindingDesk desk, InspectionViews views, ServiceCatalog catalog,
			CurrentActor actor) {
		this.inspections = inspections;
		this.desk = desk;
		this.views = views;
		this.catalog = catalog;
		this.actor = actor;
	}

	/** Why a finding is wrong, as typed. */
	record DisputeForm(@Nullable String alasan) {
	}

	/** A label and what it says. */
	record Fact(String label, String text, @Nullable String href) {
	}

	@GetMapping(SITE)
	String page(@PathVariable String slug, Model model, Locale locale) {
		ServiceDetail service = service(slug);
		InspectedSite site = this.inspections.site(service.id()).orElseThrow(NotFound::new);
		List<SiteFinding> findings = this.inspections.findings(service.id());
		model.addAttribute("slug", slug);
		model.addAttribute("name", service.name());
		model.addAttribute("pages", site.pages());
		model.addAttribute("why", (site.outcome() != SiteOutcome.SEEN)
				? this.views.say("inspection.outcome.text." + site.outcome().code(), locale) : null);
		model.addAttribute("outcome", this.views.say("inspection.outcome." + site.outcome().code(), locale));
		model.addAttribute("facts", List.of(fact("inspection.field.address", site.address(), locale),
				fact("inspection.field.at", this.views.time(site, locale), locale), fact("inspection.field.outcome",
						this.views.say("inspection.outcome." + site.outcome().code(), locale), locale),
				fact("inspection.field.pages", String.valueOf(site.pages()), locale)));
		model.addAttribute("protection", rows(findings, false, locale));
		model.addAttribute("promises", rows(findings, true, locale));
		model.addAttribute("decides", decides(service));
		return "quality/inspection";
	}

	private Fact fact(String key, String value, Locale locale) {
		return new Fact(this.views.say(key, locale), value, null);
	}

	private List<FindingRow> rows(List<SiteFinding> findings, boolean promises, Locale locale) {
		return findings.stream()
			.filter((finding) -> finding.promise() == promises)
			.map((finding) -> this.views.finding(finding, confirmer(), locale))
			.toList();
	}

	@GetMapping(ITEM + "/keliru")
	String disputing(@PathVariable String slug, @PathVariable String item, Model model, Locale locale) {
		model.addAttribute("form", new DisputeForm(null));
		return form(theirs(slug), item, model, locale);
	}

	@PostMapping(ITEM + "/keliru")
	String dispute(@PathVariable String slug, @PathVariable String item, @ModelAttribute("form") DisputeForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		ServiceDetail service = theirs(slug);
		String reason = (form.alasan() != null) ? form.alasan().strip() : "";
		if (reason.isEmpty()) {
			errors.rejectValue("alasan", "inspection.dispute.missing");
		}
		else if (reason.length() > FindingDesk.LONGEST_REASON) {
			errors.rejectValue("alasan", "inspection.dispute.long", new Object[] { FindingDesk.LONGEST_REASON }, null);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(service, item, model, locale);
		}
		boolean done = this.desk.dispute(service.id(), item, reason);
		Flash.put(request, done ? Flash.Kind.SUCCESS : Flash.Kind.WARNING,
				done ? "inspection.dispute.done" : "inspection.dispute.gone");
		return BACK;
	}

	@PostMapping(ITEM + "/cabut")
	String withdraw(@PathVariable String slug, @PathVariable String item, HttpServletRequest request) {
		boolean done = this.desk.withdraw(theirs(slug).id(), item);
		Flash.put(request, done ? Flash.Kind.SUCCESS : Flash.Kind.WARNING,
				done ? "inspection.dispute.withdrawn" : "inspection.dispute.gone");
		return BACK;
	}

	@PostMapping(ITEM + "/setuju")
	String confirm(@PathVariable String slug, @PathVariable String item, HttpServletRequest request) {
		boolean done = this.desk.confirm(service(slug).id(), item);
		Flash.put(request, done ? Flash.Kind.SUCCESS : Flash.Kind.WARNING,
				done ? "inspection.dispute.confirmed" : "inspection.dispute.unconfirmed");
		return BACK;
	}

	/** Who looks, if they may agree to marks of others. */
	private @Nullable AccountId confirmer() {
		return InspectionViews.confirmer(this.actor.get());
	}

	private String form(ServiceDetail service, String item, Model model, Locale locale) {
		FindingRow finding = this.inspections.findings(service.id())
			.stream()
			.filter((one) -> one.item().equals(item))
			.map((one) -> this.views.finding(one, null, locale))
			.findFirst()
			.orElseThrow(NotFound::new);
		model.addAttribute("slug", service.slug());
		model.addAttribute("name", service.name());
		model.addAttribute("finding", finding);
		return "quality/finding-dispute";
	}

	private ServiceDetail service(String slug) {
		return this.catalog.service(slug).orElseThrow(NotFound::new);
	}

	/** A service about whose findings this person may decide. */
	private ServiceDetail theirs(String slug) {
		ServiceDetail service = service(slug);
		if (!decides(service)) {
			throw new NotFound();
		}
		return service;
	}

	private boolean decides(ServiceDetail service) {
		Actor current = this.actor.get();
		if (current.is(Role.COORDINATOR) || current.is(Role.ADMINISTRATOR)) {
			return true;
		}
		AgencyId own = current.agency();
		return current.is(Role.AGENCY_HEAD) && own != null && service.agency() != null
				&& Objects.equals(own.code(), service.agency().code());
	}

}
