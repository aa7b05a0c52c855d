package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.InstrumentFigures;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyRemark;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.survey.web.ResultLines.Line;
import id.tangerangkota.layanan.survey.web.ResultSubjects.Subject;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What people say about a service, about all of an agency, and about the city. */
@Controller
class SubjectResultsController {

	static final String CITY = ResultsController.PATH + "/kota";

	static final String AGENCY = ResultsController.PATH + "/opd/{code}";

	static final String SERVICE = ResultsController.PATH + "/{slug}";

	private static final String CSV = "/unduh.csv";

	private static final String XLSX = "/unduh.xlsx";

	static final int REMARKS = 20;

	private final SurveyResults results;

	private final ServiceCatalog catalog;

	private final ResultSubjects subjects;

	private final ResultReader reader;

	private final ResultLines lines;

	private final ResultTables tables;

	private final Downloads downloads;

	private final SurveyWords words;

	private final Clock clock;

	SubjectResultsController(SurveyResults results, ServiceCatalog catalog, ResultSubjects subjects,
			ResultReader reader, ResultLines lines, ResultTables tables, Downloads downloads, SurveyWords words,
			Clock clock) {
		this.results = results;
		this.catalog = catalog;
		this.subjects = subjects;
		this.reader = reader;
		this.lines = lines;
		this.tables = tables;
		this.downloads = downloads;
		this.words = words;
		this.clock = clock;
	}

	/** What an instrument shows. */
	record Section(String title, String sample, @Nullable String overall, List<FigureView> dimensions,
			List<FigureView> items, List<Split> splits) {
	}

	/** Part of the answers. */
	record Split(String label, List<FigureView> dimensions) {
	}

	/**
	 * What somebody wrote.
	 *
	 * @param service null where the page is about one, or the words about none
	 */
	record Remark(String id, String day, @Nullable String service, String text) {
	}

	@GetMapping(SERVICE)
	String service(@PathVariable String slug, @RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		return show(this.subjects.service(slug), periode, halaman, model, locale);
	}

	@GetMapping(AGENCY)
	String agency(@PathVariable String code, @RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		return show(this.subjects.agency(code, locale), periode, halaman, model, locale);
	}

	@GetMapping(CITY)
	String city(@RequestParam(required = false) @Nullable String periode,
			@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		return show(this.subjects.city(locale), periode, halaman, model, locale);
	}

	private String show(Subject subject, @Nullable String periode, @Nullable String halaman, Model model,
			Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod period = Quarters.chosen(periode, today);
		model.addAttribute("name", subject.name());
		model.addAttribute("path", subject.path());
		model.addAttribute("period", period.toString());
		model.addAttribute("periodText", this.words.period(period, locale));
		model.addAttribute("periods", Quarters.choices(today, this.words, locale));
		Query query = Query.EMPTY.with("periode", period.toString());
		// Links to files carry no language of themselves.
		Language language = Language.of(locale);
		model.addAttribute("csv", language.addTo(query.at(subject.path() + CSV)));
		model.addAttribute("xlsx", language.addTo(query.at(subject.path() + XLSX)));
		model.addAttribute("detailed", isDetailed(period));
		model.addAttribute("sections",
				figures(subject, period).stream().map((figures) -> section(figures, locale)).toList());
		model.addAttribute("skm",
				this.results.skm(subject.scope(), period.days())
					.map((result) -> SkmView.of(result, this.words, locale))
					.orElse(null));
		int page = Paging.number(halaman);
		long total = this.results.countRemarks(subject.scope(), period.days());
		model.addAttribute("paging",
				Paging.of(page, REMARKS, total, (number) -> query.page(number).at(subject.path())));
		model.addAttribute("page", page);
		model.addAttribute("remarks", remarks(subject, period, page, locale));
		model.addAttribute("hides", this.reader.hides());
		return "survey/subject-results";
	}

	private List<Remark> remarks(Subject subject, SkmPeriod period, int page, Locale locale) {
		List<SurveyRemark> found = this.results.remarks(subject.scope(), period.days(), page, REMARKS);
		Map<ServiceId, String> names = (subject.scope().service() != null) ? Map.of()
				: this.catalog
					.summaries(found.stream().map(SurveyRemark::service).filter(Objects::nonNull).distinct().toList())
					.stream()
					.collect(Collectors.toMap(ServiceSummary::id, ServiceSummary::name));
		List<Remark> shown = new ArrayList<>();
		for (SurveyRemark remark : found) {
			ServiceId service = remark.service();
			shown.add(new Remark(remark.id().toString(), this.words.date(remark.day(), locale),
					(service != null) ? names.get(service) : null, remark.text()));
		}
		return shown;
	}

	private List<InstrumentFigures> figures(Subject subject, SkmPeriod period) {
		boolean detailed = isDetailed(period);
		return Arrays.stream(Instrument.values())
			.flatMap((instrument) -> (detailed ? this.results.detailed(subject.scope(), period.days(), instrument)
					: this.results.figures(subject.scope(), period.days(), instrument))
				.stream())
			.toList();
	}

	/**
	 * Ten people answer together, but not the same items. Quarters that are over neither
	 * change nor overlap, so nothing can be subtracted from what is shown of them.
	 */
	private boolean isDetailed(SkmPeriod period) {
		return period.part() == SkmPeriod.Part.QUARTER
				&& period.days().last().isBefore(PageClock.day(this.clock.instant()));
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

	@GetMapping(SERVICE + CSV)
	ResponseEntity<byte[]> serviceCsv(@PathVariable String slug,
			@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.csv(table(this.subjects.service(slug), periode, locale));
	}

	@GetMapping(SERVICE + XLSX)
	ResponseEntity<byte[]> serviceXlsx(@PathVariable String slug,
			@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.xlsx(table(this.subjects.service(slug), periode, locale));
	}

	@GetMapping(AGENCY + CSV)
	ResponseEntity<byte[]> agencyCsv(@PathVariable String code,
			@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.csv(table(this.subjects.agency(code, locale), periode, locale));
	}

	@GetMapping(AGENCY + XLSX)
	ResponseEntity<byte[]> agencyXlsx(@PathVariable String code,
			@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.xlsx(table(this.subjects.agency(code, locale), periode, locale));
	}

	@GetMapping(CITY + CSV)
	ResponseEntity<byte[]> cityCsv(@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.csv(table(this.subjects.city(locale), periode, locale));
	}

	@GetMapping(CITY + XLSX)
	ResponseEntity<byte[]> cityXlsx(@RequestParam(required = false) @Nullable String periode, Locale locale) {
		return this.downloads.xlsx(table(this.subjects.city(locale), periode, locale));
	}

	private Table table(Subject subject, @Nullable String periode, Locale locale) {
		SkmPeriod period = Quarters.chosen(periode, PageClock.day(this.clock.instant()));
		return this.tables.results(subject.file(), period, figures(subject, period), locale);
	}

}
