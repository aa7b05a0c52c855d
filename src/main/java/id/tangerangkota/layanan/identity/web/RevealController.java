package id.tangerangkota.layanan.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.AccountKind;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Disclosures;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * An account of a citizen, and its NIK for a reason. The NIK is in the answer to the form
 * only: loading the page again, or coming back to it, shows none.
 */
@Controller
class RevealController {

	/** An id and nothing else. */
	private static final String PATH = "/petugas/loket/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";

	private final AccountDirectory directory;

	private final Disclosures disclosures;

	private final YoungPassword youngPassword;

	private final Waiting waiting;

	private final PageClock clock;

	private final MessageSource messages;

	RevealController(AccountDirectory directory, Disclosures disclosures, YoungPassword youngPassword, Waiting waiting,
			PageClock clock, MessageSource messages) {
		this.directory = directory;
		this.disclosures = disclosures;
		this.youngPassword = youngPassword;
		this.waiting = waiting;
		this.clock = clock;
		this.messages = messages;
	}

	@GetMapping(PATH)
	String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", RevealForm.EMPTY);
		return show(require(id), request, model, locale);
	}

	@PostMapping(PATH)
	String reveal(@PathVariable String id, @ModelAttribute("form") RevealForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		AccountSummary account = require(id);
		HttpStatus refused = HttpStatus.UNPROCESSABLE_CONTENT;
		form.check(errors);
		try {
			if (this.youngPassword.check(request, form.sandi(), errors) && !errors.hasErrors()) {
				String digits = this.disclosures.revealNik(account.id(), form.reason().orElseThrow(), form.note());
				model.addAttribute("account", CounterView.of(account, this.clock, locale));
				model.addAttribute("digits", digits.replaceAll("(.{4})(?!$)", "$1 "));
				return "staff/revealed";
			}
		}
		catch (TooManyTries ex) {
			this.waiting.reject(errors, ex, response);
			refused = HttpStatus.TOO_MANY_REQUESTS;
		}
		response.setStatus(refused.value());
		return show(account, request, model, locale);
	}

	private AccountSummary require(String id) {
		try {
			return this.directory.find(AccountId.parse(id))
				.filter((account) -> account.kind() == AccountKind.CITIZEN)
				.orElseThrow(NotFound::new);
		}
		catch (IllegalArgumentException ex) {
			throw new NotFound();
		}
	}

	private String show(AccountSummary account, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("account", CounterView.of(account, this.clock, locale));
		model.addAttribute("reasons", reasons(locale));
		model.addAttribute("longest", RevealForm.LONGEST_NOTE);
		this.youngPassword.describe(request, model);
		return "staff/account";
	}

	private List<Choice> reasons(Locale locale) {
		return Arrays.stream(Reason.values())
			.map((reason) -> new Choice(reason.name(),
					this.messages.getMessage("staff.reason." + reason.name(), null, locale)))
			.toList();
	}

}
