package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.nik.Nik;
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

/** The citizens' door: NIK and password. */
@Controller
class SignInController {

	private static final String PATH = "/masuk";

	private final SignInDesk desk;

	private final TypedNik typedNik;

	private final Entrance entrance;

	private final Waiting waiting;

	SignInController(SignInDesk desk, TypedNik typedNik, Entrance entrance, Waiting waiting) {
		this.desk = desk;
		this.typedNik = typedNik;
		this.entrance = entrance;
		this.waiting = waiting;
	}

	@GetMapping(PATH)
	String page(@RequestParam(required = false) @Nullable String lanjut,
			@RequestParam(required = false) @Nullable String ganti,
			@RequestParam(name = SignInEntryPoint.EXPIRED, required = false) @Nullable String expired,
			HttpServletRequest request, Model model) {
		if (ganti != null) {
			this.typedNik.forget(request);
		}
		if (this.entrance.isCitizen(request)) {
			return "redirect:/akun";
		}
		model.addAttribute("form", SignInForm.empty(lanjut));
		model.addAttribute("expired", expired != null);
		return show(request, model);
	}

	@PostMapping(PATH)
	Object signIn(@ModelAttribute("form") SignInForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		Optional<Nik> nik = this.typedNik.read(request, form.nik(), errors);
		if (form.password().isEmpty()) {
			errors.rejectValue("sandi", "identity.password.missing");
		}
		if (nik.isEmpty() || errors.hasErrors()) {
			return refuse(HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		SignInResult result;
		try {
			result = this.desk.signIn(nik.get(), form.password(), Device.attempt(request));
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			return refuse(HttpStatus.TOO_MANY_REQUESTS, request, response, model);
		}
		SignIn signIn = result.signIn();
		if (signIn == null) {
			errors.reject("identity.sign-in.refused");
			return refuse(HttpStatus.UNPROCESSABLE_CONTENT, request, response, model);
		}
		this.typedNik.forget(request);
		Device.remember(request, response, String.valueOf(result.deviceToken()), PATH);
		return this.entrance.enter(request, signIn, result.first(), form.lanjut());
	}

	private String refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
		response.setStatus(status.value());
		return show(request, model);
	}

	private String show(HttpServletRequest request, Model model) {
		this.typedNik.show(request, model);
		return "identity/sign-in";
	}

}
