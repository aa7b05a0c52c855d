package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.RevealedReporter;
import id.tangerangkota.layanan.complaint.casework.Unmasking;
import id.tangerangkota.layanan.complaint.casework.UnmaskingId;
import id.tangerangkota.layanan.complaint.casework.UnmaskingRequest;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.identity.SignInDesk;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who reported a complaint, for a reason. The name is in the answer to the form only:
 * loading the page again, or coming back to it, shows none.
 */
@Controller
class UnmaskingController {

	static final String PATH = CaseQueueController.PATH + "/buka-identitas";

	private final Unmasking unmasking;

	private final CaseReader cases;

	private final CaseOfficers officers;

	private final SignInDesk signIn;

	private final CurrentActor actor;

	private final DeskWords words;

	UnmaskingController(Unmasking unmasking, CaseReader cases, CaseOfficers officers, SignInDesk signIn,
			CurrentActor actor, DeskWords words) {
		this.unmasking = unmasking;
		this.cases = cases;
		this.officers = officers;
		this.signIn = signIn;
		this.actor = actor;
		this.words = words;
	}

	/**
	 * A request in words.
	 *
	 * @param usable whether whoever looks may see the name now
	 */
	record Line(UUID id, String ticket, String by, String reason, String note, String state, boolean usable) {
	}

	/** Anonymous ones are for those in charge; others also for whoever works on them. */
	static boolean isFor(Desk desk, CaseFile file) {
		if (file.channel() == Channel.OUTAGE) {
			return false;
		}
		return isInCharge(desk, file) || (!file.line().anonymous() && desk.writes() && desk.ofAgency());
	}

	private static boolean isInCharge(Desk desk, CaseFile file) {
		return desk.actor().is(file.line().supervisory() ? Role.INSPECTOR : Role.COORDINATOR);
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		model.addAttribute("lines", lines(this.unmasking.open(), locale));
		model.addAttribute("opens", !this.actor.get().is(Role.DATA_PROTECTION_OFFICER));
		return "complaint/desk/unmaskings";
	}

	private List<Line> lines(List<UnmaskingRequest> requests, Locale locale) {
		Map<AccountId, String> names = this.officers.names();
		AccountId me = this.actor.get().requireAccount();
		return requests.stream()
			.map((request) -> new Line(request.id().value(), request.ticket().toString(),
					this.words.say("complaint-desk.unmasking.by", locale,
							names.getOrDefault(request.askedBy(),
									this.words.say("complaint-desk.officer.gone", locale)),
							this.words.time(request.askedAt(), locale)),
					this.words.say("complaint-desk.unmask.reason." + request.reason(), locale), request.note(),
					this.words.say(state(request), locale), request.isUsable() && request.askedBy().equals(me)))
			.toList();
	}

	private static String state(UnmaskingRequest request) {
		if (request.granted() == null) {
			return "complaint-desk.unmasking.waits";
		}
		if (!request.granted()) {
			return "complaint-desk.unmask.denied";
		}
		return (request.usedAt() == null) ? "complaint-desk.unmasking.agreed" : "complaint-desk.unmasking.used";
	}

	@PostMapping(PATH + "/permintaan/{id}")
	String decide(@PathVariable UUID id, @RequestParam(required = false) @Nullable String aksi,
			HttpServletRequest request) {
		try {
			if ("setuju".equals(aksi)) {
				this.unmasking.grant(new UnmaskingId(id));
				Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.unmask.granted");
			}
			else {
				this.unmasking.deny(new UnmaskingId(id));
				Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.unmask.denied");
			}
		}
		catch (CaseRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.refused." + ex.reason());
		}
		return "redirect:/petugas/pengaduan/buka-identitas";
	}

	@GetMapping(PATH + "/{tiket}")
	String form(@PathVariable String tiket, Model model, Locale locale) {
		model.addAttribute("form", UnmaskingForm.EMPTY);
		return show(require(tiket), model, locale);
	}

	@PostMapping(PATH + "/{tiket}")
	String ask(@PathVariable String tiket, @ModelAttribute("form") UnmaskingForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		CaseFile file = require(tiket);
		boolean anonymous = file.line().anonymous();
		form.check(anonymous, errors);
		if (!errors.hasErrors()) {
			checkPassword(form.password(), errors);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(file, model, locale);
		}
		Reason reason = form.reason().orElseThrow();
		if (!anonymous) {
			try {
				return person(file, this.unmasking.reveal(file.line().id(), reason), model);
			}
			catch (CaseRefused ex) {
				// Its reporter hid the name in this moment: what may be asked now is told
				// there.
				Flash.put(request, Flash.Kind.WARNING, "complaint-desk.unmask.hidden");
				return "redirect:/petugas/pengaduan/{tiket}";
			}
		}
		this.unmasking.ask(file.line().id(), reason, form.note());
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.unmask.asked");
		return "redirect:/petugas/pengaduan/buka-identitas/{tiket}";
	}

	/** What was agreed to. */
	@PostMapping(PATH + "/{tiket}/lihat")
	String use(@PathVariable String tiket, @RequestParam(required = false) @Nullable UUID id,
			@ModelAttribute("form") UnmaskingForm form, BindingResult errors, HttpServletResponse response, Model model,
			Locale locale) {
		CaseFile file = require(tiket);
		checkPassword(form.password(), errors);
		if (!errors.hasErrors() && id != null) {
			try {
				return person(file, this.unmasking.reveal(new UnmaskingId(id)), model);
			}
			catch (CaseRefused ex) {
				errors.reject("complaint-desk.refused." + ex.reason());
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(file, model, locale);
	}

	/** Asked each time: a screen left open for a moment must not tell who it was. */
	private void checkPassword(String password, Errors errors) {
		if (password.isEmpty()) {
			errors.rejectValue("sandi", "complaint-desk.error.sandi");
		}
		else if (!this.signIn.isPassword(this.actor.get().requireAccount(), password)) {
			errors.rejectValue("sandi", "complaint-desk.error.sandi.wrong");
		}
	}

	private CaseFile require(String ticket) {
		Desk desk = Desk.of(this.actor.get());
		CaseFile file = CaseController.find(this.cases, ticket, desk);
		if (!isFor(desk, file)) {
			throw new NotFound();
		}
		return file;
	}

	private static String person(CaseFile file, RevealedReporter person, Model model) {
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("person", person);
		return "complaint/desk/person";
	}

	private String show(CaseFile file, Model model, Locale locale) {
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("subject", file.line().subject());
		model.addAttribute("anonymous", file.line().anonymous());
		model.addAttribute("nobody", this.unmasking.isNobody(file.line().id()));
		model.addAttribute("longest", UnmaskingForm.LONGEST_NOTE);
		model.addAttribute("requests", (file.line().anonymous() && isInCharge(Desk.of(this.actor.get()), file))
				? lines(this.unmasking.of(file.line().id()), locale) : List.of());
		model.addAttribute("reasons",
				Stream.of(Reason.values())
					.filter((reason) -> reason != Reason.AT_THE_COUNTER)
					.map((reason) -> new Choice(reason.name(),
							this.words.say("complaint-desk.unmask.reason." + reason, locale)))
					.toList());
		return "complaint/desk/unmask";
	}

}
