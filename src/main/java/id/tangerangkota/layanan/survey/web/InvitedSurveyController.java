package id.tangerangkota.layanan.survey.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.survey.Occasion;
import id.tangerangkota.layanan.survey.answer.AnswerDesk;
import id.tangerangkota.layanan.survey.answer.Invitation;
import id.tangerangkota.layanan.survey.answer.Invitations;
import id.tangerangkota.layanan.survey.answer.Sheet;
import id.tangerangkota.layanan.survey.answer.Sheets;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks those who have a link: after a complaint, and after an outage they followed. */
@Controller
class InvitedSurveyController {

	private final Invitations invitations;

	private final ServiceCatalog catalog;

	private final AnswerDesk desk;

	private final Sheets sheets;

	private final SheetPages pages;

	private final SurveyWords words;

	private final SurveyDoor door;

	InvitedSurveyController(Invitations invitations, ServiceCatalog catalog, AnswerDesk desk, Sheets sheets,
			SheetPages pages, SurveyWords words, SurveyDoor door) {
		this.invitations = invitations;
		this.catalog = catalog;
		this.desk = desk;
		this.sheets = sheets;
		this.pages = pages;
		this.words = words;
		this.door = door;
	}

	@GetMapping(Invitations.COMPLAINT_PATH + "{token}")
	String afterComplaint(@PathVariable String token, HttpServletRequest request, Model model, Locale locale,
			RedirectAttributes redirect) {
		return ask(find(token, Occasion.COMPLAINT), token, request, model, locale, redirect);
	}

	@PostMapping(Invitations.COMPLAINT_PATH + "{token}")
	String takeAfterComplaint(@PathVariable String token, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		return take(find(token, Occasion.COMPLAINT), token, request, response, model, locale);
	}

	@GetMapping(Invitations.OUTAGE_PATH + "{token}")
	String afterOutage(@PathVariable String token, HttpServletRequest request, Model model, Locale locale,
			RedirectAttributes redirect) {
		return ask(find(token, Occasion.OUTAGE), token, request, model, locale, redirect);
	}

	@PostMapping(Invitations.OUTAGE_PATH + "{token}")
	String takeAfterOutage(@PathVariable String token, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		return take(find(token, Occasion.OUTAGE), token, request, response, model, locale);
	}

	private Invitation find(String token, Occasion occasion) {
		return this.invitations.find(token)
			.filter((invitation) -> invitation.occasion() == occasion)
			.orElseThrow(NotFound::new);
	}

	private String ask(Invitation invitation, String token, HttpServletRequest request, Model model, Locale locale,
			RedirectAttributes redirect) {
		model.addAttribute("indexed", false);
		if (invitation.answered()) {
			return ServiceSurveyController.THANKS;
		}
		ServiceSummary service = service(invitation.service());
		Optional<Sheet> shown = shown(invitation, service, request);
		Sheet sheet = shown.orElseGet(() -> draw(invitation, service));
		if (invitation.expired() || sheet.parts().isEmpty()) {
			return "survey/expired";
		}
		if (this.desk.hasAnswered(sheet, this.door.respondent(request))) {
			return ServiceSurveyController.THANKS;
		}
		if (shown.isEmpty()) {
			this.pages.keep(sheet, redirect);
			return (invitation.occasion() == Occasion.COMPLAINT) ? "redirect:/survei/pengaduan/{token}"
					: "redirect:/survei/gangguan/{token}";
		}
		this.pages.put(this.pages.show(sheet, setting(invitation, service, token, locale), locale), request, model);
		return "survey/sheet";
	}

	/** Whoever began before the end of the link may finish. */
	private String take(Invitation invitation, String token, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		if (invitation.answered()) {
			return ServiceSurveyController.THANKS;
		}
		ServiceSummary service = service(invitation.service());
		SheetPages.Read read = this.pages.read(request,
				shown(invitation, service, request).orElseGet(() -> draw(invitation, service)), locale);
		if (read.filled() != null) {
			return thank(this.desk.take(read.filled(), this.door.enter(request)), request);
		}
		model.addAttribute("indexed", false);
		this.pages.again(read, setting(invitation, service, token, locale), request, response, model, locale);
		return "survey/sheet";
	}

	/** Whoever is not content is told what happens now. */
	private static String thank(AnswerDesk.Outcome outcome, HttpServletRequest request) {
		if (outcome == AnswerDesk.Outcome.REOPENED) {
			Flash.put(request, Flash.Kind.SUCCESS, "survey.complaint.reopened");
		}
		else if (outcome == AnswerDesk.Outcome.TOO_LATE) {
			Flash.put(request, Flash.Kind.WARNING, "survey.complaint.late");
		}
		return ServiceSurveyController.THANKS;
	}

	private @Nullable ServiceSummary service(@Nullable ServiceId id) {
		return (id != null) ? this.catalog.summaries(List.of(id)).stream().findFirst().orElse(null) : null;
	}

	private Optional<Sheet> shown(Invitation invitation, @Nullable ServiceSummary service, HttpServletRequest request) {
		return this.sheets.drawn(request.getParameter(SheetPages.DRAW), invitation.occasion(), invitation.service(),
				agency(invitation, service), invitation.id());
	}

	private static @Nullable String agency(Invitation invitation, @Nullable ServiceSummary service) {
		if (invitation.occasion() == Occasion.COMPLAINT) {
			return invitation.agency();
		}
		return (service != null) ? service.agencyCode() : null;
	}

	private Sheet draw(Invitation invitation, @Nullable ServiceSummary service) {
		String agency = agency(invitation, service);
		if (invitation.occasion() == Occasion.COMPLAINT) {
			return this.sheets.recovery(invitation.service(), agency, invitation.id());
		}
		ServiceId id = invitation.service();
		if (id == null) {
			throw new NotFound();
		}
		return this.sheets.more(Occasion.OUTAGE, id, agency, invitation.id());
	}

	private SheetPages.Setting setting(Invitation invitation, @Nullable ServiceSummary service, String token,
			Locale locale) {
		boolean complaint = invitation.occasion() == Occasion.COMPLAINT;
		return new SheetPages.Setting(
				this.words.say(complaint ? "survey.complaint.title" : "survey.outage.title", locale),
				(service != null) ? service.name() : null,
				this.words.say(complaint ? "survey.complaint.lead" : "survey.outage.lead", locale),
				(complaint ? Invitations.COMPLAINT_PATH : Invitations.OUTAGE_PATH) + token, false, complaint,
				complaint && this.sheets.isSolved(invitation.id()), complaint && this.sheets.isSecret(invitation.id()),
				List.of());
	}

}
