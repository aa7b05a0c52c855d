package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.PasswordDesk;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
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

/**
 * Ways to a new password: a link to one's confirmed e-mail address, a code from paper, a
 * code from the counter.
 */
@Controller
class ForgotPasswordController {

	private static final String LINK_VIEW = "identity/new-password";

	private final PasswordDesk passwords;

	private final TypedNik typedNik;

	private final Waiting waiting;

	ForgotPasswordController(PasswordDesk passwords, TypedNik typedNik, Waiting waiting) {
		this.passwords = passwords;
		this.typedNik = typedNik;
		this.waiting = waiting;
	}

	@GetMapping("/lupa-sandi")
	String page(@RequestParam(required = false) @Nullable String ganti, HttpServletRequest request, Model model) {
		forgetIf(ganti, request);
		model.addAttribute("form", ForgotForm.EMPTY);
		return show(request, model);
	}

	@PostMapping("/lupa-sandi")
	String send(@ModelAttribute("form") ForgotForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Nik> nik = this.typedNik.read(request, form.nik(), errors);
		if (nik.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(request, model);
		}
		try {
			this.passwords.sendLink(nik.get(), request.getRemoteAddr());
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			return show(request, model);
		}
		return "redirect:/lupa-sandi/terkirim";
	}

	private String show(HttpServletRequest request, Model model) {
		this.typedNik.show(request, model);
		return "identity/forgot";
	}

	/** The same whether a link was sent or not. */
	@GetMapping("/lupa-sandi/terkirim")
	@CachedPage
	String sent() {
		return "identity/forgot-sent";
	}

	@GetMapping("/lupa-sandi/kode")
	String codePage(@RequestParam(required = false) @Nullable String ganti, HttpServletRequest request, Model model) {
		forgetIf(ganti, request);
		model.addAttribute("form", ForgotForm.EMPTY);
		return showCode(request, model);
	}

	@PostMapping("/lupa-sandi/kode")
	String resetByCode(@ModelAttribute("form") ForgotForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Nik> nik = this.typedNik.read(request, form.nik(), errors);
		if (form.code().isEmpty()) {
			errors.rejectValue("kode", "identity.code.missing");
		}
		requirePassword(form, errors);
		if (nik.isEmpty() || errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showCode(request, model);
		}
		try {
			if (this.passwords.reset(nik.get(), form.code(), form.password(), request.getRemoteAddr())) {
				return "redirect:/lupa-sandi/selesai";
			}
			errors.reject("identity.reset.code.refused");
		}
		catch (RefusedPassword ex) {
			NewPassword.reject(ex, "sandi", errors);
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			return showCode(request, model);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showCode(request, model);
	}

	private String showCode(HttpServletRequest request, Model model) {
		this.typedNik.show(request, model);
		return "identity/reset-code";
	}

	@GetMapping("/lupa-sandi/selesai")
	@CachedPage
	String done() {
		return "identity/reset-done";
	}

	/** Opening the link uses nothing up: mail programs open links too. */
	@GetMapping("/lupa-sandi/tautan/{token}")
	String linkPage(@PathVariable String token, HttpServletResponse response, Model model) {
		ResponseHeaders.noReferrer(response);
		if (!this.passwords.isGood(token)) {
			response.setStatus(HttpStatus.GONE.value());
			return "identity/link-gone";
		}
		model.addAttribute("form", ForgotForm.EMPTY);
		return LINK_VIEW;
	}

	@PostMapping("/lupa-sandi/tautan/{token}")
	String resetByLink(@PathVariable String token, @ModelAttribute("form") ForgotForm form, BindingResult errors,
			HttpServletResponse response) {
		ResponseHeaders.noReferrer(response);
		requirePassword(form, errors);
		if (!errors.hasErrors()) {
			try {
				if (this.passwords.reset(token, form.password())) {
					return "redirect:/lupa-sandi/selesai";
				}
				response.setStatus(HttpStatus.GONE.value());
				return "identity/link-gone";
			}
			catch (RefusedPassword ex) {
				NewPassword.reject(ex, "sandi", errors);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return LINK_VIEW;
	}

	private static void requirePassword(ForgotForm form, BindingResult errors) {
		if (form.password().isEmpty()) {
			errors.rejectValue("sandi", "identity.password.new.missing");
		}
	}

	private void forgetIf(@Nullable String ganti, HttpServletRequest request) {
		if (ganti != null) {
			this.typedNik.forget(request);
		}
	}

}
