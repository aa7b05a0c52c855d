package id.tangerangkota.layanan.identity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.RegistryDesk;
import id.tangerangkota.layanan.identity.registry.RegistryUnavailable;
import id.tangerangkota.layanan.web.Flash;
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

/**
 * How an unverified account becomes a verified one: by the registry, or at the counter.
 */
@Controller
class VerificationController {

	private static final String PATH = "/akun/verifikasi";

	private final RegistryDesk registry;

	private final CurrentAccount account;

	private final Waiting waiting;

	VerificationController(RegistryDesk registry, CurrentAccount account, Waiting waiting) {
		this.registry = registry;
		this.account = account;
		this.waiting = waiting;
	}

	/** A birth date in three fields, as people write it. */
	record BirthForm(@Nullable String tanggal, @Nullable String bulan, @Nullable String tahun) {

		Optional<LocalDate> date() {
			try {
				return Optional.of(LocalDate.of(number(this.tahun), number(this.bulan), number(this.tanggal)));
			}
			catch (DateTimeException | NumberFormatException ex) {
				return Optional.empty();
			}
		}

		private static int number(@Nullable String typed) {
			return Integer.parseInt((typed != null) ? typed.strip() : "");
		}

	}

	@GetMapping(PATH)
	String page(Model model) {
		model.addAttribute("form", new BirthForm(null, null, null));
		return show(model);
	}

	@PostMapping(PATH)
	String verify(@ModelAttribute("form") BirthForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		Optional<LocalDate> born = form.date();
		if (born.isEmpty()) {
			errors.rejectValue("tanggal", "identity.born.form");
		}
		else {
			try {
				if (this.registry.verify(this.account.get().id(), born.get())) {
					Flash.put(request, Flash.Kind.SUCCESS, "identity.verification.done");
					return "redirect:/akun";
				}
				errors.reject("identity.verification.mismatch");
			}
			catch (RegistryUnavailable ex) {
				errors.reject("identity.verification.unavailable");
				status = HttpStatus.SERVICE_UNAVAILABLE;
			}
			catch (TooManyTries ex) {
				this.waiting.reject(errors, ex, response);
				status = HttpStatus.TOO_MANY_REQUESTS;
			}
		}
		response.setStatus(status.value());
		return show(model);
	}

	private String show(Model model) {
		model.addAttribute("account", this.account.get());
		model.addAttribute("open", this.registry.isOpen());
		return "identity/verification";
	}

}
