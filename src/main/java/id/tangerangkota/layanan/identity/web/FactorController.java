package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.passkey.Ceremony;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.web.Flash;
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

/** Adding a second factor to one's own account. */
@Controller
class FactorController {

	private static final String HOME = "/akun/keamanan";

	private static final String TOTP = HOME + "/totp";

	private static final String PASSKEY = HOME + "/kunci-sandi";

	private final CurrentAccount account;

	private final AccountDesk desk;

	private final Passkeys passkeys;

	private final TotpSetup totp;

	private final Challenges challenges;

	private final YoungPassword youngPassword;

	FactorController(CurrentAccount account, AccountDesk desk, Passkeys passkeys, TotpSetup totp, Challenges challenges,
			YoungPassword youngPassword) {
		this.account = account;
		this.desk = desk;
		this.passkeys = passkeys;
		this.totp = totp;
		this.challenges = challenges;
		this.youngPassword = youngPassword;
	}

	/**
	 * The app's first code, or the passkey's answer; and the password when it is asked
	 * for.
	 */
	record FactorForm(@Nullable String kode, @Nullable String tanggapan, @Nullable String sandi) {

		static final FactorForm EMPTY = new FactorForm(null, null, null);

	}

	@GetMapping(TOTP)
	String totpPage(HttpServletRequest request, Model model) {
		model.addAttribute("form", FactorForm.EMPTY);
		return showTotp(request, model);
	}

	@PostMapping(TOTP)
	String addTotp(@ModelAttribute("form") FactorForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		AccountSummary current = this.account.get();
		Optional<String> secret = this.totp.secret(request, current.id());
		String code = (form.kode() != null) ? form.kode() : "";
		if (this.youngPassword.check(request, form.sandi(), errors)) {
			if (secret.isPresent() && this.desk.addTotp(current.id(), secret.get(), code)) {
				this.totp.forget(request);
				Flash.put(request, Flash.Kind.SUCCESS, "identity.factor.added");
				return "redirect:" + HOME;
			}
			errors.rejectValue("kode", code.isBlank() ? "identity.code.missing" : "identity.code.wrong");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showTotp(request, model);
	}

	private String showTotp(HttpServletRequest request, Model model) {
		AccountSummary current = this.account.get();
		this.totp.describe(request, current.id(), label(current), model);
		this.youngPassword.describe(request, model);
		return "identity/add-totp";
	}

	@GetMapping(PASSKEY)
	String passkeyPage(HttpServletRequest request, Model model) {
		model.addAttribute("form", FactorForm.EMPTY);
		return showPasskey(request, model);
	}

	/**
	 * The password first, by itself: the passkey's own form holds nothing but its answer.
	 */
	@PostMapping(PASSKEY + "/sandi")
	String confirmPassword(@ModelAttribute("form") FactorForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (this.youngPassword.check(request, form.sandi(), errors)) {
			return "redirect:" + PASSKEY;
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showPasskey(request, model);
	}

	@PostMapping(PASSKEY)
	String addPasskey(@ModelAttribute("form") FactorForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		String answer = (form.tanggapan() != null) ? form.tanggapan() : "";
		if (this.youngPassword.check(request, form.sandi(), errors)) {
			try {
				this.desk.addPasskey(this.account.get().id(), this.challenges.take(request), answer,
						Device.name(request));
				Flash.put(request, Flash.Kind.SUCCESS, "identity.factor.added");
				return "redirect:" + HOME;
			}
			catch (PasskeyRefused ex) {
				errors.reject("identity.passkey.refused");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showPasskey(request, model);
	}

	private String showPasskey(HttpServletRequest request, Model model) {
		AccountSummary current = this.account.get();
		Ceremony ceremony = this.passkeys.beginRegistration(current.id(), label(current),
				Optional.ofNullable(current.name()).orElse(label(current)));
		this.challenges.keep(request, ceremony.challenge());
		model.addAttribute("options", ceremony.optionsJson());
		this.youngPassword.describe(request, model);
		return "identity/add-passkey";
	}

	/** What the app or the device calls the account: never the NIK. */
	private static String label(AccountSummary account) {
		return Optional.ofNullable(account.email())
			.map((email) -> email.value())
			.or(() -> Optional.ofNullable(account.name()))
			.orElse("Layanan Kota Tangerang");
	}

}
