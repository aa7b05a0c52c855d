package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.SitePages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with many cases of the queue at once. */
@Controller
class ManyCasesController {

	static final String PATH = CaseQueueController.PATH + "/serentak";

	private final CaseDesk cases;

	private final CurrentActor actor;

	private final CaseListPages pages;

	ManyCasesController(CaseDesk cases, CurrentActor actor, CaseListPages pages) {
		this.cases = cases;
		this.actor = actor;
		this.pages = pages;
	}

	/**
	 * Where the other language, or loading it again, leads from a page that is no list.
	 */
	@GetMapping(PATH)
	String many(@RequestParam(required = false) @Nullable String antrean, RedirectAttributes redirect) {
		return CaseQueueController.back(antrean, redirect);
	}

	@PostMapping(PATH)
	String many(@ModelAttribute(CaseListPages.MANY) ManyForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect, Locale locale) {
		List<CaseDesk.Shown> shown = form.cases();
		if (shown.isEmpty()) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.bulk.nothing");
			return CaseQueueController.back(form.antrean(), redirect);
		}
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute(SitePages.CARRIED, Query.EMPTY.with("antrean", form.antrean()));
			this.pages.show(QueueForm.parse(form.antrean()), Desk.of(this.actor.get()), model, locale);
			return "complaint/desk/queue";
		}
		act(form, shown, request);
		return CaseQueueController.back(form.antrean(), redirect);
	}

	private void act(ManyForm form, List<CaseDesk.Shown> shown, HttpServletRequest request) {
		Actor me = this.actor.get();
		try {
			switch (form.action()) {
				case ManyForm.TAKE ->
					done(request, "complaint-desk.bulk.taken", shown, this.cases.assignAll(shown, me.requireAccount()));
				case ManyForm.ASSIGN -> done(request, "complaint-desk.bulk.assigned", shown,
						this.cases.assignAll(shown, form.officer().orElseThrow()));
				case ManyForm.VERIFY -> done(request, "complaint-desk.bulk.verified", shown,
						this.cases.verifyAll(shown, form.agency().orElseThrow()));
				default -> Flash.put(request, Flash.Kind.WARNING, "complaint-desk.bulk.nothing");
			}
		}
		catch (CaseRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.refused." + ex.reason());
		}
	}

	/** Those somebody else was faster with are named as a number: the list shows them. */
	private static void done(HttpServletRequest request, String key, List<CaseDesk.Shown> shown, int done) {
		boolean all = done == shown.size();
		Flash.put(request, all ? Flash.Kind.SUCCESS : Flash.Kind.WARNING, all ? key : "complaint-desk.bulk.some",
				String.valueOf(done), String.valueOf(shown.size()));
	}

}
