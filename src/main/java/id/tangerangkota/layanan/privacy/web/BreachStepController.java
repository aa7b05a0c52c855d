package id.tangerangkota.layanan.privacy.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.privacy.breach.Recipient;
import id.tangerangkota.layanan.privacy.breach.BreachDetail;
import id.tangerangkota.layanan.privacy.breach.BreachId;
import id.tangerangkota.layanan.privacy.breach.BreachRegister;
import id.tangerangkota.layanan.privacy.breach.IllegalBreachChange;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps after a breach was recorded: the notice, and the end. */
@Controller
class BreachStepController {

	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private final BreachRegister breaches;

	private final NoticeText notice;

	private final MessageSource messages;

	private final Clock clock;

	BreachStepController(BreachRegister breaches, NoticeText notice, MessageSource messages, Clock clock) {
		this.breaches = breaches;
		this.notice = notice;
		this.messages = messages;
		this.clock = clock;
	}

	/** The notice, to print. */
	@GetMapping("/admin/pelanggaran-data/{id}/surat")
	String letter(@PathVariable UUID id, Model model, Locale locale) {
		BreachDetail breach = find(id);
		model.addAttribute("breach", breach);
		model.addAttribute("missing", NoticeText.missing(breach));
		model.addAttribute("letter", this.notice.write(breach, locale));
		return "privacy/breach-letter";
	}

	@GetMapping("/admin/pelanggaran-data/{id}/surat.txt")
	ResponseEntity<byte[]> letterFile(@PathVariable UUID id, Locale locale) {
		return ResponseEntity.ok()
			.contentType(PLAIN)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("pemberitahuan-" + id + ".txt").build().toString())
			.body(this.notice.write(find(id), locale).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/admin/pelanggaran-data/{id}/pemberitahuan")
	String noticeForm(@PathVariable UUID id, Model model, Locale locale) {
		model.addAttribute("form", NoticeForm.EMPTY);
		return showNotice(find(id), model, locale);
	}

	@PostMapping("/admin/pelanggaran-data/{id}/pemberitahuan")
	String notify(@PathVariable UUID id, @ModelAttribute("form") NoticeForm form, BindingResult errors,
			HttpServletResponse response, Model model, Locale locale, RedirectAttributes redirect) {
		BreachDetail breach = find(id);
		Instant sentAt = form.check(breach.summary().noticedAt(), this.clock.instant(), errors);
		if (errors.hasErrors() || sentAt == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showNotice(breach, model, locale);
		}
		BreachId breachId = new BreachId(id);
		try {
			this.breaches.notify(breachId, form.audience().orElseThrow(), sentAt, form.recipients());
		}
		catch (IllegalBreachChange ex) {
			return BreachController.to(breachId, Done.CANNOT, redirect);
		}
		return BreachController.to(breachId, Done.NOTIFIED, redirect);
	}

	private String showNotice(BreachDetail breach, Model model, Locale locale) {
		List<Choice> audiences = Arrays.stream(Recipient.values())
			.map((audience) -> new Choice(audience.name(),
					this.messages.getMessage("privacy.audience." + audience, null, locale)))
			.toList();
		model.addAttribute("breach", breach);
		model.addAttribute("audiences", audiences);
		return "privacy/breach-notice";
	}

	@GetMapping("/admin/pelanggaran-data/{id}/tutup")
	String closing(@PathVariable UUID id, Model model) {
		model.addAttribute("form", EndForm.EMPTY);
		return showEnd(id, false, model);
	}

	@PostMapping("/admin/pelanggaran-data/{id}/tutup")
	String close(@PathVariable UUID id, @ModelAttribute("form") EndForm form, BindingResult errors,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		return end(id, false, form, errors, response, model, redirect);
	}

	@GetMapping("/admin/pelanggaran-data/{id}/batalkan")
	String dismissal(@PathVariable UUID id, Model model) {
		model.addAttribute("form", EndForm.EMPTY);
		return showEnd(id, true, model);
	}

	@PostMapping("/admin/pelanggaran-data/{id}/batalkan")
	String dismiss(@PathVariable UUID id, @ModelAttribute("form") EndForm form, BindingResult errors,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		return end(id, true, form, errors, response, model, redirect);
	}

	private String end(UUID id, boolean dismissed, EndForm form, BindingResult errors, HttpServletResponse response,
			Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return showEnd(id, dismissed, model);
		}
		BreachId breach = new BreachId(id);
		try {
			if (dismissed) {
				this.breaches.dismiss(breach, form.words());
			}
			else {
				this.breaches.close(breach, form.words());
			}
		}
		catch (IllegalBreachChange ex) {
			return BreachController.to(breach, Done.CANNOT, redirect);
		}
		return BreachController.to(breach, dismissed ? Done.DISMISSED : Done.CLOSED, redirect);
	}

	private String showEnd(UUID id, boolean dismissed, Model model) {
		model.addAttribute("breach", find(id));
		model.addAttribute("dismissed", dismissed);
		return "privacy/breach-end";
	}

	private BreachDetail find(UUID id) {
		return this.breaches.find(new BreachId(id)).orElseThrow(NotFound::new);
	}

}
