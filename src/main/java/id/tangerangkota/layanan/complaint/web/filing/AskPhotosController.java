package id.tangerangkota.layanan.complaint.web.filing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.AttachmentKind;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.attachment.Attachments;
import id.tangerangkota.layanan.attachment.PhotoPlace;
import id.tangerangkota.layanan.attachment.RefusedAttachment;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.attachment.UploadOptions;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos and documents, each sent by itself: what came through stays, however often the
 * connection breaks. No text is sent along, for it could not be shown again.
 */
@Controller
class AskPhotosController {

	static final int MOST = 5;

	private static final String PATH = FilingSession.PATH + "/foto";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/foto";

	private final Walk walk;

	private final FilingSession session;

	private final FilingLimits limits;

	private final Attachments attachments;

	private final ComplaintDesk desk;

	private final MessageSource messages;

	private final long megabytes;

	AskPhotosController(Walk walk, FilingSession session, FilingLimits limits, Attachments attachments,
			ComplaintDesk desk, MessageSource messages,
			@Value("${layanan.attachment.max-size:10MB}") DataSize largest) {
		this.walk = walk;
		this.session = session;
		this.limits = limits;
		this.attachments = attachments;
		this.desk = desk;
		this.messages = messages;
		this.megabytes = largest.toMegabytes();
	}

	/** A file that is there already. */
	record Uploaded(UUID id, boolean photo, int number, long kilobytes) {
	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object form(HttpServletRequest request, Model model) {
		return this.walk.ask(Step.PHOTOS, request, model, (draft) -> show(draft, null, model));
	}

	/**
	 * Takes one file, and says how it went as a page or, to the script, as a document.
	 */
	@PostMapping(path = { PATH, COUNTER_PATH }, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Object upload(@RequestParam(required = false) @Nullable MultipartFile foto,
			@RequestParam(name = "pakai-lokasi", required = false) @Nullable String usePlace,
			HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
		boolean script = isForScript(request);
		Optional<Draft> draft = this.session.draft(request);
		AttachmentOwner owner = draft.map(Draft::attachments).orElseGet(() -> fromPhone(request));
		if (owner == null) {
			if (script && isSent(request)) {
				return ResponseEntity.status(HttpStatus.CONFLICT).build();
			}
			return script ? refused(this.messages.getMessage("attachment.refused.GONE", null, locale))
					: Walk.to(request, FilingSession.base(request));
		}
		this.limits.takeUpload(request);
		try {
			boolean tellPlace = usePlace != null && draft.filter(Step.PLACE::isAsked).isPresent();
			StoredAttachment stored = store(owner, foto, tellPlace);
			if (tellPlace && draft.isPresent()) {
				usePlace(draft.get(), stored.place(), request);
			}
			return script ? ResponseEntity.ok(Map.of("berkas", stored.id().toString())) : Walk.to(request, Step.PHOTOS);
		}
		catch (RefusedAttachment ex) {
			String message = this.messages.getMessage(ex.messageKey(), new Object[] { this.megabytes }, locale);
			if (script || draft.isEmpty()) {
				return refused(message);
			}
			this.walk.describe(Step.PHOTOS, draft.get(), request, model);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(draft.get(), message, model);
		}
	}

	private StoredAttachment store(AttachmentOwner owner, @Nullable MultipartFile file, boolean tellPlace) {
		UploadOptions photos = UploadOptions.photos(MOST).andDocuments();
		try (InputStream content = (file != null) ? file.getInputStream() : InputStream.nullInputStream()) {
			return this.attachments.store(owner, content, tellPlace ? photos.tellingPlace() : photos);
		}
		catch (IOException ex) {
			throw new IllegalStateException("An upload that came cannot be read", ex);
		}
	}

	private void usePlace(Draft draft, @Nullable PhotoPlace taken, HttpServletRequest request) {
		if (taken == null || !ComplaintPlace.isNear(taken.latitude(), taken.longitude())) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-filing.photos.no-place");
			return;
		}
		@Nullable ComplaintPlace before = draft.place();
		this.session.save(request, draft.withPlace(new ComplaintPlace((before != null) ? before.subDistrict() : null,
				(before != null) ? before.address() : null, taken.latitude(), taken.longitude())));
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-filing.photos.place-used");
	}

	/**
	 * A draft a phone has kept sends its photos before itself, under the key it brings.
	 */
	private @Nullable AttachmentOwner fromPhone(HttpServletRequest request) {
		Optional<UUID> key = FilingSession.typedKey(request)
			.filter((typed) -> this.session.holds(request, typed) || this.desk.receipt(typed).isEmpty());
		key.ifPresent((typed) -> this.session.comesFromPhone(request, typed));
		return key.map((typed) -> new AttachmentOwner(Draft.ATTACHMENTS, typed)).orElse(null);
	}

	/** A phone that did not hear the answer sends all of it again. */
	private boolean isSent(HttpServletRequest request) {
		return FilingSession.typedKey(request).flatMap(this.desk::receipt).isPresent();
	}

	private static ResponseEntity<Map<String, String>> refused(String message) {
		return ResponseEntity.unprocessableContent()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("pesan", message));
	}

	static boolean isForScript(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return accept != null && accept.contains("json") && !accept.contains("html");
	}

	@PostMapping({ PATH + "/{id}/hapus", COUNTER_PATH + "/{id}/hapus" })
	Object remove(@PathVariable UUID id, HttpServletRequest request) {
		this.session.draft(request)
			.ifPresent((draft) -> this.attachments.remove(draft.attachments(), new AttachmentId(id)));
		return Walk.to(request, Step.PHOTOS);
	}

	@PostMapping({ PATH + "/lanjut", COUNTER_PATH + "/lanjut" })
	Object goOn(HttpServletRequest request, Model model) {
		return this.walk.goOn(request, this.walk.draftFor(Step.PHOTOS, request, model).afterPhotos());
	}

	private String show(Draft draft, @Nullable String refusal, Model model) {
		List<Uploaded> uploaded = uploaded(draft, this.attachments);
		model.addAttribute("uploaded", uploaded);
		model.addAttribute("room", MOST - uploaded.size());
		model.addAttribute("most", MOST);
		model.addAttribute("megabytes", this.megabytes);
		model.addAttribute("refusal", refusal);
		model.addAttribute("place", Step.PLACE.isAsked(draft));
		return "complaint/filing/photos";
	}

	static List<Uploaded> uploaded(Draft draft, Attachments attachments) {
		List<StoredAttachment> stored = attachments.of(draft.attachments());
		return stored.stream()
			.map((file) -> new Uploaded(file.id().value(), file.kind() == AttachmentKind.PHOTO,
					stored.indexOf(file) + 1, Math.max(1, file.size() / 1024)))
			.toList();
	}

}
