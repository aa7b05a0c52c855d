package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import id.tangerangkota.layanan.complaint.queue.CasePage;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.queue.SavedViews;
import id.tangerangkota.layanan.complaint.queue.TabCount;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.SitePages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue, and what is done with many cases at once. */
@Controller
class CaseQueueController {

	static final String PATH = "/petugas/pengaduan";

	private static final String MANY = "many";

	private static final int SIZE = 25;

	private static final int LONGEST_NAME = 60;

	private final CaseQueue queue;

	private final CaseCounts counts;

	private final SavedViews savedViews;

	private final CaseDesk cases;

	private final CurrentActor actor;

	private final QueuePages pages;

	private final CaseOfficers officers;

	private final ReceivingAgencies receivers;

	private final DeskWords words;

	CaseQueueController(CaseQueue queue, CaseCounts counts, SavedViews savedViews, CaseDesk cases, CurrentActor actor,
			QueuePages pages, CaseOfficers officers, ReceivingAgencies receivers, DeskWords words) {
		this.queue = queue;
		this.counts = counts;
		this.savedViews = savedViews;
		this.cases = cases;
		this.actor = actor;
		this.pages = pages;
		this.officers = officers;
		this.receivers = receivers;
		this.words = words;
	}

	@GetMapping(PATH)
	String page(QueueForm form, Model model, RedirectAttributes redirect, Locale locale) {
		if (form.ticket().isPresent()) {
			redirect.addAttribute("tiket", form.ticket().get().toString());
			return "redirect:/petugas/pengaduan/{tiket}";
		}
		Desk desk = Desk.of(this.actor.get());
		QueuePages.Names names = list(form, desk, model, locale);
		return show(desk, names, model, locale);
	}

	private String show(Desk desk, QueuePages.Names names, Model model, Locale locale) {
		model.addAttribute("kinds", this.pages.kinds(locale));
		model.addAttribute("categories", this.pages.categories(names, locale));
		model.addAttribute("places", this.pages.places(names, locale));
		model.addAttribute("views", this.savedViews.of(desk.actor().requireAccount()));
		return "complaint/desk/queue";
	}

	/** For a page that is open already, which fetches another list into its place. */
	@GetMapping(path = PATH, headers = "HX-Request=true")
	Object part(QueueForm form, Model model, Locale locale) {
		if (form.ticket().isPresent()) {
			String href = PATH + "/" + form.ticket().get();
			return ResponseEntity.noContent().header("HX-Redirect", Language.of(locale).addTo(href)).build();
		}
		list(form, Desk.of(this.actor.get()), model, locale);
		return "complaint/desk/queue :: list";
	}

	private QueuePages.Names list(QueueForm form, Desk desk, Model model, Locale locale) {
		AccountId me = desk.actor().requireAccount();
		boolean listsAll = form.tab(desk.firstTab()) == QueueTab.ALL;
		CaseFilter asked = form.filter(QueueTab.ALL);
		Map<QueueTab, TabCount> counts = listsAll ? this.counts.countsBesidesAll(asked, desk.access(), me)
				: this.counts.counts(asked, desk.access(), me);
		CaseFilter filter = form.filter(firstTab(desk, counts));
		QueueForm named = form.on(filter.tab());
		int number = Paging.number(form.halaman());
		Paging.offset(number, SIZE);
		CasePage page = this.queue.list(filter, desk.access(), me, number, SIZE);
		if (listsAll) {
			counts.put(QueueTab.ALL, page.count());
		}
		Paging paging = Paging.of(number, SIZE, page.total(), page.capped(), named::href);
		QueuePages.Names names = this.pages
			.names(Stream.concat(page.lines().stream().map(CaseLine::service), Stream.of(filter.service())), locale);
		if (!model.containsAttribute(MANY)) {
			model.addAttribute(MANY, ManyForm.EMPTY);
		}
		model.addAttribute("desk", desk);
		model.addAttribute("form", named);
		model.addAttribute("query", named.query());
		model.addAttribute("tab", filter.tab());
		model.addAttribute("tabs", this.pages.tabs(desk, named, filter.tab(), counts, locale));
		model.addAttribute("rows", this.pages.rows(page.lines(), names, me, named.query(number), locale));
		model.addAttribute("unordered", page.unordered());
		model.addAttribute("total", page.capped() ? this.words.say("complaint-desk.found.more", locale, page.total())
				: this.words.say("complaint-desk.found", locale, page.total()));
		model.addAttribute("paging", paging);
		List<Option> officers = officers(desk, filter);
		model.addAttribute("active", this.pages.active(named, names, officers, locale));
		model.addAttribute("agencies", this.pages.agencies(names, locale));
		model.addAttribute("receivers", (desk.watches() && filter.tab() == QueueTab.VERIFY)
				? this.pages.options(this.receivers.options(names, locale), "complaint-desk.bulk.agency.none", locale)
				: List.of());
		// Links to files carry no language of themselves.
		Language language = Language.of(locale);
		model.addAttribute("csv", language.addTo(named.href(CaseExportController.PATH + ".csv", 1)));
		model.addAttribute("xlsx", language.addTo(named.href(CaseExportController.PATH + ".xlsx", 1)));
		model.addAttribute("map", named.href(CaseMapController.PATH, 1));
		model.addAttribute("longestName", LONGEST_NAME);
		model.addAttribute("colleagues", officers.isEmpty() ? List.of()
				: this.pages.options(officers.stream(), "complaint-desk.filter.any", locale));
		model.addAttribute("officers", (officers.isEmpty() || !desk.assigns()) ? List.of()
				: this.pages.options(officers.stream(), "complaint-desk.bulk.officer.none", locale));
		return names;
	}

	/** Whoever has nothing to do is shown what nobody has taken yet. */
	private static QueueTab firstTab(Desk desk, Map<QueueTab, TabCount> counts) {
		QueueTab first = desk.firstTab();
		boolean idle = first == QueueTab.MINE && number(counts, QueueTab.MINE) == 0;
		return (idle && number(counts, QueueTab.UNASSIGNED) > 0) ? QueueTab.UNASSIGNED : first;
	}

	private static long number(Map<QueueTab, TabCount> counts, QueueTab tab) {
		return Objects.requireNonNull(counts.get(tab)).number();
	}

	/**
	 * Whose cases somebody can look at, or give to somebody else: of one agency, or the
	 * inspectors'.
	 */
	private List<Option> officers(Desk desk, CaseFilter filter) {
		AgencyId agency = desk.ofAgency() ? desk.access().agency() : filter.agency();
		boolean supervisory = !desk.access().ordinary();
		return (agency == null && !supervisory) ? List.of() : this.officers.of(agency, supervisory);
	}

	/**
	 * Where the other language, or loading it again, leads from a page that is no list.
	 */
	@GetMapping(PATH + "/serentak")
	String many(@RequestParam(required = false) @Nullable String antrean, RedirectAttributes redirect) {
		return back(antrean, redirect);
	}

	@PostMapping(PATH + "/serentak")
	String many(@ModelAttribute(MANY) ManyForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect, Locale locale) {
		List<CaseDesk.Shown> shown = form.cases()
			.stream()
			.map(CaseQueueController::shown)
			.flatMap(Optional::stream)
			.toList();
		if (shown.isEmpty()) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.bulk.nothing");
			return back(form.antrean(), redirect);
		}
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			Desk desk = Desk.of(this.actor.get());
			model.addAttribute(SitePages.CARRIED, Query.EMPTY.with("antrean", form.antrean()));
			return show(desk, list(QueueForm.parse(form.antrean()), desk, model, locale), model, locale);
		}
		act(form, shown, request);
		return back(form.antrean(), redirect);
	}

	private void act(ManyForm form, List<CaseDesk.Shown> shown, HttpServletRequest request) {
		Actor me = this.actor.get();
		try {
			switch (form.action()) {
				case "ambil" ->
					done(request, "complaint-desk.bulk.taken", shown, this.cases.assignAll(shown, me.requireAccount()));
				case ManyForm.ASSIGN -> done(request, "complaint-desk.bulk.assigned", shown,
						this.cases.assignAll(shown, form.officer().orElseThrow()));
				case ManyForm.VERIFY -> done(request, "complaint-desk.bulk.verified", shown,
						this.cases.verifyAll(shown, form.agency().orElseThrow()));
				default -> Flash.put(request, Flash.Kind.WARNING, "complaint-desk.bulk.nothing");
			}
		}
		catch (CaseRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.refused." + ex.reason());
		}
	}

	/** Those somebody else was faster with are named as a number: the list shows them. */
	private static void done(HttpServletRequest request, String key, List<CaseDesk.Shown> shown, int done) {
		boolean all = done == shown.size();
		Flash.put(request, all ? Flash.Kind.SUCCESS : Flash.Kind.WARNING, all ? key : "complaint-desk.bulk.some",
				String.valueOf(done), String.valueOf(shown.size()));
	}

	private static Optional<CaseDesk.Shown> shown(String value) {
		String[] parts = value.split(":");
		try {
			return (parts.length == 2)
					? Optional
						.of(new CaseDesk.Shown(new ComplaintId(UUID.fromString(parts[0])), Integer.parseInt(parts[1])))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static Optional<AccountId> account(@Nullable String id) {
		try {
			return StringUtils.hasText(id) ? Optional.of(AccountId.parse(id)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@PostMapping(PATH + "/tampilan")
	String keep(@RequestParam(required = false) @Nullable String nama,
			@RequestParam(required = false) @Nullable String antrean, HttpServletRequest request,
			RedirectAttributes redirect) {
		String name = (nama != null) ? nama.strip().replaceAll("\\s+", " ") : "";
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.view.name", String.valueOf(LONGEST_NAME));
		}
		else if (this.savedViews.keep(this.actor.get().requireAccount(), name, QueueForm.parse(antrean).query())) {
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.view.kept", name);
		}
		else {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.view.many", String.valueOf(SavedViews.MOST));
		}
		return back(antrean, redirect);
	}

	@PostMapping(PATH + "/tampilan/hapus")
	String forget(@RequestParam(required = false) @Nullable UUID id,
			@RequestParam(required = false) @Nullable String antrean, HttpServletRequest request,
			RedirectAttributes redirect) {
		if (id != null) {
			this.savedViews.remove(this.actor.get().requireAccount(), id);
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.view.removed");
		}
		return back(antrean, redirect);
	}

	private static String back(@Nullable String query, RedirectAttributes redirect) {
		QueueForm.parse(query).addTo(redirect);
		return "redirect:/petugas/pengaduan";
	}

}
