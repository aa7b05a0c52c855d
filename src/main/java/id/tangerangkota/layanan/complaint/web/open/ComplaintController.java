package id.tangerangkota.layanan.complaint.web.open;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.filing.Supporters;
import id.tangerangkota.layanan.complaint.open.TypedTicket;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A complaint as everybody sees it, and the one tap that says the same. */
@Controller
class ComplaintController {

	static final String PATH = "/pengaduan/{nomor}";

	static final String SUPPORT = PATH + "/dukung";

	/** Not the button of the same name in a form, which has a token. */
	static final String SUPPORT_TAP = "/pengaduan/{nomor:(?!baru$).+}/dukung";

	/** Loose: many people on phones share an address. */
	private static final Limit NETWORK = new Limit("complaint.support.network", 60, Duration.ofMinutes(10));

	private final PublicComplaints complaints;

	private final ComplaintPages pages;

	private final Supporters supporters;

	private final CurrentActor actor;

	private final Throttle throttle;

	ComplaintController(PublicComplaints complaints, ComplaintPages pages, Supporters supporters, CurrentActor actor,
			Throttle throttle) {
		this.complaints = complaints;
		this.pages = pages;
		this.supporters = supporters;
		this.actor = actor;
		this.throttle = throttle;
	}

	@GetMapping(PATH)
	@CachedPage(tags = { PublicComplaints.PAGES, CatalogDesk.PAGES })
	String complaint(@PathVariable String nomor, Model model, Locale locale, HttpServletResponse response,
			RedirectAttributes redirect) {
		TypedTicket typed = TypedTicket.of(nomor);
		Optional<TicketNumber> number = typed.number();
		if (number.isEmpty()) {
			return mistyped(typed, model, response, locale);
		}
		if (!number.get().toString().equals(nomor)) {
			redirect.addAttribute("ticket", number.get().toString());
			return "redirect:/pengaduan/{ticket}";
		}
		Optional<PublicComplaint> complaint = this.complaints.find(number.get());
		if (complaint.isEmpty()) {
			return hidden(number.get(), model, response);
		}
		ComplaintView page = this.pages.view(complaint.get(), locale);
		model.addAttribute("page", page);
		model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
		model.addAttribute("description", page.subject());
		return "complaint/open/complaint";
	}

	/** Only numbers of complaints everybody may see are offered. */
	private String mistyped(TypedTicket typed, Model model, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		model.addAttribute("indexed", false);
		model.addAttribute("looksRight", typed.looksRight());
		model.addAttribute("near", this.pages.near(this.complaints.find(typed.near()), locale));
		return "complaint/open/mistyped";
	}

	/**
	 * The same for what is not there and for what not everybody may see: nobody learns
	 * which.
	 */
	private static String hidden(TicketNumber number, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		model.addAttribute("indexed", false);
		model.addAttribute("number", number.toString());
		return "complaint/open/hidden";
	}

	@PostMapping(SUPPORT)
	ResponseEntity<Void> support(@PathVariable String nomor, HttpServletRequest request) {
		Optional<TicketNumber> number = TicketNumber.parse(nomor);
		this.throttle.take(NETWORK, AddressPrefix.of(request.getRemoteAddr())).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
		number.ifPresent((ticket) -> support(ticket, request));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION,
					Language.of(request)
						.addTo(number.map((ticket) -> "/pengaduan/" + ticket + "/didukung")
							.orElse(ComplaintListForm.PATH)))
			.build();
	}

	/** Whoever is signed in is told how it goes on. */
	private void support(TicketNumber ticket, HttpServletRequest request) {
		Actor current = this.actor.get();
		boolean citizen = current.kind() == Actor.Kind.CITIZEN;
		// Without a session nothing tells visitors apart better. It is only compared.
		this.supporters.support(ticket, citizen ? current.account() : null,
				Supporters.visitor(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
	}

	/** Where the tap leads. */
	@GetMapping(PATH + "/didukung")
	@CachedPage(tags = PublicComplaints.PAGES)
	String supported(@PathVariable String nomor, Model model, HttpServletResponse response, Locale locale) {
		TypedTicket typed = TypedTicket.of(nomor);
		Optional<TicketNumber> number = typed.number();
		if (number.isEmpty()) {
			return mistyped(typed, model, response, locale);
		}
		List<PublicComplaint> found = this.complaints.find(List.of(number.get()));
		if (found.isEmpty()) {
			return hidden(number.get(), model, response);
		}
		model.addAttribute("complaint", found.getFirst());
		model.addAttribute("indexed", false);
		return "complaint/open/supported";
	}

}
