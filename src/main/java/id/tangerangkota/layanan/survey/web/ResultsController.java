package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What people say, for those who run the services: which services there is something
 * about.
 */
@Controller
class ResultsController {

	static final String PATH = "/petugas/survei";

	private static final int SIZE = 25;

	/** A word that fits more services than this says nothing. */
	private static final int MOST_NAMED = 1000;

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
	String list(@ModelAttribute("form") ResultsForm form, Model model, Locale locale) {
		int number = Paging.number(form.halaman());
		int offset = Paging.offset(number, SIZE);
		LocalDate today = PageClock.day(this.clock.instant());
		SkmPeriod period = Quarters.chosen(form.periode(), today);
		Map<ServiceId, Opinion> ratings = this.results.byService(period.days(), Instrument.SHORT);
		Map<ServiceId, Long> answers = this.results.answered(period.days()).byService();
		List<ServiceSummary> services = services(form, ratings.keySet(), answers.keySet());
		model.addAttribute("period", period.toString());
		model.addAttribute("periodText", this.words.period(period, locale));
		model.addAttribute("periods", Quarters.choices(today, this.words, locale));
		model.addAttribute("rows", services.stream()
			.skip(offset)
			.limit(SIZE)
			.map((service) -> row(service, ratings.get(service.id()), answers.getOrDefault(service.id(), 0L), locale))
			.toList());
		model.addAttribute("page", Paging.of(number, SIZE, services.size(), form::href));
		model.addAttribute("plans", this.reader.plans());
		AgencyId own = this.reader.own();
		model.addAttribute("agency", (own != null) ? own.code() : null);
		model.addAttribute("agencies", (own != null) ? List.of() : agencies(locale));
		return "survey/results";
	}

	/** All with anything to read about. */
	private List<ServiceSummary> services(ResultsForm form, Set<ServiceId> rated, Set<ServiceId> answered) {
		Set<ServiceId> ids = new HashSet<>(rated);
		ids.addAll(answered);
		List<ServiceSummary> services = form.words().isEmpty() ? this.catalog.summaries(ids)
				: this.catalog.named(form.words(), MOST_NAMED);
		return services.stream()
			.filter((service) -> ids.contains(service.id()) && this.reader.reads(service.agencyCode())
					&& form.isOf(service.agencyCode()))
			.toList();
	}

	private List<Choice> agencies(Locale locale) {
		List<Choice> agencies = new ArrayList<>(List.of(new Choice("", this.words.say("survey.results.any", locale))));
		this.catalog.agencies()
			.forEach((agency) -> agencies.add(new Choice(agency.code(), SurveyWords.name(agency, locale))));
		return agencies;
	}

	private Row row(ServiceSummary service, @Nullable Opinion rating, long answers, Locale locale) {
		Figure figure = (rating != null) ? rating.dimensions().getFirst() : new Figure("OVERALL", 0, null, List.of());
		return new Row(service.slug(), service.name(), service.agency(),
				FigureView.of(service.name(), figure, null, Instrument.SHORT, this.words, locale),
				this.words.number(figure.n(), 0, locale), this.words.number(answers, 0, locale));
	}

}
