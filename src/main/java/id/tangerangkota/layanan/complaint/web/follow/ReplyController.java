package id.tangerangkota.layanan.complaint.web.follow;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.complaint.web.follow.ReportForms.ReplyForm;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * What reporters add to their complaint, or answer to a question. A request has room for
 * one photo, so several are added one by one; the text stays on the page meanwhile.
 */
@Controller
class ReplyController {

	private static final String PATH = ReportController.PATH + "/balas";

	/** What the button says that only adds a photo. */
	private static final String ADD_PHOTO = "foto";

	private final CitizenDesk desk;

	private final OpenedReports opened;

	private final ReplyPhotos photos;

	private final ReplyLimits limits;

	private final ReportPages pages;

	private final PageClock pageClock;

	private final Clock clock;

	private final long megabytes;

	ReplyController(CitizenDesk desk, OpenedReports opened, ReplyPhotos photos, ReplyLimits limits, ReportPages pages,
			PageClock pageClock, Clock clock, @Value("${layanan.attachment.max-size:10MB}") DataSize largest) {
		this.desk = desk;
		this.opened = opened;
		this.photos = photos;
		this.limits = limits;
		this.pages = pages;
		this.pageClock = pageClock;
		this.clock = clock;
		this.megabytes = largest.toMegabytes();
	}

	@GetMapping(PATH)
	String reply(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("form", new ReplyForm(null, UUID.randomUUID()));
		return show(this.opened.require(request, nomor), request, model, locale);
	}

	@PostMapping(PATH)
	String reply(@PathVariable String nomor, @ModelAttribute("form") ReplyForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile foto,
			@RequestParam(required = false) @Nullable String aksi, HttpServletRequest request,
			HttpServletResponse response, Model model, Locale locale) {
		Key key = this.opened.require(request, nomor);
		boolean adding = ADD_PHOTO.equals(aksi);
		if (!adding) {
			form.check(errors);
		}
		keep(key, foto, adding, errors, request, response, locale);
		if (!adding && !errors.hasErrors()) {
			takeReply(key, errors, request, response, locale);
		}
		if (errors.hasErrors() && response.getStatus() == HttpStatus.OK.value()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		if (adding || errors.hasErrors()) {
			return show(key, request, model, locale);
		}
		this.desk.reply(key, new CaseDesk.Words(form.words(), this.photos.draft(request, key.ticket()), form.kunci()));
		this.photos.forget(request);
		Flash.put(request, Flash.Kind.SUCCESS,
				form.masked() ? "complaint-follow.replied.masked" : "complaint-follow.replied");
		return "redirect:/pengaduan/saya/{nomor}";
	}

	/** Keeps the photo that came along, also where something else is wrong. */
	private void keep(Key key, @Nullable MultipartFile photo, boolean adding, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Locale locale) {
		if (!adding && !ReplyPhotos.isThere(photo)) {
			return;
		}
		try {
			this.limits.takePhoto(request, key.complaint());
			this.photos.keep(request, key.ticket(), photo);
		}
		catch (RefusedAttachment ex) {
			errors.reject(ex.messageKey(), new Object[] { this.megabytes }, null);
		}
		catch (TooManyTries ex) {
			errors.reject("complaint-follow.photos.wait", new Object[] { until(ex, response, locale) }, null);
		}
	}

	private void takeReply(Key key, BindingResult errors, HttpServletRequest request, HttpServletResponse response,
			Locale locale) {
		try {
			this.limits.takeReply(request, key.complaint());
		}
		catch (TooManyTries ex) {
			errors.rejectValue("isi", "complaint-follow.reply.wait", new Object[] { until(ex, response, locale) },
					null);
		}
	}

	/** Says to machines and people when to come again. */
	private String until(TooManyTries ex, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ex.retryAfter().toSeconds()));
		return this.pageClock.format(this.clock.instant().plus(ex.retryAfter()).plusSeconds(59), locale);
	}

	private String show(Key key, HttpServletRequest request, Model model, Locale locale) {
		model.addAttribute("kept", this.photos.count(request, key.ticket()));
		model.addAttribute("most", ReplyPhotos.MOST);
		model.addAttribute("megabytes", this.megabytes);
		model.addAttribute("indexed", false);
		model.addAttribute("page", this.pages.view(this.desk.view(key), locale));
		return "complaint/follow/reply";
	}

}
