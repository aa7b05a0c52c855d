package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.identity.SignInResult;
import id.tangerangkota.layanan.web.TooManyTries;
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

/** The staff's door: e-mail address and password, then the second factor. */
@Controller
class StaffSignInController {

	private static final String PATH = "/petugas/masuk";

	private static final String VIEW = "identity/staff-sign-in";

	private final SignInDesk desk;

	private final Entrance entrance;

	private final Waiting waiting;

	StaffSignInController(SignInDesk desk, Entrance entrance, Waiting waiting) {
		this.desk = desk;
		this.entrance = entrance;
		this.waiting = waiting;
	}

	@GetMapping(PATH)
	String page(@RequestParam(required = false) @Nullable String lanjut,
			@RequestParam(name = SignInEntryPoint.EXPIRED, required = false) @Nullable String expired,
			HttpServletRequest request, Model model) {
		if (this.entrance.isStaff(request)) {
			return "redirect:/petugas";
		}
		model.addAttribute("form", SignInForm.empty(lanjut));
		model.addAttribute("expired", expired != null);
		return VIEW;
	}

	@PostMapping(PATH)
	Object signIn(@ModelAttribute("form") SignInForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		String email = (form.surel() != null) ? form.surel().strip() : "";
		if (!Email.isValid(email)) {
			errors.rejectValue("surel", email.isEmpty() ? "identity.email.missing" : "identity.email.form");
		}
		if (form.password().isEmpty()) {
			errors.rejectValue("sandi", "identity.password.missing");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return VIEW;
		}
		SignInResult result;
		try {
			result = this.desk.signIn(new Email(email), form.password(), Device.attempt(request));
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			return VIEW;
		}
		SignIn signIn = result.signIn();
		if (signIn == null) {
			errors.reject("identity.staff.refused");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return VIEW;
		}
		Device.remember(request, response, String.valueOf(result.deviceToken()), PATH);
		return this.entrance.enter(request, signIn, false, form.lanjut());
	}

}
