package id.tangerangkota.layanan.identity.web;

import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.web.CounterVisit.WaitingCode;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.Links;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The code that goes home with whoever stands at the counter: to print or to copy. */
@Controller
class CounterCodeController {

	private static final String PATH = "/petugas/loket/kode";

	private final CounterVisit visit;

	private final Links links;

	private final PageClock clock;

	CounterCodeController(CounterVisit visit, Links links, PageClock clock) {
		this.visit = visit;
		this.links = links;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String page(HttpServletRequest request, Model model, Locale locale) {
		Optional<WaitingCode> code = this.visit.code(request);
		if (code.isEmpty()) {
			return "redirect:/petugas/loket";
		}
		model.addAttribute("code", code.get().code());
		model.addAttribute("expires", this.clock.format(code.get().expires(), Language.of(locale)));
		model.addAttribute("nik", this.visit.nik(request).map(Nik::masked).orElse(null));
		// As people type it: browsers add the rest.
		model.addAttribute("address", this.links.absolute("/lupa-sandi/kode").replaceFirst("^https?://", ""));
		return "staff/counter-code";
	}

	@PostMapping("/petugas/loket/selesai")
	String done(HttpServletRequest request) {
		this.visit.end(request);
		return "redirect:/petugas/loket";
	}

}
