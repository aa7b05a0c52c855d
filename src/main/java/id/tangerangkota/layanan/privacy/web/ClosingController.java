package id.tangerangkota.layanan.privacy.web;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.privacy.PrivacyCentre;
import id.tangerangkota.layanan.privacy.ProofNumber;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing one's account. */
@Controller
class ClosingController {

	private final PrivacyCentre centre;

	private final SignInDesk signIn;

	private final Sessions sessions;

	private final CurrentActor actor;

	ClosingController(PrivacyCentre centre, SignInDesk signIn, Sessions sessions, CurrentActor actor) {
		this.centre = centre;
		this.signIn = signIn;
		this.sessions = sessions;
		this.actor = actor;
	}

	@GetMapping("/akun/data-saya/tutup")
	String page(Model model) {
		model.addAttribute("form", ClosingForm.EMPTY);
		return "privacy/close";
	}

	@PostMapping("/akun/data-saya/tutup")
	String close(@ModelAttribute("form") ClosingForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, RedirectAttributes redirect) {
		AccountId me = this.actor.get().requireAccount();
		if (form.password().isEmpty()) {
			errors.rejectValue("sandi", "privacy.error.password.missing");
		}
		else if (!this.signIn.isPassword(me, form.password())) {
			errors.rejectValue("sandi", "privacy.error.password.wrong");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "privacy/close";
		}
		ProofNumber proof = this.centre.close(me);
		this.sessions.invalidate(request, response);
		// Not "storage": drafts of complaints on the device are not the portal's to
		// delete.
		response.setHeader("Clear-Site-Data", "\"cookies\"");
		redirect.addAttribute("number", proof.value());
		return "redirect:/bukti/{number}";
	}

}
