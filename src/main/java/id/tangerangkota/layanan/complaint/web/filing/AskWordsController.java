package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What happened, in somebody's own words. */
@Controller
class AskWordsController {

	private static final String PATH = FilingSession.PATH + "/isi";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/isi";

	private final Walk walk;

	private final PhoneDraft phoneDraft;

	AskWordsController(Walk walk, PhoneDraft phoneDraft) {
		this.walk = walk;
		this.phoneDraft = phoneDraft;
	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object form(HttpServletRequest request, Model model) {
		return this.walk.ask(Step.WORDS, request, model, (draft) -> {
			model.addAttribute("form", WordsForm.of(draft.words()));
			return show(draft, model);
		});
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object answer(@ModelAttribute("form") WordsForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Draft draft = this.walk.draftFor(Step.WORDS, request, model);
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft, model);
		}
		if (form.isMasked()) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-filing.words.masked");
		}
		Draft.Words words = form.toWords(draft.kind());
		return this.walk.goOn(request, words.equals(draft.words()) ? draft : draft.withWords(words));
	}

	private String show(Draft draft, Model model) {
		model.addAttribute("information", draft.kind() == ComplaintKind.INFORMATION);
		model.addAttribute("kind", (draft.kind() != null) ? draft.kind().name() : ComplaintKind.COMPLAINT.name());
		model.addAttribute("subjectLength", Submission.SUBJECT_LENGTH);
		model.addAttribute("textLength", Submission.TEXT_LENGTH);
		model.addAttribute("phoneDraft", this.phoneDraft.of(draft));
		return "complaint/filing/words";
	}

}
