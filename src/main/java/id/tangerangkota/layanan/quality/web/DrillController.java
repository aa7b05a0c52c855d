package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Day;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.quality.indicator.CaseIndicators;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import id.tangerangkota.layanan.quality.web.DashboardForm.Chosen;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The days and raw counts an indicator is made of. */
@Controller
class DrillController {

	static final String PATH = "/admin/mutu/rincian";

	private final Scorecard scorecard;

	private final DashboardSubjects subjects;

	private final DashboardViews views;

	private final DashboardWords words;

	private final DashboardAccess access;

	private final DashboardFiles files;

	private final Downloads downloads;

	private final Map<String, Indicator> indicators;

	private final Clock clock;

	DrillController(Scorecard scorecard, DashboardSubjects subjects, DashboardViews views, DashboardWords words,
			DashboardAccess access, DashboardFiles files, Downloads downloads, List<Indicator> indicators,
			Clock clock) {
		this.scorecard = scorecard;
		this.subjects = subjects;
		this.views = views;
		this.words = words;
		this.access = access;
		this.files = files;
		this.downloads = downloads;
		this.indicators = indicators.stream().collect(Collectors.toMap(Indicator::id, (one) -> one));
		this.clock = clock;
	}

	/** What is looked at. */
	private record Place(Indicator indicator, DashboardSubject subject, Chosen chosen) {
	}

	/**
	 * A day; value null when nothing was counted, note why.
	 *
	 * @param cases address of the complaints that were counted, null where there are none
	 * or nobody is to see them
	 */
	record DayView(String label, @Nullable String cases, @Nullable String value, @Nullable String score,
			String numerator, String denominator, @Nullable String note) {
	}

	@GetMapping(PATH + "/{indicator}")
	String page(@PathVariable String indicator, DashboardForm form, Model model, Locale locale) {
		Place place = place(indicator, form, locale);
		Card card = this.scorecard.card(place.subject().subject(), place.chosen().period());
		Card before = this.scorecard.card(place.subject().subject(), place.chosen().before());
		Measured measured = card.indicators()
			.stream()
			.filter((one) -> one.indicator().equals(indicator))
			.findFirst()
			.orElseThrow(NotFound::new);
		List<Day> days = days(place);
		QualityDimension dimension = place.indicator().dimension();
		model.addAttribute("name", this.words.indicator(indicator, locale));
		model.addAttribute("indicator",
				this.views.dimensions(card, before, locale)
					.stream()
					.flatMap((one) -> one.indicators().stream())
					.filter((one) -> one.id().equals(indicator))
					.findFirst()
					.orElseThrow(NotFound::new));
		model.addAttribute("dimension", this.words.dimension(dimension, locale));
		model.addAttribute("subject", place.subject());
		model.addAttribute("period", this.words.period(place.chosen().period(), locale));
		model.addAttribute("back", form.query().at(DashboardController.PATH));
		DashboardLinks links = new DashboardLinks(place.subject(), form, place.chosen().period(),
				this.access.opensCases(), Language.of(locale));
		model.addAttribute("counted",
				measured.sum().isEmpty() ? null : links.counted(indicator, this.access.opensInspections()));
		model.addAttribute("csv", Language.of(locale).addTo(form.query().at(PATH + "/" + indicator + "/unduh.csv")));
		model.addAttribute("xlsx", Language.of(locale).addTo(form.query().at(PATH + "/" + indicator + "/unduh.xlsx")));
		model.addAttribute("chart", DrillChart.of(days, measured, place.indicator(), place.chosen().period()));
		model.addAttribute("first", this.words.shortDate(place.chosen().period().from(), locale));
		model.addAttribute("last", this.words.shortDate(place.chosen().period().to(), locale));
		Set<LocalDate> off = off(place);
		model.addAttribute("days",
				days.stream().map((day) -> view(day, place, measured, off, cases(day, place, form), locale)).toList());
		return "quality/drill";
	}

	private Place place(String id, DashboardForm form, Locale locale) {
		Indicator indicator = this.indicators.get(id);
		if (indicator == null) {
			throw new NotFound();
		}
		Map<String, String> errors = new LinkedHashMap<>();
		DashboardSubject subject = this.subjects.find(form, errors, locale);
		Chosen chosen = form.chosen(PageClock.day(this.clock.instant()), errors);
		if (subject == null || chosen == null) {
			throw new InvalidParameter(errors.keySet().iterator().next(), "is not known");
		}
		return new Place(indicator, subject, chosen);
	}

	private List<Day> days(Place place) {
		return this.scorecard.days(place.indicator().id(), place.subject().subject(), place.chosen().period());
	}

	private static Set<LocalDate> off(Place place) {
		return place.indicator().daysOff(place.subject().subject(), place.chosen().period());
	}

	private DayView view(Day day, Place place, Measured measured, Set<LocalDate> off, @Nullable String cases,
			Locale locale) {
		Indicator indicator = place.indicator();
		boolean empty = day.sum().isEmpty();
		@Nullable Double value = empty ? null : indicator.value(day.sum());
		return new DayView(this.words.date(day.day(), locale), cases,
				(value != null) ? this.words.value(value, indicator.unit(), locale) : null,
				(value != null) ? this.words.score(measured.scale().score(value), locale) : null,
				this.words.number(day.sum().numerator(), 0, locale),
				this.words.number(day.sum().denominator(), 0, locale),
				empty ? note(day, indicator, off, locale) : null);
	}

	private @Nullable String cases(Day day, Place place, DashboardForm form) {
		String indicator = place.indicator().id();
		boolean listed = !day.sum().isEmpty() && this.access.opensCases()
				&& CaseIndicators.figure(indicator).isPresent();
		return listed ? DrillCasesController.href(indicator, day.day(), form) : null;
	}

	/** Why there is nothing: of what happens, it can be that nothing did. */
	private String note(Day day, Indicator indicator, Set<LocalDate> off, Locale locale) {
		return this.words.say(day.gap() ? "dashboard.day.gap" : off.contains(day.day()) ? "dashboard.day.off"
				: indicator.lasting() ? "dashboard.day.unmeasured" : "dashboard.day.nothing", locale);
	}

	@GetMapping(PATH + "/{indicator}/unduh.csv")
	ResponseEntity<byte[]> csv(@PathVariable String indicator, DashboardForm form, Locale locale) {
		return this.downloads.csv(table(place(indicator, form, locale), locale));
	}

	@GetMapping(PATH + "/{indicator}/unduh.xlsx")
	ResponseEntity<byte[]> xlsx(@PathVariable String indicator, DashboardForm form, Locale locale) {
		return this.downloads.xlsx(table(place(indicator, form, locale), locale));
	}

	/** What was not counted is an empty cell and says why; it is never zero. */
	private Table table(Place place, Locale locale) {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		Set<LocalDate> off = off(place);
		for (Day day : days(place)) {
			boolean empty = day.sum().isEmpty();
			rows.add(Table.row(day.day(), empty ? null : place.indicator().value(day.sum()),
					empty ? null : day.sum().numerator(), empty ? null : day.sum().denominator(),
					empty ? note(day, place.indicator(), off, locale) : null));
		}
		return new Table(place.indicator().id() + "-" + place.chosen().period().from(),
				List.of("day", "value", "numerator", "denominator", "note")
					.stream()
					.map((column) -> this.files.heading(column, locale))
					.toList(),
				rows);
	}

}
