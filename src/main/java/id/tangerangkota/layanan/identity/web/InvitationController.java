package id.tangerangkota.layanan.identity.web;

import java.util.Optional;

import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Joining;
import id.tangerangkota.layanan.identity.credential.RefusedPassword;
import id.tangerangkota.layanan.identity.StaffRefused;
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

/**
 * The first step to join the staff: name and password. Opening the link uses nothing up,
 * because programs that look through mail open links as well.
 */
@Controller
class InvitationController {

	private static final String PATH = "/petugas/undangan/{token}";

	private static final String VIEW = "staff/invitation";

	private final Joining joining;

	private final InvitationPages pages;

	InvitationController(Joining joining, InvitationPages pages) {
		this.joining = joining;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String page(@PathVariable String token, HttpServletResponse response, Model model) {
		Optional<AccountSummary> invited = this.joining.invited(token);
		this.pages.hide(response, model);
		if (invited.isEmpty()) {
			return gone(response);
		}
		model.addAttribute("form", InvitationForm.EMPTY);
		return show(token, invited.get(), model);
	}

	@PostMapping(PATH)
	String prepare(@PathVariable String token, @ModelAttribute("form") InvitationForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<AccountSummary> invited = this.joining.invited(token);
		this.pages.hide(response, model);
		if (invited.isEmpty()) {
			return gone(response);
		}
		boolean asksEmail = invited.get().email() == null;
		form.check(asksEmail, errors);
		if (!errors.hasErrors()) {
			try {
				if (!this.joining.prepare(token, form.name(), form.email(asksEmail), form.password())) {
					return gone(response);
				}
				this.pages.remember(request, invited.get().id());
				return "redirect:/petugas/undangan/{token}/faktor";
			}
			catch (RefusedPassword ex) {
				NewPassword.reject(ex, "sandi", errors);
			}
			catch (StaffRefused ex) {
				errors.rejectValue("surel", "staff.invitation.email.known");
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(token, invited.get(), model);
	}

	private static String show(String token, AccountSummary invited, Model model) {
		model.addAttribute("token", token);
		model.addAttribute("email", invited.email());
		model.addAttribute("roles", invited.roles());
		return VIEW;
	}

	private static String gone(HttpServletResponse response) {
		response.setStatus(HttpStatus.GONE.value());
		return InvitationPages.GONE;
	}

}
