package id.tangerangkota.layanan.availability.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.availability.incident.IllegalIncidentChange;
import id.tangerangkota.layanan.availability.incident.IncidentDesk;
import id.tangerangkota.layanan.availability.incident.IncidentDetail;
import id.tangerangkota.layanan.availability.incident.IncidentId;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.availability.incident.Rewordings;
import id.tangerangkota.layanan.availability.incident.TimelineEntry;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import id.tangerangkota.layanan.web.SixteenDigits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the staff work on incidents. */
@Controller
class IncidentWorkController {

	static final String PATH = ChecksController.PATH + "/insiden";

	private static final String BACK = "redirect:/admin/ketersediaan/insiden/{id}";

	private static final int SIZE = 20;

	private final Incidents incidents;

	private final IncidentDesk desk;

	private final Rewordings rewordings;

	private final StaffIncidents views;

	private final Words words;

	IncidentWorkController(Incidents incidents, IncidentDesk desk, Rewordings rewordings, StaffIncidents views,
			Words words) {
		this.incidents = incidents;
		this.desk = desk;
		this.rewordings = rewordings;
		this.views = views;
		this.words = words;
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		int number = Paging.number(halaman);
		var past = this.incidents.recent(IncidentKind.forStaff(), number, SIZE);
		model.addAttribute("open",
				(number == 1) ? this.views.rows(this.incidents.open(IncidentKind.forStaff()), locale) : List.of());
		model.addAttribute("past", this.views.rows(past.items(), locale));
		model.addAttribute("page",
				Paging.of(number, SIZE, past.total(), (other) -> PATH + ((other > 1) ? "?halaman=" + other : "")));
		return "availability/incident-work";
	}

	@GetMapping(PATH + "/{id}")
	String incident(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("page", this.views.page(require(id), locale));
		return "availability/incident-desk";
	}

	@GetMapping(PATH + "/{id}/{step}")
	String form(@PathVariable UUID id, @PathVariable("step") String code, HttpServletRequest request, Model model,
			Locale locale) {
		IncidentStep step = IncidentStep.of(code).orElseThrow(NotFound::new);
		int version = version(id, null);
		IncidentDetail incident = require(id);
		if (!step.isFor(incident.summary())) {
			Flash.put(request, Flash.Kind.WARNING, "monitoring.error.incident.impossible");
			return BACK;
		}
		model.addAttribute("form",
				(step == IncidentStep.POST_MORTEM) ? new IncidentForm(incident.postMortem(), null, null)
						: new IncidentForm(null, incident.summary().status().name(), null));
		return showStep(incident, version, step, model, locale);
	}

	@PostMapping(PATH + "/{id}/{step}")
	String act(@PathVariable UUID id, @PathVariable("step") String code, @ModelAttribute("form") IncidentForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		IncidentStep step = IncidentStep.of(code).orElseThrow(NotFound::new);
		form.check(step, errors);
		if (!errors.hasErrors() && isDone(id, step, errors, () -> act(new IncidentId(id), step, form))) {
			done(request, "monitoring.step.done." + step, form);
			return BACK;
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		int version = version(id, null);
		return showStep(require(id), version, step, model, locale);
	}

	private void act(IncidentId id, IncidentStep step, IncidentForm form) {
		String text = form.text();
		switch (step) {
			case ACKNOWLEDGE -> this.desk.acknowledge(id, text);
			case UPDATE -> {
				IncidentStatus status = form.status();
				this.desk.update(id, (status != null) ? status : IncidentStatus.INVESTIGATING, text);
			}
			case RESOLVE -> this.desk.resolve(id, text);
			case CONFIRM -> this.desk.confirm(id, text);
			case DISMISS -> this.desk.dismiss(id, text);
			case POST_MORTEM -> this.desk.writePostMortem(id, form.version(), text);
		}
	}

	/** Does it, or says in plain words why it cannot be done. */
	private boolean isDone(UUID id, @Nullable IncidentStep step, Errors errors, Runnable act) {
		try {
			act.run();
			return true;
		}
		catch (IllegalIncidentChange ex) {
			boolean open = require(id).summary().isOpen();
			errors.reject(!open ? "monitoring.error.incident.over" : (step == IncidentStep.RESOLVE)
					? "monitoring.error.incident.down" : "monitoring.error.incident.impossible");
		}
		catch (ConcurrencyFailureException ex) {
			errors.reject("monitoring.error.incident.changed");
		}
		return false;
	}

	private static void done(HttpServletRequest request, String key, IncidentForm form) {
		if (SixteenDigits.isIn(form.text())) {
			Flash.put(request, Flash.Kind.SUCCESS, "monitoring.done.masked");
		}
		else {
			Flash.put(request, Flash.Kind.SUCCESS, key);
		}
	}

	private String showStep(IncidentDetail incident, int version, IncidentStep step, Model model, Locale locale) {
		describe(incident, model, locale);
		// What is written about a suspicion is public once somebody confirms it.
		model.addAttribute("published", step != IncidentStep.ACKNOWLEDGE && step != IncidentStep.DISMISS
				&& incident.summary().kind() != IncidentKind.CERTIFICATE);
		model.addAttribute("step", step);
		if (step == IncidentStep.POST_MORTEM) {
			describe(version, incident.postMortem(), model);
		}
		model.addAttribute("code", step.code());
		model.addAttribute("longest", IncidentForm.longest(step));
		model.addAttribute("statuses",
				Stream.of(IncidentStatus.values())
					.filter(IncidentStatus::isOpen)
					.map((status) -> new Choice(status.name(),
							this.words.say("availability.incident.status." + status, locale)))
					.toList());
		return "availability/incident-step";
	}

	@GetMapping(PATH + "/{id}/catatan/{entry}")
	String wording(@PathVariable UUID id, @PathVariable UUID entry, Model model, Locale locale) {
		int version = version(id, entry);
		IncidentDetail incident = require(id);
		model.addAttribute("form", new IncidentForm(entry(incident, entry).text(), null, null));
		return showEntry(incident, version, entry, model, locale);
	}

	@PostMapping(PATH + "/{id}/catatan/{entry}")
	String reword(@PathVariable UUID id, @PathVariable UUID entry, @ModelAttribute("form") IncidentForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			Locale locale) {
		Written.check("isi", form.isi(), true, Written.LONGEST_TEXT, errors);
		if (!errors.hasErrors() && isDone(id, null, errors,
				() -> this.desk.edit(new IncidentId(id), entry, form.version(), form.text()))) {
			done(request, "monitoring.done.reworded", form);
			return BACK;
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		int version = version(id, entry);
		return showEntry(require(id), version, entry, model, locale);
	}

	private String showEntry(IncidentDetail incident, int version, UUID entry, Model model, Locale locale) {
		describe(incident, model, locale);
		model.addAttribute("entry", entry);
		TimelineEntry written = entry(incident, entry);
		model.addAttribute("written", this.words.time(written.at(), locale));
		describe(version, written.text(), model);
		return "availability/incident-entry";
	}

	private TimelineEntry entry(IncidentDetail incident, UUID id) {
		TimelineEntry written = incident.timeline()
			.stream()
			.filter((entry) -> entry.id().equals(id) && entry.byStaff() && entry.text() != null)
			.findFirst()
			.orElseThrow(NotFound::new);
		if (!this.views.isEditable(written)) {
			throw new AccessDeniedException("Only its author words an entry anew");
		}
		return written;
	}

	/** To be read before the text, so that it is never that of a later one. */
	private int version(UUID id, @Nullable UUID entry) {
		return this.rewordings.version(new IncidentId(id), entry);
	}

	/**
	 * What stands there now: a form that came too late shows it, and replaces it then.
	 */
	private static void describe(int version, @Nullable String stored, Model model) {
		model.addAttribute("version", version);
		if (model.getAttribute("form") instanceof IncidentForm form && form.versi() != null
				&& form.version() != version) {
			model.addAttribute("stored", stored);
		}
	}

	private void describe(IncidentDetail incident, Model model, Locale locale) {
		model.addAttribute("id", incident.summary().id().value());
		model.addAttribute("incident", this.views.title(incident.summary(), locale));
	}

	private IncidentDetail require(UUID id) {
		return this.incidents.forStaff(new IncidentId(id)).orElseThrow(NotFound::new);
	}

}
