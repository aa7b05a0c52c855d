package id.tangerangkota.layanan.complaint.web.follow;

import java.time.Duration;
import java.util.Optional;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk.Key;
import id.tangerangkota.layanan.throttle.AddressPrefix;
import id.tangerangkota.layanan.throttle.Limit;
import id.tangerangkota.layanan.throttle.Throttle;
import id.tangerangkota.layanan.web.TooManyTries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Opens a complaint with what stands on its receipt. The code is in a form and never in
 * an address; a wrong pair is told alike, whatever was wrong about it, and tries are
 * counted for the network, and for the number where they come from: nobody keeps
 * reporters out of their own by guessing.
 */
@Controller
class TrackController {

	static final String PATH = "/pengaduan/lacak";

	/** A code has 60 bits; this is for the peace of the reporter. */
	static final Limit TICKET = new Limit("complaint.track.ticket", 10, Duration.ofHours(1));

	/** Loose: many people on phones share an address. */
	static final Limit NETWORK = new Limit("complaint.track.network", 60, Duration.ofMinutes(10));

	private final CitizenDesk desk;

	private final OpenedReports opened;

	private final CurrentActor actor;

	private final Throttle throttle;

	TrackController(CitizenDesk desk, OpenedReports opened, CurrentActor actor, Throttle throttle) {
		this.desk = desk;
		this.opened = opened;
		this.actor = actor;
		this.throttle = throttle;
	}

	@GetMapping(PATH)
	String page(@RequestParam(required = false) @Nullable String nomor, Model model) {
		model.addAttribute("form", new TrackForm(nomor, null));
		return show(model);
	}

	@PostMapping(PATH)
	String open(@ModelAttribute("form") TrackForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Model model, RedirectAttributes redirect) {
		if (this.opened.isForStaff()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(model);
		}
		form.check(errors);
		if (!errors.hasErrors()) {
			TicketNumber ticket = form.ticket().orElseThrow();
			Optional<Key> key = tried(ticket, form, request);
			if (key.isPresent()) {
				this.opened.open(request, key.get());
				redirect.addAttribute("ticket", ticket.toString());
				return "redirect:/pengaduan/saya/{ticket}";
			}
			errors.rejectValue("kodelacak", "complaint-follow.error.pair");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(model);
	}

	private Optional<Key> tried(TicketNumber ticket, TrackForm form, HttpServletRequest request) {
		String network = AddressPrefix.of(request.getRemoteAddr());
		take(NETWORK, network);
		String device = ticket + " " + network + ' ' + request.getHeader(HttpHeaders.USER_AGENT);
		take(TICKET, device);
		Optional<Key> key = this.desk.open(ticket, form.code().orElseThrow());
		if (key.isPresent()) {
			this.throttle.giveBack(NETWORK, network);
			this.throttle.giveBack(TICKET, device);
		}
		return key;
	}

	private void take(Limit limit, String key) {
		this.throttle.take(limit, key).ifPresent((wait) -> {
			throw new TooManyTries(wait);
		});
	}

	private String show(Model model) {
		model.addAttribute("indexed", false);
		model.addAttribute("staff", this.opened.isForStaff());
		model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
		return "complaint/follow/track";
	}

}
