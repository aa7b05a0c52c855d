package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.Unmasking;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A case: all the staff may know about it, and what can be done. */
@Controller
class CaseController {

	private final CaseReader cases;

	private final CasePages pages;

	private final CaseOfficers officers;

	private final Unmasking unmasking;

	private final CurrentActor actor;

	CaseController(CaseReader cases, CasePages pages, CaseOfficers officers, Unmasking unmasking, CurrentActor actor) {
		this.cases = cases;
		this.pages = pages;
		this.officers = officers;
		this.unmasking = unmasking;
		this.actor = actor;
	}

	/** What can be done, as a link. */
	record Action(String code, CaseStep step) {

		Action(CaseStep step) {
			this(step.code(), step);
		}

	}

	@GetMapping(CaseQueueController.PATH + "/{tiket}")
	String page(@PathVariable String tiket, @RequestParam(required = false) @Nullable String antrean, Model model,
			Locale locale) {
		Desk desk = Desk.of(this.actor.get());
		CaseFile file = require(tiket, desk);
		QueueForm form = QueueForm.parse(antrean);
		model.addAttribute("view", this.pages.view(file, locale));
		Optional<CaseStep> next = CaseStep.next(desk, file);
		model.addAttribute("next", next.map(Action::new).orElse(null));
		model.addAttribute("actions", actions(desk, file, next));
		model.addAttribute("handOver", isStuck(desk, file) ? ComplaintDesk.COORDINATORS.code() : null);
		model.addAttribute("queue", form.query());
		model.addAttribute("back", form.href(1));
		boolean mayAsk = UnmaskingController.isFor(desk, file);
		boolean nobody = mayAsk && this.unmasking.isNobody(file.line().id());
		model.addAttribute("unmask", mayAsk && !nobody);
		model.addAttribute("nobody", nobody);
		model.addAttribute("reported", file.channel() != Channel.OUTAGE);
		model.addAttribute("version", file.line().version());
		model.addAttribute("writes", desk.writes());
		return "complaint/desk/case";
	}

	/**
	 * Whether whoever works on it may not decide it again, and nobody else of the agency
	 * is there: then only the coordinators can go on.
	 */
	private boolean isStuck(Desk desk, CaseFile file) {
		AgencyId agency = file.line().agency();
		return agency != null && !agency.equals(ComplaintDesk.COORDINATORS) && desk.ofAgency()
				&& CaseStep.FORWARD.isFor(desk, file) && file.barred().contains(desk.actor().requireAccount())
				&& !this.officers.hasOthers(agency, file.barred());
	}

	/** All the others; words are taken out where they stand. */
	private static List<Action> actions(Desk desk, CaseFile file, Optional<CaseStep> next) {
		return CaseStep.of(desk, file)
			.stream()
			.filter((step) -> step != CaseStep.REDACT && !next.equals(Optional.of(step)))
			.map(Action::new)
			.toList();
	}

	/** On paper: without what can be done, and without notes unless they are wanted. */
	@GetMapping(CaseQueueController.PATH + "/{tiket}/cetak")
	String paper(@PathVariable String tiket, @RequestParam(required = false) @Nullable String catatan, Model model,
			Locale locale) {
		model.addAttribute("view", this.pages.view(require(tiket, Desk.of(this.actor.get())), locale));
		model.addAttribute("internal", "ya".equals(catatan));
		return "complaint/desk/print";
	}

	private CaseFile require(String ticket, Desk desk) {
		return find(this.cases, ticket, desk);
	}

	/** The same answer for what is not there and what is not theirs. */
	static CaseFile find(CaseReader cases, String ticket, Desk desk) {
		return TicketNumber.parse(ticket)
			.flatMap((number) -> cases.find(number, desk.access()))
			.orElseThrow(NotFound::new);
	}

}
