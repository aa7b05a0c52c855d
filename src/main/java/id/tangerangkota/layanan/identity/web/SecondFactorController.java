package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.AccountKind;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.identity.passkey.Ceremony;
import id.tangerangkota.layanan.identity.passkey.PasskeyRefused;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second door, for everybody whose account has one. */
@Controller
class SecondFactorController {

	private final SignInDesk desk;

	private final AccountDirectory directory;

	private final Passkeys passkeys;

	private final SignInSession session;

	private final Challenges challenges;

	private final Entrance entrance;

	private final Waiting waiting;

	SecondFactorController(SignInDesk desk, AccountDirectory directory, Passkeys passkeys, SignInSession session,
			Challenges challenges, Entrance entrance, Waiting waiting) {
		this.desk = desk;
		this.directory = directory;
		this.passkeys = passkeys;
		this.session = session;
		this.challenges = challenges;
		this.entrance = entrance;
		this.waiting = waiting;
	}

	@GetMapping("/masuk/kode")
	String page(@RequestParam(required = false) @Nullable String lanjut, HttpServletRequest request, Model model) {
		Optional<SignIn> signIn = this.session.waiting(request);
		if (signIn.isEmpty()) {
			return "redirect:/masuk";
		}
		model.addAttribute("form", new CodeForm(null, ReturnPath.of(lanjut).orElse(null)));
		return show(signIn.get(), request, model);
	}

	@PostMapping("/masuk/kode")
	Object code(@ModelAttribute("form") CodeForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<SignIn> signIn = this.session.waiting(request);
		if (signIn.isEmpty()) {
			return "redirect:/masuk";
		}
		if (form.code().isEmpty()) {
			errors.rejectValue("kode", "identity.code.missing");
			return refuse(signIn.get(), HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		Optional<SignIn> complete;
		try {
			complete = this.desk.complete(signIn.get(), form.code());
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			return refuse(signIn.get(), HttpStatus.TOO_MANY_REQUESTS, request, response, model);
		}
		if (complete.isEmpty()) {
			errors.rejectValue("kode", "identity.code.wrong");
			return refuse(signIn.get(), HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		return this.entrance.enter(request, complete.get(), false, form.lanjut());
	}

	@PostMapping("/masuk/kunci-sandi")
	Object passkey(@ModelAttribute("form") CodeForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String tanggapan, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<SignIn> signIn = this.session.waiting(request);
		if (signIn.isEmpty()) {
			return "redirect:/masuk";
		}
		Optional<SignIn> complete = verify(signIn.get(), tanggapan, request, errors)
			.flatMap((account) -> this.desk.completeWithPasskey(signIn.get()));
		if (complete.isEmpty()) {
			return refuse(signIn.get(), HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		return this.entrance.enter(request, complete.get(), false, form.lanjut());
	}

	private Optional<AccountId> verify(SignIn signIn, String answer, HttpServletRequest request, Errors errors) {
		try {
			return Optional.of(this.passkeys.signIn(this.challenges.take(request), answer, signIn.account()));
		}
		catch (PasskeyRefused ex) {
			this.desk.refusePasskey(signIn);
			errors.reject("identity.passkey.refused");
			return Optional.empty();
		}
	}

	private String refuse(SignIn signIn, HttpStatus status, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setStatus(status.value());
		return show(signIn, request, model);
	}

	private String show(SignIn signIn, HttpServletRequest request, Model model) {
		AccountSummary account = this.directory.find(signIn.account()).orElseThrow();
		if (this.passkeys.has(account.id())) {
			Ceremony ceremony = this.passkeys.beginSignIn(account.id());
			this.challenges.keep(request, ceremony.challenge());
			model.addAttribute("options", ceremony.optionsJson());
		}
		model.addAttribute("usesTotp", account.usesTotp());
		model.addAttribute("staff", account.kind() == AccountKind.STAFF);
		return "identity/code";
	}

}
