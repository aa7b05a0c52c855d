package id.tangerangkota.layanan.complaint.web.follow;

import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.web.Flash;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A complaint for whoever reported it: its whole way, and what there is to do. */
@Controller
class ReportController {

	static final String PATH = "/pengaduan/saya/{nomor}";

	private final CitizenDesk desk;

	private final OpenedReports opened;

	private final ReportPages pages;

	ReportController(CitizenDesk desk, OpenedReports opened, ReportPages pages) {
		this.desk = desk;
		this.opened = opened;
		this.pages = pages;
	}

	/** Whoever has not opened it yet is asked for the code, with the number filled in. */
	@GetMapping(PATH)
	String report(@PathVariable String nomor, HttpServletRequest request, Model model, Locale locale,
			RedirectAttributes redirect) {
		Optional<Key> key = TicketNumber.parse(nomor).flatMap((ticket) -> this.opened.key(request, ticket));
		if (key.isEmpty()) {
			redirect.addAttribute("nomor", nomor);
			return "redirect:/pengaduan/lacak";
		}
		model.addAttribute("indexed", false);
		model.addAttribute("page", this.pages.view(this.desk.view(key.get()), locale));
		model.addAttribute("byCode", this.opened.isOpenedByCode(request, key.get().ticket()));
		return "complaint/follow/report";
	}

	/** Leaves nothing behind on a phone others use too. */
	@PostMapping(PATH + "/tutup")
	String close(@PathVariable String nomor, HttpServletRequest request) {
		TicketNumber.parse(nomor).ifPresent((ticket) -> this.opened.close(request, ticket));
		Flash.put(request, Flash.Kind.SUCCESS, "complaint-follow.closed");
		return "redirect:/pengaduan/lacak";
	}

}
