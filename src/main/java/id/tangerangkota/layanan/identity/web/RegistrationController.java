package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.Email;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.nik.NikRegions;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.web.CachedPage;
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

/** Registering as a citizen. */
@Controller
class RegistrationController {

	private final Registration registration;

	private final NikRegions regions;

	private final TypedNik typedNik;

	private final Waiting waiting;

	RegistrationController(Registration registration, NikRegions regions, TypedNik typedNik, Waiting waiting) {
		this.registration = registration;
		this.regions = regions;
		this.typedNik = typedNik;
		this.waiting = waiting;
	}

	@GetMapping("/daftar")
	String page(@RequestParam(required = false) @Nullable String ganti, HttpServletRequest request, Model model) {
		if (ganti != null) {
			this.typedNik.forget(request);
		}
		model.addAttribute("form", RegistrationForm.EMPTY);
		return show(request, model);
	}

	@PostMapping("/daftar")
	String register(@ModelAttribute("form") RegistrationForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Nik> nik = this.typedNik.read(request, form.nik(), errors);
		form.check(errors);
		boolean doubtful = nik.isPresent() && !form.insistsOnRegion() && !this.regions.knows(nik.get());
		model.addAttribute("unknownRegion", doubtful);
		if (errors.hasErrors() || nik.isEmpty() || doubtful) {
			return refuse(HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		Email email = form.email().isEmpty() ? null : new Email(form.email());
		try {
			this.registration.register(new Registration.Application(nik.get(), form.name(), form.password(), email,
					request.getRemoteAddr()));
		}
		catch (RefusedPassword ex) {
			NewPassword.reject(ex, "sandi", errors);
			return refuse(HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			return refuse(HttpStatus.TOO_MANY_REQUESTS, request, response, model);
		}
		// The NIK stays kept, so that signing in asks for the password only.
		return "redirect:/daftar/terkirim";
	}

	/** The same for a NIK that was free and one that was taken. */
	@GetMapping("/daftar/terkirim")
	@CachedPage
	String registered() {
		return "identity/registered";
	}

	private String refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		return show(request, model);
	}

	private String show(HttpServletRequest request, Model model) {
		this.typedNik.show(request, model);
		return "identity/register";
	}

}
