package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Joining;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.passkey.Ceremony;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The second step to join the staff: an authenticator app or a passkey. It uses the link
 * up and signs in.
 */
@Controller
class EnrolmentController {

	private static final String PATH = "/petugas/undangan/{token}/faktor";

	private static final String FIRST_STEP = "redirect:/petugas/undangan/{token}";

	private final Joining joining;

	private final Passkeys passkeys;

	private final InvitationPages pages;

	private final TotpSetup totp;

	private final Challenges challenges;

	private final SignInSession session;

	EnrolmentController(Joining joining, Passkeys passkeys, InvitationPages pages, TotpSetup totp,
			Challenges challenges, SignInSession session) {
		this.joining = joining;
		this.passkeys = passkeys;
		this.pages = pages;
		this.totp = totp;
		this.challenges = challenges;
		this.session = session;
	}

	@GetMapping(PATH)
	String page(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		this.pages.hide(response, model);
		Optional<AccountSummary> invited = this.joining.invited(token);
		if (invited.isEmpty()) {
			this.pages.gone(response);
			return InvitationPages.GONE;
		}
		if (!this.pages.isPrepared(request, invited.get().id())) {
			return FIRST_STEP;
		}
		model.addAttribute("form", new CodeForm(null, null));
		return show(token, invited.get(), request, model);
	}

	@PostMapping(PATH)
	String code(@PathVariable String token, @ModelAttribute("form") CodeForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		this.pages.hide(response, model);
		Optional<AccountSummary> invited = this.joining.invited(token);
		if (invited.isEmpty()) {
			this.pages.gone(response);
			return InvitationPages.GONE;
		}
		Optional<String> secret = this.totp.secret(request, invited.get().id());
		if (!this.pages.isPrepared(request, invited.get().id()) || secret.isEmpty()) {
			return FIRST_STEP;
		}
		Optional<SignIn> signIn = Optional.empty();
		if (form.code().isEmpty()) {
			errors.rejectValue("kode", "identity.code.missing");
		}
		else {
			signIn = this.joining.join(token, secret.get(), form.code(), Device.name(request));
			if (signIn.isEmpty()) {
				errors.rejectValue("kode", "staff.factor.code.wrong");
			}
		}
		return answer(token, signIn, request, response, model);
	}

	@PostMapping("/petugas/undangan/{token}/kunci-sandi")
	String passkey(@PathVariable String token, @ModelAttribute("form") CodeForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String tanggapan, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		this.pages.hide(response, model);
		Optional<AccountSummary> invited = this.joining.invited(token);
		if (invited.isEmpty()) {
			this.pages.gone(response);
			return InvitationPages.GONE;
		}
		if (!this.pages.isPrepared(request, invited.get().id())) {
			return FIRST_STEP;
		}
		return answer(token, register(token, tanggapan, request, errors), request, response, model);
	}

	private Optional<SignIn> register(String token, String answer, HttpServletRequest request, Errors errors) {
		try {
			return this.joining.joinWithPasskey(token, this.challenges.take(request), answer, Device.name(request));
		}
		catch (PasskeyRefused ex) {
			errors.reject("identity.passkey.refused");
			return Optional.empty();
		}
	}

	private String answer(String token, Optional<SignIn> signIn, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (signIn.isPresent()) {
			this.totp.forget(request);
			this.pages.forget(request);
			this.session.start(request, signIn.get());
			return "redirect:/petugas";
		}
		// Somebody else may have used the link meanwhile.
		Optional<AccountSummary> invited = this.joining.invited(token);
		if (invited.isEmpty()) {
			this.pages.gone(response);
			return InvitationPages.GONE;
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(token, invited.get(), request, model);
	}

	private String show(String token, AccountSummary invited, HttpServletRequest request, Model model) {
		String email = (invited.email() != null) ? invited.email().value() : "";
		String name = (invited.name() != null) ? invited.name() : email;
		Ceremony ceremony = this.passkeys.beginRegistration(invited.id(), email, name);
		this.challenges.keep(request, ceremony.challenge());
		this.totp.describe(request, invited.id(), email, model);
		model.addAttribute("options", ceremony.optionsJson());
		model.addAttribute("token", token);
		return "staff/factor";
	}

}
