package id.tangerangkota.layanan.complaint.web.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import id.tangerangkota.layanan.attachment.AttachmentFile;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.Originals;
import id.tangerangkota.layanan.complaint.casework.Originals.Found;
import id.tangerangkota.layanan.complaint.casework.Originals.Reason;
import id.tangerangkota.layanan.web.Choice;
import id.tangerangkota.layanan.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What stood in a complaint before words, photos or documents were taken out, for a
 * reason. It is in the answer to the form only: to load the page again asks again.
 */
@Controller
class OriginalsController {

	static final String PATH = "/petugas/isi-asli";

	private final Originals originals;

	private final DeskWords words;

	OriginalsController(Originals originals, DeskWords words) {
		this.originals = originals;
		this.words = words;
	}

	/**
	 * Of which complaint, and why.
	 *
	 * @param alasan name of a {@link Reason}
	 */
	record OriginalsForm(@Nullable String nomor, @Nullable String alasan) {

		Optional<TicketNumber> ticket() {
			return (this.nomor != null) ? TicketNumber.parse(this.nomor.strip()) : Optional.empty();
		}

		Optional<Reason> reason() {
			return Arrays.stream(Reason.values()).filter((reason) -> reason.name().equals(this.alasan)).findFirst();
		}

	}

	/** Words, and until when they stood there. */
	record Line(String label, String text) {
	}

	@GetMapping(PATH)
	String form(Model model, Locale locale) {
		model.addAttribute("form", new OriginalsForm(null, null));
		return show(null, model, locale);
	}

	@PostMapping(PATH)
	String read(@ModelAttribute("form") OriginalsForm form, BindingResult errors, HttpServletResponse response,
			Model model, Locale locale) {
		Optional<TicketNumber> ticket = form.ticket();
		Optional<Reason> reason = form.reason();
		if (ticket.isEmpty()) {
			errors.rejectValue("nomor", StringUtils.hasText(form.nomor()) ? "complaint-desk.originals.unknown"
					: "complaint-desk.originals.missing");
		}
		if (reason.isEmpty()) {
			errors.rejectValue("alasan", "complaint-desk.error.alasan");
		}
		Optional<Found> found = (ticket.isPresent() && reason.isPresent())
				? this.originals.read(ticket.get(), reason.get()) : Optional.empty();
		if (!errors.hasErrors() && found.isEmpty()) {
			errors.rejectValue("nomor", "complaint-desk.originals.unknown");
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return show(found.orElse(null), model, locale);
	}

	/** As a download, as far from a page as a file can be. */
	@PostMapping(PATH + "/{id}")
	void download(@PathVariable UUID id, @ModelAttribute("form") OriginalsForm form, HttpServletResponse response)
			throws IOException {
		AttachmentId wanted = new AttachmentId(id);
		AttachmentFile file = form.ticket()
			.flatMap((ticket) -> form.reason().flatMap((reason) -> this.originals.open(ticket, wanted, reason)))
			.orElseThrow(NotFound::new);
		// Opened first: where that fails, the page that says so is none of a file's size.
		try (InputStream content = file.content().get()) {
			response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
			response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("asli-" + wanted.toString().substring(0, 8) + "."
								+ file.mediaType().substring(file.mediaType().indexOf('/') + 1).replace("jpeg", "jpg"))
						.build()
						.toString());
			response.setContentType(file.mediaType());
			response.setContentLengthLong(file.size());
			content.transferTo(response.getOutputStream());
		}
	}

	private String show(@Nullable Found found, Model model, Locale locale) {
		model.addAttribute("reasons",
				Stream.of(Reason.values())
					.map((reason) -> new Choice(reason.name(),
							this.words.say("complaint-desk.originals.reason." + reason, locale)))
					.toList());
		model.addAttribute("found", found != null);
		model.addAttribute("lines",
				(found != null) ? found.words().stream().map((words) -> line(words, locale)).toList() : List.of());
		model.addAttribute("files", (found != null) ? found.files() : List.of());
		return "complaint/desk/originals";
	}

	private Line line(Originals.Words words, Locale locale) {
		return new Line(
				this.words.say(words.reported() ? "complaint-desk.originals.report" : "complaint-desk.originals.entry",
						locale, this.words.time(words.until(), locale)),
				words.text());
	}

}
