package id.tangerangkota.layanan.availability.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.check.CheckDesk;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckRefused;
import id.tangerangkota.layanan.availability.check.Vouch;
import id.tangerangkota.layanan.availability.check.VouchDesk;
import id.tangerangkota.layanan.availability.result.CheckResults;
import id.tangerangkota.layanan.availability.result.StoredResult;
import id.tangerangkota.layanan.availability.state.CheckStandings;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.SixteenDigits;
import id.tangerangkota.layanan.web.TypedText;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One check: what it found, and whether it goes on. */
@Controller
class CheckController {

	/** A number and nothing else. */
	static final String PATH = ChecksController.PATH + "/{id:[0-9]{1,9}}";

	private static final String BACK = "redirect:/admin/ketersediaan/{id}";

	private static final int RESULTS = 25;

	/** Longer nobody waits for the result of a check. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final CheckDesk checks;

	private final VouchDesk vouches;

	private final CheckResults results;

	private final CheckStandings standings;

	private final ServiceCatalog catalog;

	private final CheckViews views;

	private final CurrentActor actor;

	private final Clock clock;

	CheckController(CheckDesk checks, VouchDesk vouches, CheckResults results, CheckStandings standings,
			ServiceCatalog catalog, CheckViews views, CurrentActor actor, Clock clock) {
		this.checks = checks;
		this.vouches = vouches;
		this.results = results;
		this.standings = standings;
		this.catalog = catalog;
		this.views = views;
		this.actor = actor;
		this.clock = clock;
	}

	/** Why somebody lets a check rest, as typed. */
	record PauseForm(@Nullable String isi) {
	}

	@GetMapping(PATH)
	String page(@PathVariable int id, @RequestParam(required = false) @Nullable String diminta, Model model,
			Locale locale) {
		CheckDetail check = require(id);
		ServiceSummary service = service(check);
		describe(check, service, model, locale);
		model.addAttribute("facts", facts(check, service, model, locale));
		model.addAttribute("results",
				this.results.last(id, RESULTS).stream().map((result) -> this.views.result(result, locale)).toList());
		model.addAttribute("pauses", this.views.pauses(this.checks.pauses(id), locale));
		asked(diminta).ifPresent((since) -> {
			Optional<StoredResult> answer = this.results.after(id, since);
			model.addAttribute("waiting", answer.isEmpty());
			model.addAttribute("asked", since.toEpochMilli());
			answer.ifPresent((result) -> model.addAttribute("answer", this.views.result(result, locale)));
		});
		return "availability/check";
	}

	private List<Fact> facts(CheckDetail check, @Nullable ServiceSummary service, Model model, Locale locale) {
		List<Fact> facts = this.views.facts(check, service, locale);
		model.addAttribute("unvouched", check.needsVouching());
		if (check.spec().mode() == CheckMode.INTERNAL) {
			List<Vouch> vouches = this.vouches.of(check.id());
			facts.add(this.views.vouching(vouches, locale));
			AccountId me = this.actor.get().requireAccount();
			model.addAttribute("mine", vouches.stream().anyMatch((vouch) -> vouch.by().equals(me)));
		}
		return facts;
	}

	/**
	 * Since when a result is waited for; nothing where that is long over or never was.
	 */
	private Optional<Instant> asked(@Nullable String typed) {
		if (typed == null || !typed.matches("[0-9]{1,15}")) {
			return Optional.empty();
		}
		Instant asked = Instant.ofEpochMilli(Long.parseLong(typed));
		Instant now = this.clock.instant();
		return (asked.isAfter(now.minus(PATIENCE)) && !asked.isAfter(now)) ? Optional.of(asked) : Optional.empty();
	}

	@PostMapping(PATH + "/periksa")
	String checkNow(@PathVariable int id, HttpServletRequest request, RedirectAttributes redirect) {
		try {
			redirect.addAttribute("diminta", this.checks.checkNow(id).toEpochMilli());
		}
		catch (CheckRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "monitoring.refused." + ex.reason());
		}
		return BACK;
	}

	@PostMapping(PATH + "/jamin")
	String vouch(@PathVariable int id, HttpServletRequest request) {
		try {
			this.vouches.vouch(id);
			Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.vouched");
		}
		catch (CheckRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "monitoring.refused." + ex.reason());
		}
		return BACK;
	}

	@GetMapping(PATH + "/jeda")
	String pausing(@PathVariable int id, Model model, Locale locale) {
		model.addAttribute("form", new PauseForm(null));
		return showPause(id, model, locale);
	}

	@PostMapping(PATH + "/jeda")
	String pause(@PathVariable int id, @ModelAttribute("form") PauseForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		String reason = TypedText.text(form.isi());
		Written.check("isi", reason, true, CheckDesk.LONGEST_REASON, errors);
		if (!errors.hasErrors()) {
			try {
				this.checks.pause(id, reason);
				Flash.put(request, Flash.Kind.SUCCESS,
						SixteenDigits.isIn(reason) ? "monitoring.done.paused.masked" : "monitoring.done.paused");
				return BACK;
			}
			catch (CheckRefused ex) {
				errors.reject("monitoring.refused." + ex.reason());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showPause(id, model, locale);
	}

	private String showPause(int id, Model model, Locale locale) {
		CheckDetail check = require(id);
		describe(check, service(check), model, locale);
		return "availability/check-pause";
	}

	@PostMapping(PATH + "/lanjutkan")
	String resume(@PathVariable int id, HttpServletRequest request) {
		try {
			this.checks.resume(id);
			Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.resumed");
		}
		catch (CheckRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "monitoring.refused." + ex.reason());
		}
		return BACK;
	}

	@GetMapping(PATH + "/hapus")
	String removal(@PathVariable int id, Model model, Locale locale) {
		CheckDetail check = require(id);
		describe(check, service(check), model, locale);
		model.addAttribute("byDefault", check.byDefault());
		return "availability/check-remove";
	}

	@PostMapping(PATH + "/hapus")
	String remove(@PathVariable int id, HttpServletRequest request) {
		this.checks.remove(id);
		Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.removed");
		return "redirect:/admin/ketersediaan";
	}

	private CheckDetail require(int id) {
		return this.checks.find(id).orElseThrow(NotFound::new);
	}

	private @Nullable ServiceSummary service(CheckDetail check) {
		return this.catalog.summaries(List.of(check.service())).stream().findFirst().orElse(null);
	}

	private void describe(CheckDetail check, @Nullable ServiceSummary service, Model model, Locale locale) {
		model.addAttribute("check",
				this.views.row(check, service, this.standings.of(List.of(check.id())).get(check.id()), locale));
		model.addAttribute("paused", check.pause() != null);
		model.addAttribute("slug", (service != null) ? service.slug() : null);
	}

}
