package id.tangerangkota.layanan.quality.web.adoption;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.adoption.Adoption;
import id.tangerangkota.layanan.quality.adoption.Adoption.Measure;
import id.tangerangkota.layanan.quality.adoption.Adoption.Use;
import id.tangerangkota.layanan.quality.adoption.Adoption.Visits;
import id.tangerangkota.layanan.quality.adoption.PeopleByPlace.Counted;
import id.tangerangkota.layanan.quality.adoption.PeopleByPlace;
import id.tangerangkota.layanan.quality.adoption.SafeCounts;
import id.tangerangkota.layanan.quality.evidence.EvidencePeriod;
import id.tangerangkota.layanan.quality.evidence.EvidenceWords;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.table.Downloads;
import id.tangerangkota.layanan.web.table.Table;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.survey.CityPopulation.People;
import id.tangerangkota.layanan.survey.CityPopulation;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How much people use the portal. Only quarters that are over: counts that grow from day
 * to day, or times that overlap, would give hidden ones away by their differences.
 */
@Controller
class AdoptionController {

	static final String PUBLIC = "/mutu/pemakaian";

	static final String ADMIN = "/admin/mutu/pemakaian";

	private static final int QUARTERS = 4;

	private static final int MOST_VISITED = 50;

	private static final List<String> COLUMNS = List.of("choose", "code", "sub-district", "sign-ins", "complaints",
			"people.column", "rate.column", "rate.complaints");

	private final Adoption adoption;

	private final AdoptionWords words;

	private final EvidenceWords periods;

	private final CityPopulation population;

	private final PeopleByPlace places;

	private final Downloads downloads;

	private final CurrentActor actor;

	private final Clock clock;

	AdoptionController(Adoption adoption, AdoptionWords words, EvidenceWords periods, CityPopulation population,
			PeopleByPlace places, Downloads downloads, CurrentActor actor, Clock clock) {
		this.adoption = adoption;
		this.words = words;
		this.periods = periods;
		this.population = population;
		this.places = places;
		this.downloads = downloads;
		this.actor = actor;
		this.clock = clock;
	}

	/** How often people came to a service; null where nobody counted. */
	record VisitRow(String slug, String name, @Nullable String viewed, @Nullable String opened) {
	}

	@GetMapping(PUBLIC)
	@CachedPage(parameters = "masa", tags = { PublicComplaints.PAGES, PeopleByPlace.PAGES })
	String everybody(@RequestParam(required = false) @Nullable String masa, Model model, Locale locale) {
		fill(masa, PUBLIC, model, locale);
		return "quality/adoption";
	}

	@GetMapping(ADMIN)
	String staff(@RequestParam(required = false) @Nullable String masa, Model model, Locale locale) {
		Filled filled = fill(masa, ADMIN, model, locale);
		model.addAttribute("administrates", this.actor.get().is(Role.ADMINISTRATOR));
		List<Visits> visits = this.adoption.visits(filled.days());
		boolean viewed = filled.view().viewed() != null;
		boolean opened = filled.view().opened() != null;
		model.addAttribute("visits", visits.stream()
			.limit(MOST_VISITED)
			.map((one) -> new VisitRow(one.slug(), one.name(), viewed ? this.words.number(one.viewed(), locale) : null,
					opened ? this.words.number(one.opened(), locale) : null))
			.toList());
		return "quality/adoption";
	}

	/** What the page is about. */
	private record Filled(Period days, AdoptionView view) {
	}

	private Filled fill(@Nullable String masa, String path, Model model, Locale locale) {
		EvidencePeriod period = period(masa);
		Use use = this.adoption.use(period.days());
		Query chosen = Query.EMPTY.with("masa", period.code());
		model.addAttribute("path", path);
		model.addAttribute("csv", Language.of(locale).addTo(chosen.at(path + ".csv")));
		model.addAttribute("xlsx", Language.of(locale).addTo(chosen.at(path + ".xlsx")));
		model.addAttribute("chosen", period.code());
		model.addAttribute("choices",
				finished().stream()
					.map((one) -> new Choice(one.code(), StringUtils.capitalize(this.periods.period(one, locale))))
					.toList());
		model.addAttribute("period", this.periods.period(period, locale));
		People city = this.population.people();
		Counted counted = this.places.counted().orElse(null);
		AdoptionView view = AdoptionView.of(use, people(city, counted), this.words, locale);
		model.addAttribute("people", this.words.number(city.number(), locale));
		model.addAttribute("source", city.source());
		model.addAttribute("counted", counted);
		model.addAttribute("use", view);
		return new Filled(period.days(), view);
	}

	private static AdoptionView.People people(People city, @Nullable Counted counted) {
		return new AdoptionView.People(city.number(), (counted != null) ? counted.people() : Map.of());
	}

	/** The last quarters that are over, the newest first. */
	private List<EvidencePeriod> finished() {
		LocalDate today = PageClock.day(this.clock.instant());
		List<EvidencePeriod> quarters = new ArrayList<>();
		for (int back = 1; back <= QUARTERS; back++) {
			quarters.add(EvidencePeriod.of(SkmPeriod.quarter(today.minusMonths(3L * back))));
		}
		return quarters;
	}

	private EvidencePeriod period(@Nullable String masa) {
		List<EvidencePeriod> finished = finished();
		if (masa == null || masa.isBlank()) {
			return finished.getFirst();
		}
		return finished.stream()
			.filter((one) -> one.code().equals(masa))
			.findFirst()
			.orElseThrow(() -> new InvalidParameter("masa", "must be one of the last quarters that are over"));
	}

	@GetMapping({ PUBLIC + ".csv", ADMIN + ".csv" })
	ResponseEntity<byte[]> csv(@RequestParam(required = false) @Nullable String masa, Locale locale) {
		return this.downloads.csv(table(masa, locale));
	}

	@GetMapping({ PUBLIC + ".xlsx", ADMIN + ".xlsx" })
	ResponseEntity<byte[]> xlsx(@RequestParam(required = false) @Nullable String masa, Locale locale) {
		return this.downloads.xlsx(table(masa, locale));
	}

	private Table table(@Nullable String masa, Locale locale) {
		EvidencePeriod period = period(masa);
		Use use = this.adoption.use(period.days());
		AdoptionView.People people = people(this.population.people(), this.places.counted().orElse(null));
		String hidden = this.words.hidden(locale);
		return new Table("pemakaian-" + period.code(),
				COLUMNS.stream().map((column) -> this.words.say("passport-adoption." + column, locale)).toList(),
				use.subDistricts()
					.stream()
					.map((one) -> Table.row(period.code(), one.code().value(), one.name(),
							cell(use.signIns(), one.code(), hidden), cell(use.complaints(), one.code(), hidden),
							people.places().get(one.code()), rate(use.signIns(), one.code(), people, hidden),
							rate(use.complaints(), one.code(), people, hidden)))
					.toList());
	}

	/** Empty where nothing was counted, and what is hidden is hidden here, too. */
	private static @Nullable Object cell(Measure measure, RegionCode place, String hidden) {
		SafeCounts places = measure.places();
		if (places == null) {
			return null;
		}
		return places.hidden().contains(place) ? hidden : places.counts().getOrDefault(place, 0L);
	}

	/** Empty where one of both is not known, and hidden with its count. */
	private static @Nullable Object rate(Measure measure, RegionCode place, AdoptionView.People people, String hidden) {
		Double rate = people.rate(measure, place);
		if (rate != null) {
			return BigDecimal.valueOf(rate).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
		}
		SafeCounts places = measure.places();
		return (places != null && people.places().containsKey(place) && places.hidden().contains(place)) ? hidden
				: null;
	}

}
