package id.tangerangkota.layanan.complaint.web.filing;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Who reports it, and who may know that. Some kinds of reports leave no choice. */
@Controller
class AskPersonController {

	private static final String PATH = FilingSession.PATH + "/identitas";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/identitas";

	private final Walk walk;

	private final MessageDelivery delivery;

	private final CurrentActor actor;

	AskPersonController(Walk walk, MessageDelivery delivery, CurrentActor actor) {
		this.walk = walk;
		this.delivery = delivery;
		this.actor = actor;
	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object form(HttpServletRequest request, Model model) {
		return this.walk.ask(Step.PERSON, request, model, (draft) -> {
			model.addAttribute("form", PersonForm.of(draft.person()));
			return show(draft, model);
		});
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object answer(@ModelAttribute("form") PersonForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Draft draft = this.walk.draftFor(Step.PERSON, request, model);
		boolean counter = FilingSession.isAtCounter(request);
		form.check(counter, isSensitive(draft), errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft, model);
		}
		return this.walk.goOn(request, draft.withPerson(form.toPerson(counter, isSensitive(draft))));
	}

	private boolean isSensitive(Draft draft) {
		return this.walk.category(draft).filter(ComplaintCategory::sensitive).isPresent();
	}

	private String show(Draft draft, Model model) {
		model.addAttribute("sensitive", isSensitive(draft));
		model.addAttribute("supervisory", this.walk.category(draft).filter(ComplaintCategory::supervisory).isPresent());
		model.addAttribute("mail", this.delivery.isPossible());
		model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
		return "complaint/filing/person";
	}

}
