package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.CaseLine;
import id.tangerangkota.layanan.complaint.queue.CasePage;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.queue.SavedViews;
import id.tangerangkota.layanan.complaint.queue.TabCount;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Paging;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the page of the queue what to show. */
@Component
class CaseListPages {

	/** What was asked of many cases; with what was wrong about it, if anything was. */
	static final String MANY = "many";

	private static final int SIZE = 25;

	private final CaseQueue queue;

	private final CaseCounts counts;

	private final SavedViews savedViews;

	private final QueuePages pages;

	private final CaseOfficers officers;

	private final ReceivingAgencies receivers;

	private final DeskWords words;

	CaseListPages(CaseQueue queue, CaseCounts counts, SavedViews savedViews, QueuePages pages, CaseOfficers officers,
			ReceivingAgencies receivers, DeskWords words) {
		this.queue = queue;
		this.counts = counts;
		this.savedViews = savedViews;
		this.pages = pages;
		this.officers = officers;
		this.receivers = receivers;
		this.words = words;
	}

	/** The whole page. */
	void show(QueueForm form, Desk desk, Model model, Locale locale) {
		QueuePages.Names names = list(form, desk, model, locale);
		model.addAttribute("kinds", this.pages.kinds(locale));
		model.addAttribute("categories", this.pages.categories(names, locale));
		model.addAttribute("places", this.pages.places(names, locale));
		model.addAttribute("views", this.savedViews.of(desk.actor().requireAccount()));
	}

	/** The part that changes with the filter; returns the names in it. */
	QueuePages.Names list(QueueForm form, Desk desk, Model model, Locale locale) {
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
		List<Choice> officers = officers(desk, filter);
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
		model.addAttribute("longestName", SavedViews.LONGEST_NAME);
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
	private List<Choice> officers(Desk desk, CaseFilter filter) {
		AgencyId agency = desk.ofAgency() ? desk.access().agency() : filter.agency();
		boolean supervisory = !desk.access().ordinary();
		return (agency == null && !supervisory) ? List.of() : this.officers.of(agency, supervisory);
	}

}
