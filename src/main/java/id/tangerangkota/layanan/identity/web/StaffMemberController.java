package id.tangerangkota.layanan.identity.web;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.CurrentAccount;
import id.tangerangkota.layanan.identity.IllegalAccountChange;
import id.tangerangkota.layanan.identity.StaffDesk.Invitation;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.identity.StaffMember;
import id.tangerangkota.layanan.identity.StaffRefused;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.TooManyTries;
import id.tangerangkota.layanan.web.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One of the staff: what they may do, and whether they get in at all. */
@Controller
class StaffMemberController {

	/** An id and nothing else. */
	private static final String PATH = "/admin/akun/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

	private static final String BACK = "redirect:/admin/akun/{id}";

	private final StaffDirectory directory;

	private final StaffDesk desk;

	private final StaffViews views;

	private final StaffChoices choices;

	private final ShownInvitation shown;

	private final CurrentAccount account;

	private final Sessions sessions;

	private final YoungPassword youngPassword;

	private final Waiting waiting;

	StaffMemberController(StaffDirectory directory, StaffDesk desk, StaffViews views, StaffChoices choices,
			ShownInvitation shown, CurrentAccount account, Sessions sessions, YoungPassword youngPassword,
			Waiting waiting) {
		this.directory = directory;
		this.desk = desk;
		this.views = views;
		this.choices = choices;
		this.shown = shown;
		this.account = account;
		this.sessions = sessions;
		this.youngPassword = youngPassword;
		this.waiting = waiting;
	}

	@FunctionalInterface
	private interface Change {

		void apply(AccountId account);

	}

	@GetMapping(PATH)
	String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
		StaffMember member = require(id);
		model.addAttribute("form", StaffForm.of(member));
		return show(member, request, model, locale);
	}

	@PostMapping(PATH)
	String changeRoles(@PathVariable String id, @ModelAttribute("form") StaffForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		StaffMember member = require(id);
		form.check(this.choices.agencies(locale).stream().map(Choice::value).collect(Collectors.toSet()), errors);
		if (change(member, form, errors, request, response,
				(account) -> this.desk.changeRoles(account, form.roles(), form.agency()))) {
			Flash.put(request, Flash.Kind.SUCCESS, "staff.roles.changed");
			return BACK;
		}
		return show(member, request, model, locale);
	}

	@GetMapping(PATH + "/nonaktifkan")
	String deactivatePage(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", StaffForm.EMPTY);
		return showDeactivation(require(id), request, model, locale);
	}

	@PostMapping(PATH + "/nonaktifkan")
	String deactivate(@PathVariable String id, @ModelAttribute("form") StaffForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		StaffMember member = require(id);
		if (change(member, form, errors, request, response, this.desk::deactivate)) {
			Flash.put(request, Flash.Kind.SUCCESS, "staff.deactivated");
			return BACK;
		}
		return showDeactivation(member, request, model, locale);
	}

	@GetMapping(PATH + "/undang-lagi")
	String invitePage(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", StaffForm.EMPTY);
		return showInvitation(require(id), request, model, locale);
	}

	@PostMapping(PATH + "/undang-lagi")
	String inviteAgain(@PathVariable String id, @ModelAttribute("form") StaffForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		StaffMember member = require(id);
		AtomicReference<Invitation> invitation = new AtomicReference<>();
		if (change(member, form, errors, request, response,
				(account) -> invitation.set(this.desk.inviteAgain(account)))) {
			return this.shown.announce(request, invitation.get(),
					(member.email() != null) ? member.email().value() : "") ? "redirect:/admin/akun/undang/tautan"
							: BACK;
		}
		return showInvitation(member, request, model, locale);
	}

	private boolean change(StaffMember member, StaffForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Change change) {
		HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
		try {
			if (this.youngPassword.check(request, form.sandi(), errors) && !errors.hasErrors()) {
				change.apply(member.id());
				return true;
			}
		}
		catch (StaffRefused ex) {
			StaffForm.reject(ex, errors);
		}
		catch (IllegalAccountChange | ConcurrencyFailureException ex) {
			errors.reject("staff.changed-meanwhile");
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			refused = HttpStatus.TOO_MANY_REQUESTS;
		}
		response.setStatus(refused.value());
		return false;
	}

	private StaffMember require(String id) {
		try {
			return this.directory.find(AccountId.parse(id)).orElseThrow(NotFound::new);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	private String show(StaffMember member, HttpServletRequest request, Model model, Locale locale) {
		describe(member, request, model, locale);
		model.addAttribute("roles", this.choices.roles(locale));
		model.addAttribute("agencies",
				this.choices.optional(this.choices.agencies(locale), "staff.agency.none", locale));
		model.addAttribute("sessions", this.sessions.of(member.id().toString()).size());
		return "staff/member";
	}

	private String showDeactivation(StaffMember member, HttpServletRequest request, Model model, Locale locale) {
		describe(member, request, model, locale);
		return "staff/deactivate";
	}

	private String showInvitation(StaffMember member, HttpServletRequest request, Model model, Locale locale) {
		describe(member, request, model, locale);
		return "staff/invite-again";
	}

	private void describe(StaffMember member, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("member", this.views.of(member, locale));
		model.addAttribute("self", this.account.get().id().equals(member.id()));
		this.youngPassword.describe(request, model);
	}

}
