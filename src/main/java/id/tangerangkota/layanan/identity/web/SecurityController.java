package id.tangerangkota.layanan.identity.web;

import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.AccountKind;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.LastFactor;
import id.tangerangkota.layanan.identity.PasswordDesk;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.SignIn;
import id.tangerangkota.layanan.identity.passkey.Passkeys;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Devices, password and second factors of one's own account; for citizens and staff. */
@Controller
class SecurityController {

	private static final String PATH = "/akun/keamanan";

	private final CurrentAccount account;

	private final AccountDesk desk;

	private final PasswordDesk passwords;

	private final Passkeys passkeys;

	private final Sessions sessions;

	private final SignInSession signIn;

	private final YoungPassword youngPassword;

	private final Waiting waiting;

	private final PageClock clock;

	private final MessageSource messages;

	SecurityController(CurrentAccount account, AccountDesk desk, PasswordDesk passwords, Passkeys passkeys,
			Sessions sessions, SignInSession signIn, YoungPassword youngPassword, Waiting waiting, PageClock clock,
			MessageSource messages) {
		this.messages = messages;
		this.account = account;
		this.desk = desk;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.signIn = signIn;
		this.youngPassword = youngPassword;
		this.waiting = waiting;
		this.clock = clock;
	}

	/** The old password and the new one. */
	record PasswordForm(@Nullable String sandiLama, @Nullable String sandiBaru) {

		String old() {
			return (this.sandiLama != null) ? this.sandiLama : "";
		}

		String fresh() {
			return (this.sandiBaru != null) ? this.sandiBaru : "";
		}

	}

	/** What is taken away, and the password when it is asked for. */
	record RemovalForm(@Nullable String id, @Nullable String sandi) {
	}

	/**
	 * A device that is signed in.
	 *
	 * @param current whether it is this one
	 */
	record DeviceView(String handle, String name, String since, String lastUsed, boolean current) {
	}

	/** A sign-in of the past. */
	record HistoryView(String at, String device, boolean succeeded) {
	}

	/** A passkey. */
	record PasskeyView(String id, String label, String since, @Nullable String lastUsed) {
	}

	@GetMapping(PATH)
	String page(HttpServletRequest request, Model model, Locale locale) {
		Language language = Language.of(locale);
		AccountSummary current = this.account.get();
		model.addAttribute("account", current);
		model.addAttribute("staff", current.kind() == AccountKind.STAFF);
		model.addAttribute("devices", devices(current.id(), request, language));
		model.addAttribute("history",
				this.desk.history(current.id())
					.stream()
					.map((past) -> new HistoryView(this.clock.format(past.at(), language),
							device(past.device(), language), past.succeeded()))
					.toList());
		model.addAttribute("passkeys", passkeys(current.id(), language));
		model.addAttribute("codesLeft", this.desk.recoveryCodesLeft(current.id()));
		return "identity/security";
	}

	private List<DeviceView> devices(AccountId id, HttpServletRequest request, Language language) {
		String own = this.sessions.handle(request).orElse("");
		return this.sessions.of(id.toString()).stream().map((session) -> {
			SignIn content = this.signIn.parse(session.content());
			return new DeviceView(session.handle(),
					device((content != null) ? content.device() : Device.UNKNOWN, language),
					this.clock.format(session.created(), language), this.clock.format(session.lastUsed(), language),
					session.handle().equals(own));
		}).toList();
	}

	private String device(String name, Language language) {
		return Device.known(name)
			.orElseGet(() -> this.messages.getMessage("identity.device.unknown", null, language.locale()));
	}

	private List<PasskeyView> passkeys(AccountId id, Language language) {
		return this.passkeys.of(id)
			.stream()
			.map((passkey) -> new PasskeyView(passkey.id(), passkey.label(),
					this.clock.format(passkey.created(), language),
					(passkey.lastUsed() != null) ? this.clock.format(passkey.lastUsed(), language) : null))
			.toList();
	}

	@PostMapping(PATH + "/perangkat")
	String endOne(@RequestParam String id, HttpServletRequest request) {
		AccountId account = this.account.get().id();
		if (this.sessions.end(account.toString(), id)) {
			this.desk.sessionsEnded(account, 1);
			Flash.put(request, Flash.Kind.SUCCESS, "identity.device.ended");
		}
		return "redirect:" + PATH;
	}

	@PostMapping(PATH + "/perangkat/semua")
	String endOthers(HttpServletRequest request) {
		AccountId account = this.account.get().id();
		int ended = this.sessions.endAllBut(account.toString(), this.sessions.handle(request).orElseThrow());
		this.desk.sessionsEnded(account, ended);
		Flash.put(request, Flash.Kind.SUCCESS, "identity.device.others-ended");
		return "redirect:" + PATH;
	}

	@GetMapping(PATH + "/sandi")
	String passwordPage(Model model) {
		model.addAttribute("form", new PasswordForm(null, null));
		return "identity/change-password";
	}

	@PostMapping(PATH + "/sandi")
	String changePassword(@ModelAttribute("form") PasswordForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (form.old().isEmpty()) {
			errors.rejectValue("sandiLama", "identity.password.missing");
		}
		if (form.fresh().isEmpty()) {
			errors.rejectValue("sandiBaru", "identity.password.new.missing");
		}
		if (!errors.hasErrors() && change(form, errors, request, response)) {
			Flash.put(request, Flash.Kind.SUCCESS, "identity.password.changed");
			return "redirect:" + PATH;
		}
		if (response.getStatus() == HttpStatus.OK.value()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return "identity/change-password";
	}

	private boolean change(PasswordForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			boolean changed = this.passwords.change(this.account.get().id(), form.old(), form.fresh(),
					this.sessions.handle(request).orElse(null));
			if (!changed) {
				errors.rejectValue("sandiLama", "identity.young.wrong");
			}
			return changed;
		}
		catch (RefusedPassword ex) {
			NewPassword.reject(ex, "sandiBaru", errors);
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		}
		return false;
	}

	@GetMapping(PATH + "/hapus")
	String removalPage(@RequestParam(required = false) @Nullable String id, HttpServletRequest request, Model model) {
		model.addAttribute("form", new RemovalForm(id, null));
		return showRemoval(request, model);
	}

	/** Takes a passkey away, or the authenticator app where no passkey is named. */
	@PostMapping(PATH + "/hapus")
	String remove(@ModelAttribute("form") RemovalForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (this.youngPassword.check(request, form.sandi(), errors)) {
			try {
				AccountId account = this.account.get().id();
				if (form.id() != null && !form.id().isEmpty()) {
					this.desk.removePasskey(account, form.id());
				}
				else {
					this.desk.removeTotp(account);
				}
				Flash.put(request, Flash.Kind.SUCCESS, "identity.factor.removed");
				return "redirect:" + PATH;
			}
			catch (LastFactor ex) {
				errors.reject("identity.factor.last");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return showRemoval(request, model);
	}

	private String showRemoval(HttpServletRequest request, Model model) {
		this.youngPassword.describe(request, model);
		return "identity/remove-factor";
	}

}
