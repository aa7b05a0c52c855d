package id.tangerangkota.layanan.complaint.web.follow;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.complaint.ComplaintSurvey;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.complaint.casework.IllegalCaseChange;
import id.tangerangkota.layanan.complaint.casework.ReporterView;
import id.tangerangkota.layanan.complaint.open.PhotoRemoval;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.RatingForm;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.RedactForm;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.ReopenForm;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.ReplyForm;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What reporters do about their complaint, each on a page of its own. */
@Controller
class ReportStepController {

	private static final String PATH = ReportController.PATH;

	private static final String BACK = "redirect:/pengaduan/saya/{nomor}";

	/** As the settings of attachments have it, in megabytes. */
	private static final int LARGEST_PHOTO = 10;

	private final CitizenDesk desk;

	private final OpenedReports opened;

	private final ReplyPhotos photos;

	private final PhotoRemoval removal;

	private final ReportPages pages;

	private final ObjectProvider<ComplaintSurvey> surveys;

	ReportStepController(CitizenDesk desk, OpenedReports opened, ReplyPhotos photos, PhotoRemoval removal,
			ReportPages pages, ObjectProvider<ComplaintSurvey> surveys) {
		this.surveys = surveys;
		this.removal = removal;
		this.desk = desk;
		this.opened = opened;
		this.photos = photos;
		this.pages = pages;
	}

	@GetMapping(PATH + "/balas")
	String reply(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", new ReplyForm(null, UUID.randomUUID()));
		return showReply(key(nomor, request), request, model, locale);
	}

	@PostMapping(PATH + "/balas")
	String reply(@PathVariable String nomor, @ModelAttribute("form") ReplyForm form, BindingResult errors,
			@RequestParam(name = "foto", required = false) @Nullable List<MultipartFile> foto,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) throws IOException {
		Key key = key(nomor, request);
		form.check(errors);
		try {
			this.photos.keep(request, key.ticket(), (foto != null) ? foto : List.of());
		}
		catch (RefusedAttachment ex) {
			errors.reject(ex.messageKey(), new Object[] { LARGEST_PHOTO }, null);
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showReply(key, request, model, locale);
		}
		this.desk.reply(key, new CaseDesk.Words(form.words(), this.photos.draft(request, key.ticket()), form.kunci()));
		this.photos.forget(request);
		return done(request, form.masked() ? "complaint-follow.replied.masked" : "complaint-follow.replied");
	}

	private String showReply(Key key, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("kept", this.photos.count(request, key.ticket()));
		model.addAttribute("most", ReplyPhotos.MOST);
		show(key, model, locale);
		return "complaint/follow/reply";
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

	/** Whoever may not is asked for the code, whatever the number. */
	private Key key(String nomor, HttpServletRequest request) {
		return TicketNumber.parse(nomor)
			.flatMap((ticket) -> this.opened.key(request, ticket))
			.orElseThrow(NotOpened::new);
	}

	private void show(Key key, Model model, Locale locale) {
		model.addAttribute("indexed", false);
		model.addAttribute("page", this.pages.view(this.desk.view(key), locale));
	}

	private static String done(HttpServletRequest request, String message) {
		Flash.put(request, Flash.Kind.SUCCESS, message);
		return BACK;
	}

	@ExceptionHandler(NotOpened.class)
	String notOpened() {
		return "redirect:/pengaduan/lacak?nomor={nomor}";
	}

	/** Nobody has shown that it is theirs, or the session is over. */
	private static final class NotOpened extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotOpened() {
			super(null, null, false, false);
		}

	}

	/** The page it was asked for from is old; the new one says how things are now. */
	@ExceptionHandler({ CaseRefused.class, IllegalCaseChange.class })
	String refused(RuntimeException ex, HttpServletRequest request, Model model) {
		boolean late = ex instanceof CaseRefused refused && refused.reason() == CaseRefused.Reason.TOO_LATE;
		Flash.put(request, Flash.Kind.WARNING,
				late ? "complaint-follow.refused.late" : "complaint-follow.refused.changed");
		return BACK;
	}

}
