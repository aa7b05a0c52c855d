package id.tangerangkota.layanan.complaint.web.desk;

import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.queue.SavedViews;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.TypedText;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue, and the filters of it that somebody keeps. */
@Controller
class CaseQueueController {

	static final String PATH = "/petugas/pengaduan";

	private final SavedViews savedViews;

	private final CurrentActor actor;

	private final CaseListPages pages;

	CaseQueueController(SavedViews savedViews, CurrentActor actor, CaseListPages pages) {
		this.savedViews = savedViews;
		this.actor = actor;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String page(QueueForm form, Model model, RedirectAttributes redirect, Locale locale) {
		if (form.ticket().isPresent()) {
			redirect.addAttribute("tiket", form.ticket().get().toString());
			return "redirect:/petugas/pengaduan/{tiket}";
		}
		this.pages.show(form, Desk.of(this.actor.get()), model, locale);
		return "complaint/desk/queue";
	}

	/** For a page that is open already, which fetches another list into its place. */
	@GetMapping(path = PATH, headers = "HX-Request=true")
	Object part(QueueForm form, Model model, Locale locale) {
		if (form.ticket().isPresent()) {
			String href = PATH + "/" + form.ticket().get();
			return ResponseEntity.noContent().header("HX-Redirect", Language.of(locale).addTo(href)).build();
		}
		this.pages.list(form, Desk.of(this.actor.get()), model, locale);
		return "complaint/desk/queue :: list";
	}

	@PostMapping(PATH + "/tampilan")
	String keep(@RequestParam(required = false) @Nullable String nama,
			@RequestParam(required = false) @Nullable String antrean, HttpServletRequest request,
			RedirectAttributes redirect) {
		String name = TypedText.line(nama);
		if (name.isEmpty() || name.length() > SavedViews.LONGEST_NAME) {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.view.name", String.valueOf(SavedViews.LONGEST_NAME));
		}
		else if (this.savedViews.keep(this.actor.get().requireAccount(), name, QueueForm.parse(antrean).query())) {
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.view.kept", name);
		}
		else {
			Flash.put(request, Flash.Kind.WARNING, "complaint-desk.view.many", String.valueOf(SavedViews.MOST));
		}
		return back(antrean, redirect);
	}

	@PostMapping(PATH + "/tampilan/hapus")
	String forget(@RequestParam(required = false) @Nullable UUID id,
			@RequestParam(required = false) @Nullable String antrean, HttpServletRequest request,
			RedirectAttributes redirect) {
		if (id != null) {
			this.savedViews.remove(this.actor.get().requireAccount(), id);
			Flash.put(request, Flash.Kind.SUCCESS, "complaint-desk.view.removed");
		}
		return back(antrean, redirect);
	}

	/** Leads back to the list somebody came from. */
	static String back(@Nullable String query, RedirectAttributes redirect) {
		QueueForm.parse(query).addTo(redirect);
		return "redirect:/petugas/pengaduan";
	}

}
