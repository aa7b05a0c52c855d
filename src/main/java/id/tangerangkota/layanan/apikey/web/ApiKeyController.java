package id.tangerangkota.layanan.apikey.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import id.tangerangkota.layanan.apikey.ApiClientDetail;
import id.tangerangkota.layanan.apikey.ApiClientId;
import id.tangerangkota.layanan.apikey.ApiClientTerms;
import id.tangerangkota.layanan.apikey.ApiKeyDesk;
import id.tangerangkota.layanan.apikey.ClientState;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.security.FreshPassword;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programs that have keys: all of them, one of them, and what they may do. */
@Controller
class ApiKeyController {

	static final String PATH = "/admin/kunci-api";

	private final ApiKeyDesk desk;

	private final ApiKeyViews views;

	private final ShownKey shown;

	private final FreshPassword password;

	private final Clock clock;

	ApiKeyController(ApiKeyDesk desk, ApiKeyViews views, ShownKey shown, FreshPassword password, Clock clock) {
		this.desk = desk;
		this.views = views;
		this.shown = shown;
		this.password = password;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		model.addAttribute("clients",
				this.desk.list().stream().map((client) -> this.views.row(client, locale)).toList());
		return "apikey/clients";
	}

	@GetMapping(PATH + "/baru")
	String adding(HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", ApiKeyForm.EMPTY);
		this.password.describe(request, model);
		return form(model, locale);
	}

	@PostMapping(PATH + "/baru")
	String add(@ModelAttribute("form") ApiKeyForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		ApiClientTerms terms = form.terms(today(), errors);
		int refused = AskedAgain.check(this.password, form.sandi(), request, response, errors);
		if (terms == null || refused > 0) {
			response.setStatus(Math.max(refused, HttpStatus.UNPROCESSABLE_CONTENT.value()));
			this.password.describe(request, model);
			return form(model, locale);
		}
		this.shown.put(request, this.desk.issue(terms));
		return "redirect:/admin/kunci-api/rahasia";
	}

	@GetMapping(PATH + "/{id}")
	String show(@PathVariable String id, Model model, Locale locale) {
		ApiClientDetail client = find(id);
		model.addAttribute("client", client);
		model.addAttribute("revoked", client.state() == ClientState.REVOKED);
		model.addAttribute("tag", this.views.tag(client.state()));
		model.addAttribute("state", this.views.state(client.state(), client.lastDay(), locale));
		model.addAttribute("facts", this.views.facts(client, locale));
		model.addAttribute("keys", this.views.keys(client, locale));
		model.addAttribute("days", this.views.days(client, locale));
		return "apikey/client";
	}

	@GetMapping(PATH + "/{id}/ubah")
	String editing(@PathVariable String id, Model model, Locale locale) {
		ApiClientDetail client = findWithKeys(id);
		model.addAttribute("id", id);
		model.addAttribute("form", ApiKeyForm.of(client));
		return form(model, locale);
	}

	@PostMapping(PATH + "/{id}/ubah")
	String edit(@PathVariable String id, @ModelAttribute("form") ApiKeyForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale,
			RedirectAttributes redirect) {
		ApiClientDetail client = findWithKeys(id);
		ApiClientTerms terms = form.terms(today(), errors);
		if (terms == null) {
			model.addAttribute("id", id);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(model, locale);
		}
		this.desk.change(client.id(), terms);
		Flash.put(request, Flash.Kind.SUCCESS, "apikey.done.changed");
		redirect.addAttribute("id", id);
		return "redirect:/admin/kunci-api/{id}";
	}

	private String form(Model model, Locale locale) {
		model.addAttribute("scopes", this.views.scopes(locale));
		return "apikey/client-form";
	}

	private ApiClientDetail find(String id) {
		return ApiClientId.parse(id).flatMap(this.desk::find).orElseThrow(NotFound::new);
	}

	private ApiClientDetail findWithKeys(String id) {
		ApiClientDetail client = find(id);
		if (client.state() == ClientState.REVOKED) {
			throw new NotFound();
		}
		return client;
	}

	private LocalDate today() {
		return PageClock.day(this.clock.instant());
	}

}
