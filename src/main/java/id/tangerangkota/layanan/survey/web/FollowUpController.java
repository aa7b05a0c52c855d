package id.tangerangkota.layanan.survey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Instrument;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.instrument.Instruments;
import id.tangerangkota.layanan.survey.result.FollowUpDesk;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about the weakest parts of the satisfaction survey. */
@Controller
class FollowUpController {

	static final String PATH = ResultsController.PATH + "/tindak-lanjut";

	private static final String LIST = "redirect:/petugas/survei/tindak-lanjut";

	private final FollowUpDesk desk;

	private final Instruments instruments;

	private final ServiceCatalog catalog;

	private final CurrentActor actor;

	private final SurveyWords words;

	private final Clock clock;

	FollowUpController(FollowUpDesk desk, Instruments instruments, ServiceCatalog catalog, CurrentActor actor,
			SurveyWords words, Clock clock) {
		this.desk = desk;
		this.instruments = instruments;
		this.catalog = catalog;
		this.actor = actor;
		this.words = words;
		this.clock = clock;
	}

	/** A line of the list. */
	record Row(String id, String part, @Nullable String agency, String action, String owner, String due,
			@Nullable String done, boolean late) {
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String periode, Model model, Locale locale) {
		LocalDate today = today();
		SkmPeriod period = Quarters.chosen((periode != null) ? periode : SkmPeriod.half(today).toString(), today);
		model.addAttribute("period", period.toString());
		model.addAttribute("periodText", this.words.period(period, locale));
		model.addAttribute("periods", Quarters.choices(today, this.words, locale));
		model.addAttribute("rows",
				this.desk.of(period)
					.stream()
					.filter((followUp) -> isTheirs(followUp.agency()))
					.map((followUp) -> row(followUp, today, locale))
					.toList());
		return "survey/follow-ups";
	}

	private Row row(FollowUp followUp, LocalDate today, Locale locale) {
		LocalDate done = followUp.doneOn();
		return new Row(followUp.id().toString(), followUp.part(), followUp.agency(), followUp.action(),
				followUp.owner(), this.words.date(followUp.dueOn(), locale),
				(done != null) ? this.words.date(done, locale) : null,
				done == null && followUp.dueOn().isBefore(today));
	}

	@GetMapping(PATH + "/baru")
	String planning(@RequestParam(required = false) @Nullable String periode, Model model, Locale locale) {
		SkmPeriod period = Quarters.chosen((periode != null) ? periode : SkmPeriod.half(today()).toString(), today());
		AgencyId own = own();
		model.addAttribute("form", FollowUpForm.empty(period, (own != null) ? own.code() : null));
		return form(null, model, locale);
	}

	@PostMapping(PATH + "/baru")
	String plan(@ModelAttribute("form") FollowUpForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		FollowUp planned = form.planned(errors);
		if (planned != null && !isTheirs(planned.agency())) {
			errors.rejectValue("opd", "survey.error.choose");
		}
		else if (planned != null && planned.agency() != null && this.catalog.agency(planned.agency()).isEmpty()) {
			errors.rejectValue("opd", "survey.error.choose");
		}
		if (planned == null || errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(null, model, locale);
		}
		this.desk.plan(planned);
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.planned");
		return LIST;
	}

	@GetMapping(PATH + "/{id}")
	String changing(@PathVariable String id, Model model, Locale locale) {
		FollowUp followUp = find(id);
		model.addAttribute("form", FollowUpForm.of(followUp));
		return form(followUp, model, locale);
	}

	@PostMapping(PATH + "/{id}")
	String change(@PathVariable String id, @ModelAttribute("form") FollowUpForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		FollowUp before = find(id);
		FollowUp changed = form.changed(before, today(), errors);
		if (changed == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(before, model, locale);
		}
		this.desk.change(changed);
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.changed");
		return LIST;
	}

	@PostMapping(PATH + "/{id}/tarik")
	String withdraw(@PathVariable String id, HttpServletRequest request) {
		this.desk.withdraw(find(id).id());
		Flash.put(request, Flash.Kind.SUCCESS, "survey.done.withdrawn");
		return LIST;
	}

	private String form(@Nullable FollowUp followUp, Model model, Locale locale) {
		boolean english = Language.of(locale) == Language.ENGLISH;
		model.addAttribute("id", (followUp != null) ? followUp.id().toString() : null);
		model.addAttribute("periods", Quarters.choices(today(), this.words, locale));
		List<Choice> parts = new ArrayList<>();
		this.instruments.versions(Instrument.SKM)
			.getFirst()
			.items()
			.forEach((item) -> parts.add(new Choice(item.code(), english ? item.textEn() : item.text())));
		model.addAttribute("parts", parts);
		List<Choice> agencies = new ArrayList<>();
		if (own() == null) {
			agencies.add(new Choice("", this.words.say("survey.city", locale)));
		}
		this.catalog.agencies()
			.stream()
			.filter((agency) -> isTheirs(agency.code()))
			.forEach((agency) -> agencies.add(new Choice(agency.code(), SurveyWords.name(agency, locale))));
		model.addAttribute("agencies", agencies);
		return "survey/follow-up";
	}

	private FollowUp find(String id) {
		try {
			return this.desk.find(UUID.fromString(id))
				.filter((followUp) -> isTheirs(followUp.agency()))
				.orElseThrow(NotFound::new);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	/** Null for those who plan for all. */
	private @Nullable AgencyId own() {
		Actor current = this.actor.get();
		return (current.is(Role.COORDINATOR) || current.is(Role.ADMINISTRATOR)) ? null : current.agency();
	}

	private boolean isTheirs(@Nullable String agency) {
		AgencyId own = own();
		return own == null || Objects.equals(own.code(), agency);
	}

	private LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

}
