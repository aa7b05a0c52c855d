package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SkmResult;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Publishes the satisfaction survey, as PermenPAN-RB 14/2017 asks. */
@Controller
class SkmController {

	private static final String PATH = "/mutu/skm";

	private final SurveyResults results;

	private final ServiceCatalog catalog;

	private final ResultTables tables;

	private final Downloads downloads;

	private final SurveyWords words;

	private final Clock clock;

	SkmController(SurveyResults results, ServiceCatalog catalog, ResultTables tables, Downloads downloads,
			SurveyWords words, Clock clock) {
		this.results = results;
		this.catalog = catalog;
		this.tables = tables;
		this.downloads = downloads;
		this.words = words;
		this.clock = clock;
	}

	/** A time in the index. */
	record PeriodRow(String period, String label, String value, String respondents) {
	}

	/**
	 * An agency.
	 *
	 * @param value or why there is none
	 */
	record AgencyRow(String code, String name, String respondents, String value, @Nullable String band) {
	}

	/** What is done. */
	record ActionRow(String part, String agency, String action, String owner, String due, @Nullable String done,
			@Nullable String result, boolean late) {
	}

	@GetMapping(PATH)
	@CachedPage(tags = SurveyResults.PAGES)
	String index(Model model, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		List<PeriodRow> rows = new ArrayList<>();
		for (SkmPeriod period : Quarters.begun(today)) {
			this.results.skm(Scope.city(), period.days())
				.ifPresent((result) -> rows.add(new PeriodRow(period.toString(), this.words.period(period, locale),
						value(result, locale), this.words.number(result.respondents(), 0, locale))));
		}
		model.addAttribute("rows", rows);
		return "survey/skm-index";
	}

	private String value(SkmResult result, Locale locale) {
		String value = number(result, locale);
		String band = SkmView.band(result.band(), this.words, locale);
		return (value == null || band == null) ? hidden(locale)
				: this.words.say("survey.skm.value", locale, value, band);
	}

	private @Nullable String number(SkmResult result, Locale locale) {
		return (result.value() != null) ? this.words.number(result.value(), SkmView.DECIMALS, locale) : null;
	}

	private String hidden(Locale locale) {
		return this.words.say("survey.figure.hidden", locale);
	}

	@GetMapping(PATH + "/{period}")
	@CachedPage(tags = { SurveyResults.PAGES, CatalogDesk.PAGES })
	String period(@PathVariable String period, Model model, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod wanted = begun(period);
		Map<String, Agency> agencies = known();
		SkmResult result = this.results.skm(Scope.city(), wanted.days()).orElse(null);
		model.addAttribute("period", this.words.period(wanted, locale));
		// Links to files carry no language of themselves.
		Language language = Language.of(locale);
		model.addAttribute("csv", language.addTo(PATH + "/" + wanted + "/unduh.csv"));
		model.addAttribute("xlsx", language.addTo(PATH + "/" + wanted + "/unduh.xlsx"));
		model.addAttribute("span", this.words.say("survey.skm.span", locale,
				this.words.date(wanted.days().first(), locale), this.words.date(wanted.days().last(), locale)));
		model.addAttribute("running", !wanted.days().last().isBefore(today));
		model.addAttribute("skm", (result != null) ? SkmView.of(result, this.words, locale) : null);
		model.addAttribute("agencies", agencies(wanted, agencies, locale));
		model.addAttribute("actions",
				this.results.followUps(wanted)
					.stream()
					.map((action) -> action(action, result, agencies, today, locale))
					.toList());
		return "survey/skm";
	}

	private SkmPeriod begun(String period) {
		return SkmPeriod.parse(period)
			.filter((parsed) -> !parsed.days().first().isAfter(PageClock.day(this.clock.instant())))
			.orElseThrow(NotFound::new);
	}

	private Map<String, Agency> known() {
		Map<String, Agency> agencies = new HashMap<>();
		this.catalog.agencies().forEach((agency) -> agencies.put(agency.code(), agency));
		return agencies;
	}

	private static String name(String code, Map<String, Agency> agencies, Locale locale) {
		Agency agency = agencies.get(code);
		return (agency != null) ? SurveyWords.name(agency, locale) : code;
	}

	@GetMapping(PATH + "/{period}/unduh.csv")
	@CachedPage(tags = { SurveyResults.PAGES, CatalogDesk.PAGES })
	ResponseEntity<byte[]> csv(@PathVariable String period, Locale locale) {
		return this.downloads.csv(table(begun(period), locale));
	}

	@GetMapping(PATH + "/{period}/unduh.xlsx")
	@CachedPage(tags = { SurveyResults.PAGES, CatalogDesk.PAGES })
	ResponseEntity<byte[]> xlsx(@PathVariable String period, Locale locale) {
		return this.downloads.xlsx(table(begun(period), locale));
	}

	private Table table(SkmPeriod period, Locale locale) {
		Map<String, Agency> known = known();
		Map<String, SkmResult> agencies = new LinkedHashMap<>();
		this.results.skmByAgency(period.days())
			.forEach((code, result) -> agencies.put(name(code, known, locale), result));
		return this.tables.skm(period, this.results.skm(Scope.city(), period.days()).orElse(null), agencies, locale);
	}

	private List<AgencyRow> agencies(SkmPeriod period, Map<String, Agency> agencies, Locale locale) {
		List<AgencyRow> rows = new ArrayList<>();
		for (Map.Entry<String, SkmResult> agency : this.results.skmByAgency(period.days()).entrySet()) {
			SkmResult result = agency.getValue();
			rows.add(new AgencyRow(agency.getKey(), name(agency.getKey(), agencies, locale),
					this.words.number(result.respondents(), 0, locale),
					Objects.requireNonNullElseGet(number(result, locale), () -> hidden(locale)),
					SkmView.band(result.band(), this.words, locale)));
		}
		return rows;
	}

	private ActionRow action(FollowUp action, @Nullable SkmResult result, Map<String, Agency> agencies, LocalDate today,
			Locale locale) {
		Agency agency = agencies.get(String.valueOf(action.agency()));
		LocalDate done = action.doneOn();
		return new ActionRow((result != null) ? SkmView.name(result, action.part(), locale) : action.part(),
				(agency != null) ? SurveyWords.name(agency, locale) : this.words.say("survey.city", locale),
				action.action(), action.owner(), this.words.date(action.dueOn(), locale),
				(done != null) ? this.words.date(done, locale) : null, action.result(),
				done == null && action.dueOn().isBefore(today));
	}

}
