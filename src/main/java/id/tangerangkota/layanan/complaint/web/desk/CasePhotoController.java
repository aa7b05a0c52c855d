package id.tangerangkota.layanan.complaint.web.desk;

import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.complaint.queue.CaseFile;
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
 * covered. What was there before is kept for audit only.
 */
@Controller
class CasePhotoController {

	private final CaseReader cases;

	private final CasePhotos uploads;

	private final CurrentActor actor;

	CasePhotoController(CaseReader cases, CasePhotos uploads, CurrentActor actor) {
		this.cases = cases;
		this.uploads = uploads;
		this.actor = actor;
	}

	/** The picture to show from now on. */
	record PhotoForm(@Nullable MultipartFile foto) {
	}

	@GetMapping(CaseQueueController.PATH + "/{tiket}/foto/{gambar}")
	String form(@PathVariable String tiket, @PathVariable UUID gambar, Model model) {
		CaseFile file = require(tiket, gambar);
		model.addAttribute("form", new PhotoForm(null));
		return show(file, gambar, model);
	}

	@PostMapping(CaseQueueController.PATH + "/{tiket}/foto/{gambar}")
	String replace(@PathVariable String tiket, @PathVariable("gambar") UUID photo,
			@ModelAttribute("form") PhotoForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		CaseFile file = require(tiket, photo);
		if (this.uploads.replace(new AttachmentId(photo), form.foto(), errors)) {
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.photo.replaced");
			redirect.addAttribute("tiket", file.line().ticket().toString());
			return "redirect:/petugas/pengaduan/{tiket}";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(file, photo, model);
	}

	private CaseFile require(String ticket, UUID photo) {
		Desk desk = Desk.of(this.actor.get());
		CaseFile file = CaseController.find(this.cases, ticket, desk);
		if (!desk.writes() || !file.has(new AttachmentId(photo))) {
			throw new NotFound();
		}
		return file;
	}

	private static String show(CaseFile file, UUID photo, Model model) {
		model.addAttribute("ticket", file.line().ticket().toString());
		model.addAttribute("photo", photo);
		return "complaint/desk/photo";
	}

}
