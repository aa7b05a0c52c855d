package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.AnswerTemplate;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.Purpose;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Texts for answers. Those of all agencies are kept by the coordinators, those of one by
 * its own people.
 */
@Controller
class AnswerTemplateController {

	static final String PATH = CaseQueueController.PATH + "/templat";

	private static final String LIST = "redirect:/petugas/pengaduan/templat";

	private final AnswerTemplates templates;

	private final CurrentActor actor;

	private final QueuePages pages;

	private final DeskWords words;

	AnswerTemplateController(AnswerTemplates templates, CurrentActor actor, QueuePages pages, DeskWords words) {
		this.templates = templates;
		this.actor = actor;
		this.pages = pages;
		this.words = words;
	}

	/** A text in the list. */
	record Line(String id, String name, String purpose, String agency, String text, boolean mine) {
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		Desk desk = Desk.of(this.actor.get());
		QueuePages.Names names = this.pages.names(Stream.empty(), locale);
		List<AnswerTemplate> all = desk.ofAgency() ? this.templates.of(desk.access().agency()) : this.templates.all();
		model.addAttribute("lines",
				all.stream()
					.map((template) -> new Line(template.id().toString(), template.name(),
							this.words.say("complaint-desk.purpose." + template.purpose(), locale),
							(template.agency() != null) ? names.agency(template.agency())
									: this.words.say("complaint-desk.template.all", locale),
							template.text(), isMine(desk, template.agency())))
					.toList());
		return "complaint/desk/templates";
	}

	private static boolean isMine(Desk desk, @Nullable AgencyId agency) {
		return desk.actor().is(Role.COORDINATOR)
				|| (agency != null && desk.ofAgency() && agency.equals(desk.access().agency()));
	}

	@GetMapping(PATH + "/baru")
	String blank(Model model, Locale locale) {
		model.addAttribute("form", TemplateForm.EMPTY);
		return show(null, model, locale);
	}

	@PostMapping(PATH + "/baru")
	String add(@ModelAttribute("form") TemplateForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		return write(null, new AnswerTemplate(UUID.randomUUID(), owner(form), form.purpose().orElse(Purpose.ANSWER),
				form.name(), form.text(), form.english(), 0), form, errors, request, response, model, locale);
	}

	@GetMapping(PATH + "/{id}")
	String form(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", TemplateForm.of(require(id)));
		return show(id, model, locale);
	}

	@PostMapping(PATH + "/{id}")
	String change(@PathVariable UUID id, @ModelAttribute("form") TemplateForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		AnswerTemplate before = require(id);
		return write(id,
				new AnswerTemplate(id, before.agency(), before.purpose(), form.name(), form.text(), form.english(),
						(form.versi() != null) ? form.versi() : -1),
				new TemplateForm(form.versi(), null, before.purpose().name(), form.nama(), form.isi(), form.inggris()),
				errors, request, response, model, locale);
	}

	@PostMapping(PATH + "/{id}/hapus")
	String remove(@PathVariable UUID id, HttpServletRequest request) {
		this.templates.remove(require(id).id());
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.template.removed");
		return LIST;
	}

	private String write(@Nullable UUID id, AnswerTemplate template, TemplateForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		form.check(errors);
		if (!errors.hasErrors() && isWritten(template, errors)) {
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.template.kept", template.name());
			return LIST;
		}
		response.setStatus(
				errors.hasFieldErrors() ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.CONFLICT.value());
		return show(id, model, locale);
	}

	private boolean isWritten(AnswerTemplate template, BindingResult errors) {
		try {
			this.templates.write(template, this.actor.get().requireAccount());
			return true;
		}
		catch (OptimisticLockingFailureException ex) {
			errors.reject("complaint-desk.template.changed");
			return false;
		}
	}

	/** People of an agency write for that; coordinators for whom they choose. */
	private @Nullable AgencyId owner(TemplateForm form) {
		Desk desk = Desk.of(this.actor.get());
		if (desk.actor().is(Role.COORDINATOR)) {
			return (form.opd() != null && AgencyId.isValid(form.opd())) ? new AgencyId(form.opd()) : null;
		}
		return java.util.Optional.ofNullable(desk.access().agency()).orElseThrow(NotFound::new);
	}

	private AnswerTemplate require(UUID id) {
		Desk desk = Desk.of(this.actor.get());
		return this.templates.find(id).filter((template) -> isMine(desk, template.agency())).orElseThrow(NotFound::new);
	}

	private String show(@Nullable UUID id, Model model, Locale locale) {
		Desk desk = Desk.of(this.actor.get());
		if (id == null && !desk.ofAgency() && !desk.actor().is(Role.COORDINATOR)) {
			throw new NotFound();
		}
		model.addAttribute("id", id);
		model.addAttribute("agencies",
				(desk.actor().is(Role.COORDINATOR)) ? this.pages.options(
						this.pages.names(Stream.empty(), locale)
							.agencies()
							.values()
							.stream()
							.map((agency) -> new Choice(agency.code(), agency.name())),
						"complaint-desk.template.all", locale) : List.of());
		model.addAttribute("purposes", Stream.of(Purpose.values())
			.map((purpose) -> new Choice(purpose.name(), this.words.say("complaint-desk.purpose." + purpose, locale)))
			.toList());
		model.addAttribute("automatic", id != null && require(id).purpose() == Purpose.OUTAGE_ENDED);
		model.addAttribute("placeholders", Placeholders.names(Purpose.ANSWER));
		model.addAttribute("measured", Placeholders.names(Purpose.OUTAGE_ENDED));
		model.addAttribute("longestText", TemplateForm.LONGEST_TEXT);
		return "complaint/desk/template";
	}

}
