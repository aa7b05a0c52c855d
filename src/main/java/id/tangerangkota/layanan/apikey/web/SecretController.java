package id.tangerangkota.layanan.apikey.web;

import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.apikey.ApiClientDetail;
import id.tangerangkota.layanan.apikey.ApiClientId;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ClientState;
import id.tangerangkota.layanan.apikey.IssuedKey;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.security.FreshPassword;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a new key once, replaces keys and takes them away. */
@Controller
class SecretController {

	private static final String SHOWN = ApiKeyController.PATH + "/rahasia";

	private static final String OF_CLIENT = ApiKeyController.PATH + "/{id}";

	private final ApiKeyDesk desk;

	private final ApiKeyViews views;

	private final ShownKey shown;

	private final FreshPassword password;

	SecretController(ApiKeyDesk desk, ApiKeyViews views, ShownKey shown, FreshPassword password) {
		this.desk = desk;
		this.views = views;
		this.shown = shown;
		this.password = password;
	}

	/**
	 * How long the earlier keys still work.
	 *
	 * @param sandi the password of whoever does it, where it is asked for
	 */
	record RotationForm(@Nullable String lama, @Nullable String sandi) {
	}

	@GetMapping(SHOWN)
	String secret(HttpServletRequest request, Model model) {
		Optional<IssuedKey> key = this.shown.get(request);
		Optional<ApiClientDetail> client = key.map(IssuedKey::client).flatMap(this.desk::find);
		if (key.isEmpty() || client.isEmpty()) {
			return "redirect:/admin/kunci-api";
		}
		model.addAttribute("key", key.get().text());
		model.addAttribute("client", client.get());
		return "apikey/secret";
	}

	@PostMapping(SHOWN + "/selesai")
	String noted(HttpServletRequest request, RedirectAttributes redirect) {
		Optional<IssuedKey> key = this.shown.get(request);
		this.shown.remove(request);
		if (key.isEmpty()) {
			return "redirect:/admin/kunci-api";
		}
		redirect.addAttribute("id", key.get().client().toString());
		return "redirect:/admin/kunci-api/{id}";
	}

	@GetMapping(OF_CLIENT + "/ganti")
	String rotating(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", new RotationForm(null, null));
		this.password.describe(request, model);
		return rotation(find(id), model, locale);
	}

	@PostMapping(OF_CLIENT + "/ganti")
	String rotate(@PathVariable String id, @ModelAttribute("form") RotationForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		ApiClientDetail client = find(id);
		Optional<Overlap> overlap = Overlap.of(form.lama());
		if (overlap.isEmpty()) {
			errors.rejectValue("lama", "apikey.error.overlap");
		}
		int refused = AskedAgain.check(this.password, form.sandi(), request, response, errors);
		if (overlap.isEmpty() || refused > 0) {
			response.setStatus(Math.max(refused, HttpStatus.UNPROCESSABLE_CONTENT.value()));
			this.password.describe(request, model);
			return rotation(client, model, locale);
		}
		this.shown.put(request, this.desk.rotate(client.id(), overlap.get().duration()));
		return "redirect:/admin/kunci-api/rahasia";
	}

	private String rotation(ApiClientDetail client, Model model, Locale locale) {
		model.addAttribute("client", client);
		model.addAttribute("overlaps", this.views.overlaps(locale));
		return "apikey/rotate";
	}

	@GetMapping(OF_CLIENT + "/cabut")
	String revoking(@PathVariable String id, Model model) {
		model.addAttribute("client", find(id));
		return "apikey/revoke";
	}

	@PostMapping(OF_CLIENT + "/cabut")
	String revoke(@PathVariable String id, HttpServletRequest request, RedirectAttributes redirect) {
		this.desk.revoke(find(id).id());
		Flash.put(request, Flash.Kind.SUCCESS, "apikey.done.revoked");
		redirect.addAttribute("id", id);
		return "redirect:/admin/kunci-api/{id}";
	}

	/** One that still has keys. */
	private ApiClientDetail find(String id) {
		return ApiClientId.parse(id)
			.flatMap(this.desk::find)
			.filter((client) -> client.state() != ClientState.REVOKED)
			.orElseThrow(NotFound::new);
	}

}
