package id.tangerangkota.layanan.quality.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.QualityDimension;
import id.tangerangkota.layanan.quality.Scorecard;
import id.tangerangkota.layanan.quality.Scorecard.Card;
import id.tangerangkota.layanan.quality.Scorecard.Dimension;
import id.tangerangkota.layanan.quality.Subject;
import id.tangerangkota.layanan.quality.Subject.Level;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.TypedText;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import id.tangerangkota.layanan.quality.web.DashboardForm.Chosen;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Services or agencies beside each other, by dimension, in an order one can choose. */
@Controller
class HeatController {

	static final String PATH = "/admin/mutu/peta";

	private static final int ROWS = 40;

	/** Scores from which a cell is called good, and middling. */
	private static final double GOOD = 80;

	private static final double MIDDLING = 60;

	private final Scorecard scorecard;

	private final DashboardSubjects subjects;

	private final DashboardViews views;

	private final DashboardWords words;

	private final DashboardAccess access;

	private final DashboardFiles files;

	private final Downloads downloads;

	private final ServiceCatalog catalog;

	private final Clock clock;

	HeatController(Scorecard scorecard, DashboardSubjects subjects, DashboardViews views, DashboardWords words,
			DashboardAccess access, DashboardFiles files, Downloads downloads, ServiceCatalog catalog, Clock clock) {
		this.scorecard = scorecard;
		this.subjects = subjects;
		this.views = views;
		this.words = words;
		this.access = access;
		this.files = files;
		this.downloads = downloads;
		this.catalog = catalog;
		this.clock = clock;
	}

	/** A subject in the order, with its card. */
	private record Ranked(DashboardSubject subject, Card card) {
	}

	/** A row. */
	record HeatRow(String name, String href, @Nullable String agency, boolean app, boolean unverified,
			@Nullable String successor, List<Cell> cells) {
	}

	/**
	 * A dimension of a subject.
	 *
	 * @param level what the measurement is called: good, middling, weak or none
	 */
	record Cell(String dimension, String level, @Nullable String measured, @Nullable String perceived, String n,
			@Nullable String gap, @Nullable String certainty) {
	}

	@GetMapping(PATH)
	String page(DashboardForm form, HeatForm heat, Model model, Locale locale) {
		Chosen chosen = chosen(form);
		AgencyId only = this.access.only();
		List<Ranked> ranked = ranked(form, heat, chosen, locale);
		int page = Paging.number(heat.halaman());
		model.addAttribute("form", form);
		model.addAttribute("heat", heat);
		model.addAttribute("period", this.words.period(chosen.period(), locale));
		model.addAttribute("back", form.query().at(DashboardController.PATH));
		model.addAttribute("total", ranked.size());
		model.addAttribute("levels", (only == null) ? levels(locale) : List.of());
		model.addAttribute("agencies", this.subjects.agencies(locale));
		model.addAttribute("orders", orders(locale));
		model.addAttribute("dimensions", dimensions(locale));
		model.addAttribute("csv", Language.of(locale).addTo(heat.addTo(form.query()).at(PATH + ".csv")));
		model.addAttribute("xlsx", Language.of(locale).addTo(heat.addTo(form.query()).at(PATH + ".xlsx")));
		model.addAttribute("paging",
				Paging.of(page, ROWS, ranked.size(), (number) -> heat.addTo(form.query()).page(number).at(PATH)));
		model.addAttribute("rows",
				ranked.stream().skip((page - 1L) * ROWS).limit(ROWS).map((one) -> row(one, form, locale)).toList());
		return "quality/heat";
	}

	private Chosen chosen(DashboardForm form) {
		Map<String, String> errors = new LinkedHashMap<>();
		Chosen chosen = form.chosen(PageClock.day(this.clock.instant()), errors);
		if (chosen == null) {
			throw new InvalidParameter(errors.keySet().iterator().next(), "is not known");
		}
		return chosen;
	}

	private List<Ranked> ranked(DashboardForm form, HeatForm heat, Chosen chosen, Locale locale) {
		AgencyId only = this.access.only();
		String agency = (only != null) ? only.code() : heat.agencies() ? null : TypedText.given(form.opd());
		List<DashboardSubject> all = (heat.agencies() && only == null) ? agencies(locale) : this.subjects.of(agency);
		Level level = (heat.agencies() && only == null) ? Level.AGENCY : Level.SERVICE;
		Map<Subject, Card> cards = this.scorecard.cards(level, all.stream().map(DashboardSubject::subject).toList(),
				chosen.period());
		List<Ranked> ranked = new ArrayList<>();
		all.stream()
			.filter((subject) -> subject.isShown(cards.get(subject.subject())))
			.forEach(
					(subject) -> ranked.add(new Ranked(subject, Objects.requireNonNull(cards.get(subject.subject())))));
		order(heat, ranked);
		return ranked;
	}

	private List<DashboardSubject> agencies(Locale locale) {
		return this.catalog.agencies().stream().map((agency) -> DashboardSubject.of(agency, locale)).toList();
	}

	/** What has no figure comes last: nobody knows whether it is weak. */
	private static void order(HeatForm heat, List<Ranked> ranked) {
		Function<Dimension, @Nullable Double> figure = switch (heat.order()) {
			case NAME -> null;
			case MEASURED -> Dimension::measured;
			case PERCEIVED -> (dimension) -> dimension.perceived().score();
			case GAP -> Dimension::gap;
		};
		if (figure != null) {
			ranked.sort(Comparator.comparingDouble(
					(one) -> figure(one.card(), heat.dimension(), figure).orElse(Double.POSITIVE_INFINITY)));
		}
	}

	/** Of one dimension, or the mean of those that have any. */
	private static OptionalDouble figure(Card card, @Nullable QualityDimension only,
			Function<Dimension, @Nullable Double> figure) {
		return card.dimensions()
			.values()
			.stream()
			.filter((dimension) -> only == null || dimension.dimension() == only)
			.map(figure)
			.filter(Objects::nonNull)
			.mapToDouble(Double::doubleValue)
			.average();
	}

	private HeatRow row(Ranked one, DashboardForm form, Locale locale) {
		DashboardSubject subject = one.subject();
		return new HeatRow(subject.name(),
				form.about((subject.slug() != null) ? null : subject.agency(), subject.slug())
					.query()
					.at(DashboardController.PATH),
				(subject.slug() != null) ? subject.agency() : null, subject.app(), subject.unverified(),
				subject.successor(),
				one.card().dimensions().values().stream().map((dimension) -> cell(dimension, locale)).toList());
	}

	private Cell cell(Dimension dimension, Locale locale) {
		return new Cell(this.words.heading(dimension.dimension(), locale), level(dimension.measured()),
				this.words.score(dimension.measured(), locale), this.words.score(dimension.perceived().score(), locale),
				this.words.number(dimension.perceived().n(), 0, locale),
				(dimension.gap() != null) ? this.words.signed(dimension.gap(), locale) : null,
				this.views.certainty(dimension, locale));
	}

	static String level(@Nullable Double measured) {
		if (measured == null) {
			return "none";
		}
		return (measured >= GOOD) ? "good" : (measured >= MIDDLING) ? "middling" : "weak";
	}

	private List<Choice> levels(Locale locale) {
		return List.of(new Choice("", this.words.say("dashboard.level.services", locale)),
				new Choice("opd", this.words.say("dashboard.level.agencies", locale)));
	}

	private List<Choice> orders(Locale locale) {
		return Arrays.stream(HeatForm.Order.values())
			.map((order) -> new Choice(order.code(), this.words.say("dashboard.order." + order.code(), locale)))
			.toList();
	}

	private List<Choice> dimensions(Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.words.say("dashboard.dimensions.all", locale)));
		Arrays.stream(QualityDimension.values())
			.forEach((dimension) -> choices.add(new Choice(dimension.code(), this.words.heading(dimension, locale))));
		return choices;
	}

	@GetMapping(PATH + ".csv")
	ResponseEntity<byte[]> csv(DashboardForm form, HeatForm heat, Locale locale) {
		return this.downloads.csv(table(form, heat, locale));
	}

	@GetMapping(PATH + ".xlsx")
	ResponseEntity<byte[]> xlsx(DashboardForm form, HeatForm heat, Locale locale) {
		return this.downloads.xlsx(table(form, heat, locale));
	}

	private Table table(DashboardForm form, HeatForm heat, Locale locale) {
		Chosen chosen = chosen(form);
		List<Ranked> ranked = ranked(form, heat, chosen, locale);
		return this.files.heat(ranked.stream().map(Ranked::subject).toList(),
				ranked.stream().map(Ranked::card).toList(),
				this.scorecard.parts(Subject.CITY, chosen.period(), DashboardController.part(chosen.period())), locale);
	}

}
