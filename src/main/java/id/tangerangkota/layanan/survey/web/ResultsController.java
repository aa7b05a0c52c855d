package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Figure;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.Opinion;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What people say, for those who run the services: which services there is something
 * about.
 */
@Controller
class ResultsController {

	static final String PATH = "/petugas/survei";

	private final SurveyResults results;

	private final ServiceCatalog catalog;

	private final ResultReader reader;

	private final SurveyWords words;

	private final Clock clock;

	ResultsController(SurveyResults results, ServiceCatalog catalog, ResultReader reader, SurveyWords words,
			Clock clock) {
		this.results = results;
		this.catalog = catalog;
		this.reader = reader;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * A service in the list.
	 *
	 * @param ratings people who gave the short answer
	 * @param answers to all questionnaires, whose people are not the same
	 */
	record Row(String slug, String name, @Nullable String agency, @Nullable FigureView rating, String ratings,
			String answers) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String periode, Model model, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod period = Quarters.chosen(periode, today);
		Map<ServiceId, Opinion> ratings = this.results.byService(period.days(), Instrument.SHORT);
		Map<ServiceId, Long> answers = this.results.answered(period.days()).byService();
		Set<ServiceId> services = new HashSet<>(ratings.keySet());
		services.addAll(answers.keySet());
		List<Row> rows = this.catalog.summaries(services)
			.stream()
			.filter((service) -> this.reader.reads(service.agencyCode()))
			.map((service) -> row(service, ratings.get(service.id()), answers.getOrDefault(service.id(), 0L), locale))
			.toList();
		model.addAttribute("period", period.toString());
		model.addAttribute("periodText", this.words.period(period, locale));
		model.addAttribute("periods", Quarters.choices(today, this.words, locale));
		model.addAttribute("rows", rows);
		model.addAttribute("plans", this.reader.plans());
		AgencyId own = this.reader.own();
		model.addAttribute("agency", (own != null) ? own.code() : null);
		model.addAttribute("agencies",
				(own != null) ? List.of()
						: this.catalog.agencies()
							.stream()
							.map((agency) -> new Choice(agency.code(), SurveyWords.name(agency, locale)))
							.toList());
		return "survey/results";
	}

	private Row row(ServiceSummary service, @Nullable Opinion rating, long answers, Locale locale) {
		Figure figure = (rating != null) ? rating.dimensions().getFirst() : new Figure("OVERALL", 0, null, List.of());
		return new Row(service.slug(), service.name(), service.agency(),
				FigureView.of(service.name(), figure, null, Instrument.SHORT, this.words, locale),
				this.words.number(figure.n(), 0, locale), this.words.number(answers, 0, locale));
	}

}
