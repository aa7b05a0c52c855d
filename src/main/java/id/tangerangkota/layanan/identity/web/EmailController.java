package id.tangerangkota.layanan.identity.web;

import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.web.Flash;
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

/** The e-mail address of one's account, and the link that confirms it. */
@Controller
class EmailController {

	private final AccountDesk desk;

	private final CurrentAccount account;

	private final YoungPassword youngPassword;

	EmailController(AccountDesk desk, CurrentAccount account, YoungPassword youngPassword) {
		this.desk = desk;
		this.account = account;
		this.youngPassword = youngPassword;
	}

	/** A new address, or none any more. */
	record EmailForm(@Nullable String surel, @Nullable String sandi) {

		String email() {
			return (this.surel != null) ? this.surel.strip() : "";
		}

	}

	@GetMapping("/akun/surel")
	String page(HttpServletRequest request, Model model) {
		Email known = this.account.get().email();
		model.addAttribute("form", new EmailForm((known != null) ? known.value() : null, null));
		return show(request, model);
	}

	@PostMapping("/akun/surel")
	String change(@ModelAttribute("form") EmailForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (!form.email().isEmpty() && !Email.isValid(form.email())) {
			errors.rejectValue("surel", "identity.email.form");
		}
		if (errors.hasErrors() || !this.youngPassword.check(request, form.sandi(), errors)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(request, model);
		}
		if (form.email().isEmpty()) {
			this.desk.removeEmail(this.account.get().id());
			Flash.put(request, Flash.Kind.SUCCESS, "identity.email.removed");
		}
		else {
			this.desk.changeEmail(this.account.get().id(), new Email(form.email()));
			Flash.put(request, Flash.Kind.SUCCESS, "identity.email.sent");
		}
		return "redirect:/akun";
	}

	private String show(HttpServletRequest request, Model model) {
		model.addAttribute("account", this.account.get());
		this.youngPassword.describe(request, model);
		return "identity/email";
	}

	/** A button, because mail programs open links by themselves. */
	@GetMapping("/konfirmasi-email/{token}")
	String confirmPage(@PathVariable String token, HttpServletResponse response) {
		ResponseHeaders.noReferrer(response);
		if (!this.desk.canConfirmEmail(token)) {
			response.setStatus(HttpStatus.GONE.value());
			return "identity/link-gone";
		}
		return "identity/confirm-email";
	}

	@PostMapping("/konfirmasi-email/{token}")
	String confirm(@PathVariable String token, HttpServletResponse response) {
		ResponseHeaders.noReferrer(response);
		if (!this.desk.confirmEmail(token)) {
			response.setStatus(HttpStatus.GONE.value());
			return "identity/link-gone";
		}
		return "identity/email-confirmed";
	}

}
