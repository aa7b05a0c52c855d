package id.tangerangkota.layanan.complaint.web.follow;

import java.util.Locale;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody reported with their account. */
@Controller
class OwnReportsController {

	static final String PATH = "/akun/pengaduan";

	private static final int SIZE = 20;

	private final CitizenDesk desk;

	private final CurrentActor actor;

	private final ReportPages pages;

	OwnReportsController(CitizenDesk desk, CurrentActor actor, ReportPages pages) {
		this.desk = desk;
		this.actor = actor;
		this.pages = pages;
	}

	@GetMapping(PATH)
	String list(@RequestParam(required = false) @Nullable String halaman, Model model, Locale locale) {
		AccountId me = this.actor.get().requireAccount();
		int page = Paging.number(halaman);
		long total = this.desk.countMine(me);
		model.addAttribute("paging",
				Paging.of(page, SIZE, total, (number) -> PATH + ((number > 1) ? "?halaman=" + number : "")));
		model.addAttribute("total", total);
		model.addAttribute("rows", this.pages.rows(this.desk.mine(me, page, SIZE), locale));
		return "complaint/follow/mine";
	}

}
