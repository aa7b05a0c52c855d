package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import id.tangerangkota.layanan.quality.web.DashboardForm.Chosen;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The quality of the city, of an agency or of a service, at a glance. */
@Controller
class DashboardController {

	static final String PATH = "/admin/mutu";

	/** Longer times are shown by month. */
	private static final int MOST_DAYS_BY_WEEK = 93;

	private final Scorecard scorecard;

	private final DashboardSubjects subjects;

	private final DashboardViews views;

	private final DashboardWords words;

	private final DashboardAccess access;

	private final DashboardFiles files;

	private final Downloads downloads;

	private final Insights insights;

	private final DigitalReports reports;

	private final Clock clock;

	DashboardController(Scorecard scorecard, DashboardSubjects subjects, DashboardViews views, DashboardWords words,
			DashboardAccess access, DashboardFiles files, Downloads downloads, Insights insights,
			DigitalReports reports, Clock clock) {
		this.scorecard = scorecard;
		this.subjects = subjects;
		this.views = views;
		this.words = words;
		this.access = access;
		this.files = files;
		this.downloads = downloads;
		this.insights = insights;
		this.reports = reports;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String page(DashboardForm form, Model model, HttpServletResponse response, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		Map<String, String> errors = new LinkedHashMap<>();
		DashboardSubject subject = this.subjects.find(form, errors, locale);
		Chosen chosen = form.chosen(today, errors);
		model.addAttribute("form", form);
		model.addAttribute("errors", errors);
		model.addAttribute("spans", spans(locale));
		model.addAttribute("agencies", this.subjects.agencies(locale));
		model.addAttribute("services", this.subjects.services((subject != null) ? subject.agency() : null, locale));
		if (subject == null || chosen == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "quality/dashboard";
		}
		model.addAttribute("subject", subject);
		show(subject, chosen, form, today, model, locale);
		return "quality/dashboard";
	}

	private List<Choice> spans(Locale locale) {
		return Arrays.stream(DashboardSpan.values())
			.map((span) -> new Choice(span.code(), this.words.say("dashboard.span." + span.code(), locale)))
			.toList();
	}

	private void show(DashboardSubject subject, Chosen chosen, DashboardForm form, LocalDate today, Model model,
			Locale locale) {
		Period period = chosen.period();
		Card now = this.scorecard.card(subject.subject(), period);
		Card before = this.scorecard.card(subject.subject(), chosen.before());
		Part part = part(period);
		DashboardLinks links = new DashboardLinks(subject, form, period, this.access.opensCases(), Language.of(locale));
		model.addAttribute("period", this.words.period(period, locale));
		model.addAttribute("before", this.words.period(chosen.before(), locale));
		model.addAttribute("monitored", this.views.monitored(locale));
		model.addAttribute("running", !period.to().isBefore(today));
		model.addAttribute("span", chosen.span().code());
		model.addAttribute("links", links);
		model.addAttribute("scales", this.access.changesScales());
		model.addAttribute("report", report(subject, chosen, locale));
		boolean empty = isEmpty(now);
		model.addAttribute("empty", empty);
		if (!empty) {
			model.addAttribute("bars", DashboardBars.of(now, this.words, locale));
			model.addAttribute("dimensions", this.views.dimensions(now, before, locale));
			model.addAttribute("part", part.name());
			model.addAttribute("trends",
					this.views.trends(this.scorecard.parts(subject.subject(), period, part), part, locale));
			model.addAttribute("insights", this.insights.of(
					new Insights.Ground(now, before, this.views.units(), this.reports.count(subject, period), links),
					locale));
		}
	}

	/** Whether nobody counted and nobody said anything. */
	static boolean isEmpty(Card card) {
		return card.indicators().stream().allMatch((one) -> one.sum().isEmpty())
				&& card.dimensions().values().stream().allMatch((dimension) -> dimension.perceived().n() == 0);
	}

	static Part part(Period period) {
		return (period.days() <= MOST_DAYS_BY_WEEK) ? Part.WEEK : Part.MONTH;
	}

	/** The document of an agency and a quarter. */
	private static @Nullable String report(DashboardSubject subject, Chosen chosen, Locale locale) {
		return (subject.subject().agency() != null && chosen.span() == DashboardSpan.QUARTER) ? Language.of(locale)
			.addTo(DashboardReportController.path(subject.subject().agency().code(), chosen.period())) : null;
	}

	@GetMapping(PATH + "/unduh.csv")
	ResponseEntity<byte[]> csv(DashboardForm form, Locale locale) {
		return this.downloads.csv(table(form, locale));
	}

	@GetMapping(PATH + "/unduh.xlsx")
	ResponseEntity<byte[]> xlsx(DashboardForm form, Locale locale) {
		return this.downloads.xlsx(table(form, locale));
	}

	private Table table(DashboardForm form, Locale locale) {
		Map<String, String> errors = new LinkedHashMap<>();
		DashboardSubject subject = this.subjects.find(form, errors, locale);
		Chosen chosen = form.chosen(PageClock.day(this.clock.instant()), errors);
		if (subject == null || chosen == null) {
			throw new InvalidParameter(errors.keySet().iterator().next(), "is not known");
		}
		Part part = part(chosen.period());
		return this.files.table(subject, this.scorecard.card(subject.subject(), chosen.period()),
				this.scorecard.parts(subject.subject(), chosen.period(), part), locale);
	}

}
