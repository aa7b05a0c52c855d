package id.tangerangkota.layanan.portal.web.passport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.OpenIncidents;
import id.tangerangkota.layanan.catalog.ServiceDetail;
import id.tangerangkota.layanan.quality.Scorecard.Measured;
import id.tangerangkota.layanan.survey.Days;
import id.tangerangkota.layanan.survey.FollowUp;
import id.tangerangkota.layanan.survey.Scope;
import id.tangerangkota.layanan.survey.SkmPeriod;
import id.tangerangkota.layanan.survey.SurveyResults;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The passport with what is for the staff alone: what to do next about the service. */
@Controller
class StaffPassportController {

	static final String PATH = "/petugas/layanan/{slug}/paspor";

	private static final int WEAKEST = 5;

	private final Passports passports;

	private final OpenIncidents incidents;

	private final SurveyResults survey;

	private final CurrentActor actor;

	private final PassportWords words;

	private final Clock clock;

	StaffPassportController(Passports passports, OpenIncidents incidents, SurveyResults survey, CurrentActor actor,
			PassportWords words, Clock clock) {
		this.passports = passports;
		this.incidents = incidents;
		this.survey = survey;
		this.actor = actor;
		this.words = words;
		this.clock = clock;
	}

	/** An indicator, by its own name. */
	record Weak(String indicator, String dimension, String score) {
	}

	/** What is to be done. */
	record Action(String action, String owner, String due, boolean late) {
	}

	@GetMapping(PATH)
	String passport(@PathVariable String slug, Model model, Locale locale) {
		Passport passport = this.passports.find(slug).orElseThrow(NotFound::new);
		ServiceDetail service = passport.service();
		requireTheirs(service);
		Days days = new Days(passport.from(), passport.to());
		model.addAttribute("service", service);
		model.addAttribute("passport", PassportView.of(passport, this.words, locale));
		model.addAttribute("received", this.words.number(passport.complaints().received(), 0, locale));
		model.addAttribute("open", this.words.number(passport.complaints().open(), 0, locale));
		model.addAttribute("overdue", this.words.number(passport.complaints().overdue(), 0, locale));
		model.addAttribute("unacknowledged", this.incidents.unacknowledged(service.id()));
		model.addAttribute("remarks", this.survey.countRemarks(Scope.service(service.id()), days));
		model.addAttribute("weakest", weakest(passport.card().indicators(), locale));
		model.addAttribute("actions", actions(service, locale));
		return "portal/staff-passport";
	}

	/** Those who work for one agency see its services. */
	private void requireTheirs(ServiceDetail service) {
		Actor current = this.actor.get();
		AgencyId own = current.agency();
		boolean all = current.is(Role.COORDINATOR) || current.is(Role.LEADERSHIP) || current.is(Role.ADMINISTRATOR);
		if (!all && own != null && (service.agency() == null || !own.code().equals(service.agency().code()))) {
			throw new NotFound();
		}
	}

	/** What was measured and scored lowest. */
	private List<Weak> weakest(List<Measured> indicators, Locale locale) {
		return indicators.stream()
			.filter((one) -> one.score() != null)
			.sorted(Comparator.comparingDouble(StaffPassportController::score).thenComparing(Measured::indicator))
			.limit(WEAKEST)
			.map((one) -> new Weak(one.indicator(), this.words.say("survey.dimension." + one.dimension(), locale),
					this.words.number(score(one), 1, locale)))
			.toList();
	}

	private static double score(Measured measured) {
		Double score = measured.score();
		return (score != null) ? score : Double.MAX_VALUE;
	}

	/** What the owner has promised and not done, of the year's surveys. */
	private List<Action> actions(ServiceDetail service, Locale locale) {
		LocalDate today = PageClock.day(this.clock.instant());
		@Nullable String agency = (service.agency() != null) ? service.agency().code() : null;
		List<FollowUp> found = new ArrayList<>();
		for (SkmPeriod period : periods(today)) {
			this.survey.followUps(period)
				.stream()
				.filter((action) -> !action.isDone())
				.filter((action) -> action.agency() == null || action.agency().equals(agency))
				.forEach(found::add);
		}
		return found.stream()
			.sorted(Comparator.comparing(FollowUp::dueOn))
			.map((action) -> new Action(action.action(), action.owner(), this.words.date(action.dueOn(), locale),
					action.dueOn().isBefore(today)))
			.toList();
	}

	/** All that touch the last year. */
	private static List<SkmPeriod> periods(LocalDate today) {
		List<SkmPeriod> periods = new ArrayList<>();
		for (int quarters = 0; quarters <= 4; quarters++) {
			LocalDate day = today.minusMonths(3L * quarters);
			for (SkmPeriod period : List.of(SkmPeriod.year(day), SkmPeriod.half(day), SkmPeriod.quarter(day))) {
				if (!periods.contains(period)) {
					periods.add(period);
				}
			}
		}
		return periods;
	}

}
