package id.tangerangkota.layanan.complaint.web.desk;

import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseDesk.Shown;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.open.PhotoRemoval;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
import id.tangerangkota.layanan.complaint.queue.CaseFile.Hanging;
import id.tangerangkota.layanan.complaint.queue.CaseReader;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Puts another picture in the place of a photo, as after faces and number plates were
 * covered, or takes a photo or a document out. What was there before is kept for audit
 * only.
 */
@Controller
class CasePhotoController {

	private static final String PATH = CaseQueueController.PATH + "/{tiket}/foto/{gambar}";

	private final CaseReader cases;

	private final CaseDesk desk;

	private final PhotoRemoval removal;

	private final CasePhotos uploads;

	private final CurrentActor actor;

	CasePhotoController(CaseReader cases, CaseDesk desk, PhotoRemoval removal, CasePhotos uploads, CurrentActor actor) {
		this.cases = cases;
		this.desk = desk;
		this.removal = removal;
		this.uploads = uploads;
		this.actor = actor;
	}

	/**
	 * The picture to show from now on.
	 *
	 * @param versi of the case as the page showed it
	 */
	record PhotoForm(@Nullable MultipartFile foto, @Nullable Integer versi) {
	}

	@GetMapping(PATH)
	String form(@PathVariable String tiket, @PathVariable UUID gambar, Model model) {
		CaseFile file = find(tiket);
		model.addAttribute("form", new PhotoForm(null, null));
		return show(file, hanging(file, gambar), model);
	}

	@PostMapping(PATH)
	String replace(@PathVariable String tiket, @PathVariable UUID gambar, @ModelAttribute("form") PhotoForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		CaseFile file = find(tiket);
		Hanging hanging = hanging(file, gambar);
		AttachmentId photo = hanging.file().id();
		try {
			if (this.uploads.replace(photo, form.foto(), () -> this.desk.redact(shown(file, form.versi()), photo),
					errors)) {
				return done("complaint-desk.photo.replaced", file, request, redirect);
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		catch (CaseRefused ex) {
			errors.reject("complaint-desk.refused." + ex.reason());
			response.setStatus(HttpStatus.CONFLICT.value());
		}
		return show(file, hanging, model);
	}

	@PostMapping(PATH + "/hapus")
	String remove(@PathVariable String tiket, @PathVariable UUID gambar, @ModelAttribute("form") PhotoForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		CaseFile file = find(tiket);
		Hanging hanging = hanging(file, gambar);
		try {
			this.removal.remove(shown(file, form.versi()), hanging.owner(), hanging.file().id());
			return done("complaint-desk.photo.removed", file, request, redirect);
		}
		catch (CaseRefused ex) {
			errors.reject("complaint-desk.refused." + ex.reason());
			response.setStatus(HttpStatus.CONFLICT.value());
			return show(file, hanging, model);
		}
	}

	private CaseFile find(String ticket) {
		return CaseController.find(this.cases, ticket, Desk.of(this.actor.get()));
	}

	private Hanging hanging(CaseFile file, UUID photo) {
		return file.find(new AttachmentId(photo))
			.filter((found) -> Desk.of(this.actor.get()).writes())
			.orElseThrow(NotFound::new);
	}

	private static Shown shown(CaseFile file, @Nullable Integer version) {
		return new Shown(file.line().id(), (version != null) ? version : -1);
	}

	private static String done(String message, CaseFile file, HttpServletRequest request, RedirectAttributes redirect) {
		Flash.put(request, Flash.Kind.SUCCESS, message);
		redirect.addAttribute("tiket", file.line().ticket().toString());
		return "redirect:/petugas/pengaduan/{tiket}";
	}

	/** With the version as it is now: whoever was refused has seen that it changed. */
	private static String show(CaseFile file, Hanging hanging, Model model) {
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("version", file.line().version());
		model.addAttribute("file", hanging.file());
		return "complaint/desk/photo";
	}

}
