package id.tangerangkota.layanan.identity.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.identity.StaffDesk.Invitation;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.StaffRefused;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Asks somebody to join the staff. */
@Controller
class StaffInviteController {

	private static final String PATH = "/admin/akun/undang";

	private final StaffDesk desk;

	private final StaffChoices choices;

	private final ShownInvitation shown;

	private final YoungPassword youngPassword;

	private final Waiting waiting;

	StaffInviteController(StaffDesk desk, StaffChoices choices, ShownInvitation shown, YoungPassword youngPassword,
			Waiting waiting) {
		this.desk = desk;
		this.choices = choices;
		this.shown = shown;
		this.youngPassword = youngPassword;
		this.waiting = waiting;
	}

	@GetMapping(PATH)
	String page(HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", StaffForm.EMPTY);
		return show(request, model, locale);
	}

	@PostMapping(PATH)
	String invite(@ModelAttribute("form") StaffForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
		form.checkEmail(errors);
		form.check(agencies(locale), errors);
		try {
			if (this.youngPassword.check(request, form.sandi(), errors) && !errors.hasErrors()) {
				Invitation invitation = this.desk.invite(form.email(), form.roles(), form.agency());
				return this.shown.announce(request, invitation, form.email().value())
						? "redirect:/admin/akun/undang/tautan" : "redirect:/admin/akun";
			}
		}
		catch (StaffRefused ex) {
			StaffForm.reject(ex, errors);
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			refused = HttpStatus.TOO_MANY_REQUESTS;
		}
		response.setStatus(refused.value());
		return show(request, model, locale);
	}

	/** A second look shows nothing: who lost the link invites again. */
	@GetMapping(PATH + "/tautan")
	String link(HttpServletRequest request, Model model) {
		Optional<ShownInvitation.Link> link = this.shown.take(request);
		if (link.isEmpty()) {
			return "redirect:/admin/akun";
		}
		model.addAttribute("invitation", link.get());
		return "staff/invitation-link";
	}

	private Set<String> agencies(Locale locale) {
		return this.choices.agencies(locale).stream().map(Choice::value).collect(Collectors.toSet());
	}

	private String show(HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("roles", this.choices.roles(locale));
		model.addAttribute("agencies",
				this.choices.optional(this.choices.agencies(locale), "staff.agency.none", locale));
		this.youngPassword.describe(request, model);
		return "staff/invite";
	}

}
