package id.tangerangkota.layanan.complaint.web.follow;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.complaint.ComplaintSurvey;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.complaint.casework.ReporterView;
import id.tangerangkota.layanan.complaint.open.PhotoRemoval;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.RatingForm;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.RedactForm;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.ReopenForm;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Query;
import id.tangerangkota.layanan.web.SitePages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What reporters do about their complaint, each on a page of its own. */
@Controller
class ReportStepController {

	private static final String PATH = ReportController.PATH;

	private static final String BACK = "redirect:/pengaduan/saya/{nomor}";

	private final CitizenDesk desk;

	private final OpenedReports opened;

	private final PhotoRemoval removal;

	private final ReportPages pages;

	private final ObjectProvider<ComplaintSurvey> surveys;

	ReportStepController(CitizenDesk desk, OpenedReports opened, PhotoRemoval removal, ReportPages pages,
			ObjectProvider<ComplaintSurvey> surveys) {
		this.surveys = surveys;
		this.removal = removal;
		this.desk = desk;
		this.opened = opened;
		this.pages = pages;
	}

	@PostMapping(PATH + "/beres")
	String confirm(@PathVariable String nomor, HttpServletRequest request) {
		this.desk.confirm(key(nomor, request));
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-follow.confirmed");
		return "redirect:/pengaduan/saya/{nomor}/nilai?beres=ya";
	}

	@GetMapping(PATH + "/buka-lagi")
	String reopen(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", new ReopenForm(null));
		show(key(nomor, request), model, locale);
		return "complaint/follow/reopen";
	}

	@PostMapping(PATH + "/buka-lagi")
	String reopen(@PathVariable String nomor, @ModelAttribute("form") ReopenForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		Key key = key(nomor, request);
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			show(key, model, locale);
			return "complaint/follow/reopen";
		}
		this.desk.reopen(key, form.words());
		return done(request, "complaint-follow.reopened");
	}

	/**
	 * The question how it went.
	 * @param beres what was answered just before, so that nobody has to say it twice
	 */
	@GetMapping(PATH + "/nilai")
	String rate(@PathVariable String nomor, @RequestParam(required = false) @Nullable String beres,
			HttpServletRequest request, Model model, Locale locale) {
		Key key = key(nomor, request);
		String said = (beres == null && this.desk.view(key).isConfirmed()) ? RatingForm.YES : beres;
		model.addAttribute("form", new RatingForm(null, said, null));
		model.addAttribute(SitePages.CARRIED, Query.EMPTY.with("beres", beres));
		return showRating(key, model, locale);
	}

	@PostMapping(PATH + "/nilai")
	String rate(@PathVariable String nomor, @ModelAttribute("form") RatingForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		Key key = key(nomor, request);
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showRating(key, model, locale);
		}
		boolean reopened = this.desk.rate(key, form.rating().orElseThrow(), form.solved(), form.words());
		return done(request, reopened ? "complaint-follow.rated.reopened" : "complaint-follow.rated");
	}

	private String showRating(Key key, Model model, Locale locale) {
		model.addAttribute("stars",
				this.pages.choices("complaint-follow.star.", List.of("5", "4", "3", "2", "1"), locale));
		model.addAttribute("answers", this.pages.choices("complaint-follow.rate.", List.of("ya", "tidak"), locale));
		show(key, model, locale);
		return "complaint/follow/rate";
	}

	/** To the survey about it; to the short form while there is none. */
	@GetMapping(PATH + "/survei")
	ResponseEntity<Void> survey(@PathVariable String nomor, HttpServletRequest request) {
		Key key = key(nomor, request);
		ReporterView report = this.desk.view(key);
		String path = this.surveys.stream()
			.filter((survey) -> report.isToJudge())
			.flatMap((survey) -> survey.path(key.complaint(), report.reopened(), report.service(), report.agency())
				.stream())
			.findFirst()
			.orElse("/pengaduan/saya/" + key.ticket() + "/nilai");
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(Language.of(request).addTo(path)))
			.build();
	}

	@GetMapping(PATH + "/tarik")
	String withdraw(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		show(key(nomor, request), model, locale);
		return "complaint/follow/withdraw";
	}

	@PostMapping(PATH + "/tarik")
	String withdraw(@PathVariable String nomor, HttpServletRequest request) {
		this.desk.withdraw(key(nomor, request));
		return done(request, "complaint-follow.withdrawn");
	}

	@GetMapping(PATH + "/sunting")
	String redact(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		Key key = key(nomor, request);
		ReporterView report = this.desk.view(key);
		model.addAttribute("form", new RedactForm(report.subject(), report.text()));
		model.addAttribute("page", this.pages.view(report, locale));
		model.addAttribute("indexed", false);
		return "complaint/follow/redact";
	}

	@PostMapping(PATH + "/sunting")
	String redact(@PathVariable String nomor, @ModelAttribute("form") RedactForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		Key key = key(nomor, request);
		form.check(errors);
		form.checkAgainst(this.desk.view(key), errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			show(key, model, locale);
			return "complaint/follow/redact";
		}
		this.desk.redact(key, form.subject(), form.words());
		return done(request, "complaint-follow.redacted");
	}

	@PostMapping(PATH + "/foto/{id}/hapus")
	String removePhoto(@PathVariable String nomor, @PathVariable UUID id, HttpServletRequest request) {
		Key key = key(nomor, request);
		try {
			this.removal.remove(key.complaint(), new AttachmentId(id));
		}
		catch (RefusedAttachment ex) {
			throw new NotFound();
		}
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-follow.photo.removed");
		return "redirect:/pengaduan/saya/{nomor}/sunting";
	}

	@GetMapping(PATH + "/anonim")
	String hideName(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		show(key(nomor, request), model, locale);
		return "complaint/follow/hide-name";
	}

	@PostMapping(PATH + "/anonim")
	String hideName(@PathVariable String nomor, HttpServletRequest request) {
		this.desk.becomeAnonymous(key(nomor, request));
		return done(request, "complaint-follow.hidden");
	}

	private Key key(String nomor, HttpServletRequest request) {
		return this.opened.require(request, nomor);
	}

	private void show(Key key, Model model, Locale locale) {
		model.addAttribute("indexed", false);
		model.addAttribute("page", this.pages.view(this.desk.view(key), locale));
	}

	private static String done(HttpServletRequest request, String message) {
		Flash.put(request, Flash.Kind.SUCCESS, message);
		return BACK;
	}

}
