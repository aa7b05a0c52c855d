package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.Unmasking;
import id.tangerangkota.layanan.complaint.casework.Unmasking.Request;
import id.tangerangkota.layanan.complaint.casework.Unmasking.State;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.identity.Disclosures.Reason;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who reported a complaint, for a reason. The name is in the answer to the form only:
 * loading the page again, or coming back to it, shows none.
 */
@Controller
class UnmaskingController {

	static final String PATH = CaseQueueController.PATH + "/buka-identitas";

	private static final String LIST = "redirect:/petugas/pengaduan/buka-identitas";

	private final Unmasking unmasking;

	private final CaseReader cases;

	private final CaseOfficers officers;

	private final CurrentActor actor;

	private final DeskWords words;

	UnmaskingController(Unmasking unmasking, CaseReader cases, CaseOfficers officers, CurrentActor actor,
			DeskWords words) {
		this.unmasking = unmasking;
		this.cases = cases;
		this.officers = officers;
		this.actor = actor;
		this.words = words;
	}

	/**
	 * A request in words.
	 *
	 * @param mine whether whoever looks asked it, and so does not decide it
	 * @param granted whether somebody else agreed
	 */
	record Line(UUID id, String ticket, String by, String at, String reason, String note, boolean mine,
			boolean granted) {
	}

	/** Anonymous ones are for those in charge; others also for whoever works on them. */
	static boolean isFor(Desk desk, CaseFile file) {
		boolean charge = desk.actor().is(file.line().supervisory() ? Role.INSPECTOR : Role.COORDINATOR);
		return charge || (!file.line().anonymous() && desk.writes() && desk.ofAgency());
	}

	@GetMapping(PATH)
	String list(Model model, Locale locale) {
		AccountId me = this.actor.get().requireAccount();
		Map<AccountId, String> names = this.officers.names();
		model.addAttribute("lines",
				this.unmasking.open().stream().map((request) -> line(request, me, names, locale)).toList());
		return "complaint/desk/unmaskings";
	}

	private Line line(Request request, AccountId me, Map<AccountId, String> names, Locale locale) {
		return new Line(request.id(), request.ticket().toString(),
				names.getOrDefault(request.askedBy(), this.words.say("complaint-desk.officer.gone", locale)),
				this.words.moment(request.askedAt(), locale),
				this.words.say("complaint-desk.unmask.reason." + request.reason(), locale), request.note(),
				request.askedBy().equals(me), request.state() == State.GRANTED);
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
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(file, model, locale);
		}
		Reason reason = form.reason().orElseThrow();
		if (!file.line().anonymous()) {
			return person(file.line().ticket().toString(),
					this.unmasking.reveal(file.line().ticket(), reason, form.note()), model);
		}
		this.unmasking.ask(file.line().ticket(), reason, form.note());
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.unmask.asked");
		return LIST;
	}

	@PostMapping(PATH + "/permintaan/{id}")
	String decide(@PathVariable UUID id, @RequestParam(required = false) @Nullable String aksi,
			HttpServletRequest request) {
		try {
			this.unmasking.decide(id, "setuju".equals(aksi));
			Flash.put(request, Flash.Kind.SUCCESS,
					"setuju".equals(aksi) ? "complaint-desk.unmask.granted" : "complaint-desk.unmask.denied");
		}
		catch (CaseRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.refused." + ex.reason());
		}
		return LIST;
	}

	@PostMapping(PATH + "/permintaan/{id}/lihat")
	String use(@PathVariable UUID id, HttpServletRequest request, Model model) {
		try {
			String ticket = this.unmasking.require(id).ticket().toString();
			return person(ticket, this.unmasking.use(id), model);
		}
		catch (CaseRefused ex) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.refused." + ex.reason());
			return LIST;
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

	private static String person(String ticket, Unmasking.Person person, Model model) {
		model.addAttribute("ticket", ticket);
		model.addAttribute("person", person);
		return "complaint/desk/person";
	}

	private String show(CaseFile file, Model model, Locale locale) {
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("subject", file.line().subject());
		model.addAttribute("anonymous", file.line().anonymous());
		model.addAttribute("longest", UnmaskingForm.LONGEST_NOTE);
		model.addAttribute("reasons",
				Stream.of(Reason.values())
					.filter((reason) -> reason != Reason.AT_THE_COUNTER)
					.map((reason) -> new Option(reason.name(),
							this.words.say("complaint-desk.unmask.reason." + reason, locale)))
					.toList());
		return "complaint/desk/unmask";
	}

}
