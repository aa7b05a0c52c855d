package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Words;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.EntryId;
import id.tangerangkota.layanan.complaint.casework.IllegalCaseChange;
import id.tangerangkota.layanan.complaint.casework.Referral;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.AnswerTemplate;
import id.tangerangkota.layanan.complaint.queue.AnswerTemplates.Purpose;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseQueue;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One thing done about a case. Whoever comes second sees what the first did, and finds
 * their own words still there.
 */
@Controller
class CaseStepController {

	private final CaseReader cases;

	private final CaseQueue queue;

	private final CaseDesk desk;

	private final AnswerTemplates templates;

	private final ComplaintCategories categories;

	private final CurrentActor actor;

	private final CaseStepPages pages;

	private final CasePhotos uploads;

	CaseStepController(CaseReader cases, CaseQueue queue, CaseDesk desk, AnswerTemplates templates,
			ComplaintCategories categories, CurrentActor actor, CaseStepPages pages, CasePhotos uploads) {
		this.cases = cases;
		this.queue = queue;
		this.desk = desk;
		this.templates = templates;
		this.categories = categories;
		this.actor = actor;
		this.pages = pages;
		this.uploads = uploads;
	}

	@GetMapping(CaseQueueController.PATH + "/{tiket}/{langkah}")
	String form(@PathVariable String tiket, @PathVariable String langkah,
			@RequestParam(required = false) @Nullable String antrean,
			@RequestParam(required = false) @Nullable String catatan, HttpServletRequest request, Model model,
			RedirectAttributes redirect, Locale locale) {
		CaseStep step = CaseStep.of(langkah).orElseThrow(NotFound::new);
		Desk who = Desk.of(this.actor.get());
		CaseFile file = CaseController.find(this.cases, tiket, who);
		if (!step.isFor(who, file)) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.error.state");
			return back(file.line().ticket(), antrean, redirect);
		}
		StepForm form = start(step, file, StepForm.of(file.line().version(), file.lastSeq(), antrean).about(catatan));
		model.addAttribute("form", form);
		this.pages.show(step, who, file, form, model, locale);
		return "complaint/desk/step";
	}

	/** With what is likely, or what stands there. */
	private StepForm start(CaseStep step, CaseFile file, StepForm form) {
		return switch (step) {
			case VERIFY -> {
				AgencyId agency = Optional.ofNullable(file.line().agency())
					.or(() -> this.categories.find(file.line().category()).map(ComplaintCategory::agency))
					.orElse(null);
				yield form.proposing((agency != null) ? agency.code() : "", file.line().category(),
						file.line().supervisory());
			}
			case SPLIT -> form.proposing("", file.line().category(), false);
			case REDACT -> {
				EntryId entry = form.entry();
				yield (entry == null) ? form.withText(file.text()).withSubject(file.line().subject())
						: form.withText(text(file, entry));
			}
			default -> form;
		};
	}

	private static String text(CaseFile file, EntryId entry) {
		return file.steps()
			.stream()
			.filter((step) -> step.id().equals(entry))
			.findFirst()
			.map(CaseFile.Step::text)
			.orElseThrow(NotFound::new);
	}

	@PostMapping(CaseQueueController.PATH + "/{tiket}/{langkah}")
	String act(@PathVariable String tiket, @PathVariable String langkah, @ModelAttribute("form") StepForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect, Locale locale) {
		CaseStep step = CaseStep.of(langkah).orElseThrow(NotFound::new);
		Desk who = Desk.of(this.actor.get());
		CaseFile file = CaseController.find(this.cases, tiket, who);
		if (step.asks(CaseStep.Field.PHOTOS)) {
			this.uploads.keep(form.lampiran(), form.foto(), errors);
		}
		if (form.wantsTemplate() && !errors.hasErrors()) {
			return show(step, who, file, filled(form, file), model, locale);
		}
		form.check(step, errors);
		if (!errors.hasErrors() && step == CaseStep.MERGE && !form.isSure()) {
			return preview(who, file, form, errors, response, model, locale);
		}
		Optional<TicketNumber> next = (form.wantsNext() && !errors.hasErrors()) ? next(who, file, form)
				: Optional.empty();
		HttpStatus refused = errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : act(step, file, form, errors);
		if (refused == HttpStatus.OK) {
			Flash.put(request, Flash.Kind.SUCCESS,
					form.isMasked() ? "complaint-desk.done.masked" : "complaint-desk.done." + step,
					file.line().ticket().toString());
			return forward(step, file, form, next, redirect);
		}
		response.setStatus(refused.value());
		CaseFile current = CaseController.find(this.cases, tiket, who);
		if (refused == HttpStatus.CONFLICT) {
			this.pages.changed(current, form, model, locale);
			return show(step, who, current, form.on(current.line().version(), current.lastSeq()), model, locale);
		}
		return show(step, who, current, form, model, locale);
	}

	private StepForm filled(StepForm form, CaseFile file) {
		Optional<AnswerTemplate> template = StringUtils.hasText(form.templat()) ? find(form.templat())
				: Optional.empty();
		return template
			.map((chosen) -> form
				.withText(this.pages.text(chosen, form.text(), file, this.cases.language(file.line().id()))))
			.orElse(form);
	}

	private Optional<AnswerTemplate> find(String id) {
		try {
			return this.templates.find(UUID.fromString(id));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Optional<TicketNumber> next(Desk who, CaseFile file, StepForm form) {
		return this.queue.after(file.line().id(), QueueForm.parse(form.antrean()).filter(who.firstTab()), who.access(),
				who.actor().requireAccount());
	}

	/** Both, before they are one. */
	private String preview(Desk who, CaseFile file, StepForm form, Errors errors, HttpServletResponse response,
			Model model, Locale locale) {
		Optional<CaseFile> other = form.ticket().flatMap((ticket) -> this.cases.find(ticket, who.access()));
		if (other.isEmpty() || other.get().line().id().equals(file.line().id())) {
			errors.rejectValue("nomor", "complaint-desk.error.nomor");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		else {
			this.pages.other(file, other.get(), model, locale);
		}
		return show(CaseStep.MERGE, who, file, form, model, locale);
	}

	private HttpStatus act(CaseStep step, CaseFile file, StepForm form, Errors errors) {
		try {
			act(step, new Shown(file.line().id(), (form.versi() != null) ? form.versi() : -1), file, form);
			return HttpStatus.OK;
		}
		catch (IllegalCaseChange ex) {
			errors.reject("complaint-desk.error.state");
			return HttpStatus.CONFLICT;
		}
		catch (SubmissionRefused ex) {
			errors.rejectValue("kategori", "complaint-desk.error.kategori");
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		catch (CaseRefused ex) {
			errors.reject("complaint-desk.refused." + ex.reason());
			return (ex.reason() == CaseRefused.Reason.CHANGED_MEANWHILE) ? HttpStatus.CONFLICT
					: HttpStatus.UNPROCESSABLE_CONTENT;
		}
	}

	private void act(CaseStep step, Shown shown, CaseFile file, StepForm form) {
		UUID photos = form.lampiran();
		Words words = new Words(form.text(),
				(photos != null && this.uploads.count(photos) > 0) ? CasePhotos.owner(photos) : null, photos);
		switch (step) {
			case VERIFY -> this.desk.verify(shown, form.agency().orElseThrow(), String.valueOf(form.kategori()),
					form.pengawasan() != null, form.umum() != null);
			case START -> this.desk.start(shown);
			case ASSIGN -> this.desk.assign(shown, form.officer());
			case ANSWER -> this.desk.answer(shown, words, form.hanya() != null);
			case ASK -> this.desk.ask(shown, form.text());
			case GO_ON -> this.desk.goOn(shown);
			case RESOLVE -> this.desk.resolve(shown, words);
			case CONFIRM -> this.desk.confirm(shown);
			case SEND_BACK -> this.desk.sendBack(shown, form.text());
			case SAMPLE -> this.desk.sample(shown, "baik".equals(form.hasil()), form.text());
			case NOTE -> this.desk.note(shown, words);
			case FORWARD -> this.desk.forward(shown, form.agency().orElseThrow(), form.text());
			case EXTEND -> this.desk.extend(shown, form.text());
			case MERGE -> {
				// By reference: SourceTests takes a call of this name for one with SQL in
				// it.
				BiConsumer<Shown, TicketNumber> merge = this.desk::merge;
				merge.accept(shown, form.ticket().orElseThrow());
			}
			case SPLIT -> this.desk.split(shown, form.subject(), form.text(), String.valueOf(form.kategori()));
			case REJECT -> this.desk.reject(shown, form.rejection().orElse(Rejection.UNCLEAR), form.text());
			case REFER -> this.desk.refer(shown, form.referral().orElse(Referral.SP4N_LAPOR), form.text());
			case REDACT -> this.desk.redact(shown, form.entry(),
					(form.entry() != null) ? file.line().subject() : form.subject(), form.text());
			case PUBLISH -> this.desk.publish(shown, true);
			case HIDE -> this.desk.publish(shown, false);
		}
	}

	private String forward(CaseStep step, CaseFile file, StepForm form, Optional<TicketNumber> next,
			RedirectAttributes redirect) {
		if (form.wantsNext() && next.isEmpty()) {
			QueueForm.parse(form.antrean()).addTo(redirect);
			return "redirect:/petugas/pengaduan";
		}
		// Handed on, it may be nobody's here to see any more.
		boolean gone = step == CaseStep.FORWARD && Desk.of(this.actor.get()).ofAgency();
		if (gone && next.isEmpty()) {
			QueueForm.parse(form.antrean()).addTo(redirect);
			return "redirect:/petugas/pengaduan";
		}
		return back(next.orElse(file.line().ticket()), form.antrean(), redirect);
	}

	private static String back(TicketNumber ticket, @Nullable String queue, RedirectAttributes redirect) {
		redirect.addAttribute("tiket", ticket.toString());
		if (StringUtils.hasText(queue)) {
			redirect.addAttribute("antrean", QueueForm.parse(queue).query());
		}
		return "redirect:/petugas/pengaduan/{tiket}";
	}

	private String show(CaseStep step, Desk who, CaseFile file, StepForm form, Model model, Locale locale) {
		model.addAttribute("shown", form);
		this.pages.show(step, who, file, form, model, locale);
		return "complaint/desk/step";
	}

	/** Texts somebody can choose from, of those that fit. */
	static Stream<AnswerTemplate> choices(AnswerTemplates templates, CaseFile file, @Nullable Purpose purpose) {
		return (purpose != null) ? templates.of(file.line().agency(), purpose).stream() : Stream.empty();
	}

}
