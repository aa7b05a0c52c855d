package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.web.ResultLines.Line;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What people say, for those who run the services. */
@Controller
class ResultsController {

	static final String PATH = "/petugas/survei";

	private static final int REMARKS = 20;

	private final SurveyResults results;

	private final ServiceCatalog catalog;

	private final CurrentActor actor;

	private final ResultLines lines;

	private final ResultTables tables;

	private final Downloads downloads;

	private final SurveyWords words;

	private final Clock clock;

	ResultsController(SurveyResults results, ServiceCatalog catalog, CurrentActor actor, ResultLines lines,
			ResultTables tables, Downloads downloads, SurveyWords words, Clock clock) {
		this.results = results;
		this.catalog = catalog;
		this.actor = actor;
		this.lines = lines;
		this.tables = tables;
		this.downloads = downloads;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * A service in the list; the n of the short and the long form are not the same
	 * people.
	 */
	record Row(String slug, String name, @Nullable String agency, @Nullable FigureView rating, String answers) {
	}

	/** What an instrument shows. */
	record Section(String title, String sample, @Nullable String overall, List<FigureView> dimensions,
			List<FigureView> items, List<Split> splits) {
	}

	/** Part of the answers. */
	record Split(String label, List<FigureView> dimensions) {
	}

	/** What somebody wrote. */
	record Remark(String time, String text) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String periode, Model model, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod period = Quarters.chosen(periode, today);
		Map<ServiceId, List<Figure>> ratings = this.results.byService(period.days(), Instrument.SHORT);
		Map<ServiceId, List<Figure>> detailed = this.results.byService(period.days(), Instrument.ESQUAL);
		Set<ServiceId> services = new HashSet<>(ratings.keySet());
		services.addAll(detailed.keySet());
		List<Row> rows = this.catalog.summaries(services)
			.stream()
			.filter(this::isTheirs)
			.map((service) -> row(service, ratings.getOrDefault(service.id(), List.of()), locale))
			.toList();
		period(period, today, model, locale);
		model.addAttribute("rows", rows);
		model.addAttribute("plans", plans(this.actor.get()));
		model.addAttribute("agency", (own() != null) ? String.valueOf(own()) : null);
		return "survey/results";
	}

	private Row row(ServiceSummary service, List<Figure> rating, Locale locale) {
		Figure figure = rating.isEmpty() ? new Figure("OVERALL", 0, null, List.of()) : rating.getFirst();
		return new Row(service.slug(), service.name(), service.agency(),
				FigureView.of(service.name(), figure, null, Instrument.SHORT, this.words, locale),
				this.words.number(figure.n(), 0, locale));
	}

	private static boolean plans(Actor actor) {
		return actor.is(Role.AGENCY_HEAD) || actor.is(Role.COORDINATOR) || actor.is(Role.ADMINISTRATOR);
	}

	/** Null for those who see all agencies. */
	private @Nullable AgencyId own() {
		Actor current = this.actor.get();
		boolean all = current.is(Role.COORDINATOR) || current.is(Role.LEADERSHIP) || current.is(Role.ADMINISTRATOR);
		return all ? null : current.agency();
	}

	private boolean isTheirs(ServiceSummary service) {
		AgencyId own = own();
		return own == null || own.code().equals(service.agencyCode());
	}

	private void period(SkmPeriod period, LocalDate today, Model model, Locale locale) {
		model.addAttribute("period", period.toString());
		model.addAttribute("periodText", this.words.period(period, locale));
		model.addAttribute("periods", Quarters.choices(today, this.words, locale));
	}

	@GetMapping(PATH + "/{slug}")
	String service(@PathVariable String slug, @RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		ServiceDetail service = find(slug);
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod period = Quarters.chosen(periode, today);
		Scope scope = Scope.service(service.id());
		period(period, today, model, locale);
		model.addAttribute("service", service);
		String file = PATH + "/" + service.slug() + "/unduh.";
		// Links to files carry no language of themselves.
		Language language = Language.of(locale);
		model.addAttribute("csv", language.addTo(file + "csv?periode=" + period));
		model.addAttribute("xlsx", language.addTo(file + "xlsx?periode=" + period));
		model.addAttribute("sections",
				figures(service, period).stream().map((figures) -> section(figures, locale)).toList());
		int page = Paging.number(halaman);
		long total = this.results.countRemarks(scope, period.days());
		model.addAttribute("paging", Paging.of(page, REMARKS, total, (number) -> PATH + "/" + service.slug()
				+ "?periode=" + period + ((number > 1) ? "&halaman=" + number : "")));
		model.addAttribute("remarks",
				this.results.remarks(scope, period.days(), page, REMARKS)
					.stream()
					.map((remark) -> new Remark(this.words.time(remark.at(), locale), remark.text()))
					.toList());
		return "survey/service-results";
	}

	/** One of theirs. */
	private ServiceDetail find(String slug) {
		ServiceDetail service = this.catalog.service(slug).orElseThrow(NotFound::new);
		AgencyId own = own();
		if (own != null && (service.agency() == null || !own.code().equals(service.agency().code()))) {
			throw new NotFound();
		}
		return service;
	}

	private List<InstrumentFigures> figures(ServiceDetail service, SkmPeriod period) {
		return Arrays.stream(Instrument.values())
			.flatMap((instrument) -> this.results.figures(Scope.service(service.id()), period.days(), instrument)
				.stream())
			.toList();
	}

	private Section section(InstrumentFigures figures, Locale locale) {
		return new Section(
				this.words.say("survey.results.section", locale, this.words.instrument(figures.instrument(), locale),
						figures.version(), this.words.date(figures.since(), locale)),
				this.words.say("survey.results.sample", locale, figures.answers(), figures.needed(),
						figures.population()),
				(figures.overall() != null && figures.dimensions().size() > 1)
						? this.words.number(figures.overall(), 2, locale) : null,
				views(this.lines.dimensions(figures, locale), figures.instrument(), locale),
				views(this.lines.items(figures, locale), figures.instrument(), locale),
				this.lines.splits(figures, locale)
					.stream()
					.map((split) -> new Split(split.label(), views(split.lines(), figures.instrument(), locale)))
					.toList());
	}

	private List<FigureView> views(List<Line> lines, Instrument instrument, Locale locale) {
		return lines.stream()
			.map((line) -> FigureView.of(line.label(), line.figure(), line.alpha(), instrument, this.words, locale))
			.toList();
	}

	@GetMapping(PATH + "/{slug}/unduh.csv")
	ResponseEntity<byte[]> csv(@PathVariable String slug, @RequestParam(required = false) @Nullable String periode,
			Locale locale) {
		return this.downloads.csv(table(slug, periode, locale));
	}

	@GetMapping(PATH + "/{slug}/unduh.xlsx")
	ResponseEntity<byte[]> xlsx(@PathVariable String slug, @RequestParam(required = false) @Nullable String periode,
			Locale locale) {
		return this.downloads.xlsx(table(slug, periode, locale));
	}

	private Table table(String slug, @Nullable String periode, Locale locale) {
		ServiceDetail service = find(slug);
		SkmPeriod period = Quarters.chosen(periode, PageClock.day(this.clock.instant()));
		return this.tables.service(service.slug(), period, figures(service, period), locale);
	}

}
