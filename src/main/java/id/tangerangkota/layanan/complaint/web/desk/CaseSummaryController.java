package id.tangerangkota.layanan.complaint.web.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintStatistics;
import id.tangerangkota.layanan.complaint.ComplaintStatistics.AgencyCount;
import id.tangerangkota.layanan.complaint.casework.Unmasking;
import id.tangerangkota.layanan.complaint.queue.CaseCounts;
import id.tangerangkota.layanan.complaint.queue.CaseCounts.AgencyLoad;
import id.tangerangkota.layanan.complaint.queue.CaseFilter;
import id.tangerangkota.layanan.complaint.queue.CaseSamples;
import id.tangerangkota.layanan.complaint.queue.QueueTab;
import id.tangerangkota.layanan.complaint.queue.TabCount;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NumberText;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the agencies do, and what waits for a coordinator. */
@Controller
class CaseSummaryController {

	static final String PATH = CaseQueueController.PATH + "/ringkasan";

	private static final int PERCENT = 100;

	private static final int SAMPLES = 10;

	private static final int BARS = 10;

	/** Of the drawing's bars. */
	private static final double BAR = 520;

	private final ComplaintStatistics statistics;

	private final CaseCounts counts;

	private final CaseSamples samples;

	private final Unmasking unmasking;

	private final CurrentActor actor;

	private final QueuePages pages;

	private final RelatedCases related;

	private final DeskWords words;

	CaseSummaryController(ComplaintStatistics statistics, CaseCounts counts, CaseSamples samples, Unmasking unmasking,
			CurrentActor actor, QueuePages pages, RelatedCases related, DeskWords words) {
		this.statistics = statistics;
		this.counts = counts;
		this.samples = samples;
		this.unmasking = unmasking;
		this.actor = actor;
		this.pages = pages;
		this.related = related;
		this.words = words;
	}

	/** An agency in words; what cannot be told is a dash. */
	record Line(String name, @Nullable String href, AgencyCount count, String in, String out, String median,
			String inTime, String reopened, String rating, String solved) {
	}

	/** A bar of the drawing, as SVG wants it: running ones, and those past their time. */
	record Bar(String name, String running, String overdue, long runningCount, long overdueCount) {
	}

	@GetMapping(PATH)
	String page(SummaryForm form, Model model, Locale locale) {
		Desk desk = Desk.of(this.actor.get());
		LocalDate to = this.words.today();
		LocalDate from = form.from(to);
		QueuePages.Names names = this.pages.names(Stream.empty(), locale);
		List<AgencyCount> counts = this.statistics.byAgency(from, to);
		AgencyCount city = this.statistics.city(from, to);
		Map<QueueTab, TabCount> tabs = this.counts.counts(CaseFilter.of(QueueTab.ALL), desk.access(),
				desk.actor().requireAccount());
		model.addAttribute("lines", counts.stream().map((count) -> line(count, names, locale)).toList());
		model.addAttribute("sums",
				List.of(line(city, "complaint-desk.summary.city", locale),
						line(this.statistics.conduct(from, to), "complaint-desk.summary.conduct", locale),
						line(this.statistics.portal(from, to), "complaint-desk.summary.portal", locale)));
		model.addAttribute("bars", bars(this.counts.byAgency(desk.access()), names, locale));
		model.addAttribute("from", this.words.date(from, locale));
		model.addAttribute("to", this.words.date(to, locale));
		model.addAttribute("chosen", form.chosen());
		model.addAttribute("periods",
				SummaryForm.choices()
					.stream()
					.map((code) -> new Choice(code, this.words.say("complaint-desk.period." + code, locale)))
					.toList());
		model.addAttribute("verify", count(tabs, QueueTab.VERIFY, locale));
		model.addAttribute("unassigned", count(tabs, QueueTab.UNASSIGNED, locale));
		model.addAttribute("overdue", count(tabs, QueueTab.OVERDUE, locale));
		model.addAttribute("resolved", count(tabs, QueueTab.RESOLVED, locale));
		model.addAttribute("samples", this.related.views(this.samples.open(desk.access(), SAMPLES), locale));
		model.addAttribute("watches", desk.watches());
		model.addAttribute("requests", this.words.number(this.unmasking.open().size(), 0, locale));
		return "complaint/desk/summary";
	}

	private String count(Map<QueueTab, TabCount> tabs, QueueTab tab, Locale locale) {
		return this.pages.count(java.util.Objects.requireNonNull(tabs.get(tab)).number(), locale);
	}

	private Line line(AgencyCount count, QueuePages.Names names, Locale locale) {
		AgencyId agency = count.agency();
		return (agency != null) ? line(count, names.agency(agency),
				CaseQueueController.PATH + "?tab=berjalan&opd=" + agency.code(), locale)
				: line(count, this.words.say("complaint-desk.agency.none", locale), null, locale);
	}

	/** Of more than one agency. */
	private Line line(AgencyCount count, String key, Locale locale) {
		return line(count, this.words.say(key, locale), null, locale);
	}

	private Line line(AgencyCount count, String name, @Nullable String href, Locale locale) {
		return new Line(name, href, count, this.words.number(count.received() + count.transferredIn(), 0, locale),
				this.words.number(count.transferredOut(), 0, locale),
				(count.medianDays() != null) ? NumberText.exact(count.medianDays(), 1, locale) : "–",
				share(count.inTime(), count.resolved(), locale),
				share(count.resolvedReopened(), count.everResolved(), locale),
				(count.ratings() > 0) ? this.words.say("complaint-desk.summary.rated", locale,
						NumberText.exact((double) count.ratingSum() / count.ratings(), 1, locale), count.ratings())
						: "–",
				(count.judged() > 0) ? this.words.say("complaint-desk.summary.rated", locale,
						share(count.reallySolved(), count.judged(), locale), count.judged()) : "–");
	}

	private String share(long part, long whole, Locale locale) {
		return (whole > 0) ? NumberText.percent((double) PERCENT * part / whole, 0, locale) : "–";
	}

	private List<Bar> bars(List<AgencyLoad> loads, QueuePages.Names names, Locale locale) {
		long most = loads.stream().mapToLong(AgencyLoad::running).max().orElse(1);
		return loads.stream().limit(BARS).map((load) -> {
			AgencyId agency = load.agency();
			return new Bar(
					(agency != null) ? names.agency(agency) : this.words.say("complaint-desk.agency.none", locale),
					width(load.running(), most), width(load.overdue(), most), load.running(), load.overdue());
		}).toList();
	}

	private static String width(long part, long most) {
		return String.format(Locale.ROOT, "%.1f", BAR * part / most);
	}

}
