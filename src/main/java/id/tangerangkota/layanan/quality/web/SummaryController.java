package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Part;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.OpinionYear;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What everybody may know of the city's quality, in the year whose opinions they may
 * read.
 */
@Controller
class SummaryController {

	static final String PATH = "/mutu";

	/**
	 * So many agencies stand open; the others unfold, for a phone shows one at a time.
	 */
	private static final int FIRST = 10;

	private final Scorecard scorecard;

	private final SurveyResults survey;

	private final ServiceCatalog catalog;

	private final DashboardViews views;

	private final DashboardWords words;

	private final DashboardFiles files;

	private final Downloads downloads;

	private final Clock clock;

	SummaryController(Scorecard scorecard, SurveyResults survey, ServiceCatalog catalog, DashboardViews views,
			DashboardWords words, DashboardFiles files, Downloads downloads, Clock clock) {
		this.scorecard = scorecard;
		this.survey = survey;
		this.catalog = catalog;
		this.views = views;
		this.words = words;
		this.files = files;
		this.downloads = downloads;
		this.clock = clock;
	}

	/**
	 * An agency about which enough people have spoken, or the others together.
	 *
	 * @param code null of the others
	 */
	record AgencyRow(@Nullable String code, String name, String n, List<Cell> cells) {
	}

	/** A dimension of an agency. */
	record Cell(String dimension, @Nullable String measured, @Nullable String perceived) {
	}

	@GetMapping(PATH)
	@CachedPage(tags = { Scorecard.PAGES, SurveyResults.PAGES, CatalogDesk.PAGES, AvailabilityReport.PAGES })
	String page(Model model, Locale locale) {
		OpinionYear year = year();
		Period period = period(year);
		Card card = this.scorecard.card(Subject.CITY, period);
		model.addAttribute("period", this.words.period(period, locale));
		model.addAttribute("span", year.running() ? "running" : "quarters");
		model.addAttribute("monitored", this.views.monitored(locale));
		boolean empty = DashboardController.isEmpty(card);
		model.addAttribute("empty", empty);
		if (!empty) {
			model.addAttribute("bars", DashboardBars.of(card, this.words, locale));
			model.addAttribute("dimensions", this.views.dimensions(card, card, locale));
			model.addAttribute("part", Part.MONTH.name());
			model.addAttribute("trends",
					this.views.trends(this.scorecard.parts(Subject.CITY, period, Part.MONTH), Part.MONTH, locale));
			List<AgencyRow> agencies = agencies(card, period, locale);
			int first = Math.min(FIRST, agencies.size());
			model.addAttribute("rows", agencies.subList(0, first));
			model.addAttribute("rest", agencies.subList(first, agencies.size()));
		}
		model.addAttribute("csv", Language.of(locale).addTo(PATH + "/unduh.csv"));
		model.addAttribute("xlsx", Language.of(locale).addTo(PATH + "/unduh.xlsx"));
		return "quality/summary";
	}

	private OpinionYear year() {
		return this.survey.opinionYear(PageClock.day(this.clock.instant()));
	}

	private static Period period(OpinionYear year) {
		return new Period(year.days().first(), year.days().last());
	}

	@GetMapping(PATH + "/unduh.csv")
	ResponseEntity<byte[]> csv(Locale locale) {
		return this.downloads.csv(table(locale));
	}

	@GetMapping(PATH + "/unduh.xlsx")
	ResponseEntity<byte[]> xlsx(Locale locale) {
		return this.downloads.xlsx(table(locale));
	}

	private Table table(Locale locale) {
		Period period = period(year());
		return this.files.table(DashboardSubject.city(this.words.say("dashboard.city", locale)),
				this.scorecard.card(Subject.CITY, period), this.scorecard.parts(Subject.CITY, period, Part.MONTH),
				locale);
	}

	/** Those most people spoke about first. */
	private List<AgencyRow> agencies(Card city, Period period, Locale locale) {
		Map<Subject, Card> cards = this.scorecard.all(Level.AGENCY, period);
		Map<AgencyRow, Long> answers = new LinkedHashMap<>();
		for (Agency agency : this.catalog.agencies()) {
			Card card = cards.get(Subject.of(Level.AGENCY, agency.code()));
			long n = (card != null) ? answers(card) : 0;
			if (card != null && n >= Figure.LEAST) {
				answers.put(new AgencyRow(agency.code(), DashboardWords.name(agency, locale),
						this.words.number(n, 0, locale), cells(card, locale)), n);
			}
		}
		long others = answers(city) - answers.values().stream().mapToLong(Long::longValue).sum();
		List<AgencyRow> rows = new ArrayList<>(answers.entrySet()
			.stream()
			.sorted(Map.Entry.<AgencyRow, Long>comparingByValue().reversed())
			.map(Map.Entry::getKey)
			.toList());
		if (!rows.isEmpty() && others > 0) {
			rows.add(new AgencyRow(null, this.words.say("dashboard.agencies.others", locale),
					this.words.number(others, 0, locale), others(locale)));
		}
		return rows;
	}

	/** Nothing is told of them but how many there are. */
	private List<Cell> others(Locale locale) {
		return Arrays.stream(QualityDimension.values())
			.map((dimension) -> new Cell(this.words.heading(dimension, locale), null, null))
			.toList();
	}

	private static long answers(Card card) {
		return card.dimensions()
			.values()
			.stream()
			.map((dimension) -> dimension.perceived().n())
			.max(Comparator.naturalOrder())
			.orElse(0L);
	}

	private List<Cell> cells(Card card, Locale locale) {
		return card.dimensions()
			.values()
			.stream()
			.map((dimension) -> new Cell(this.words.heading(dimension.dimension(), locale),
					this.words.score(dimension.measured(), locale),
					this.words.score(dimension.perceived().score(), locale)))
			.toList();
	}

}
