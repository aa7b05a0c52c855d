package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Locale;
import java.util.UUID;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import id.tangerangkota.layanan.web.security.ResponseHeaders;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What somebody gets for a report; the same however often its address is opened. */
@Controller
class ReceiptController {

	private static final String PATH = "/pengaduan/tanda-terima";

	private final ComplaintDesk desk;

	private final CurrentActor actor;

	private final PageClock clock;

	ReceiptController(ComplaintDesk desk, CurrentActor actor, PageClock clock) {
		this.desk = desk;
		this.actor = actor;
		this.clock = clock;
	}

	static String path(UUID key) {
		return PATH + "/" + key;
	}

	/** As the page shows it. */
	record ReceiptView(UUID key, String ticket, String code, String kind, String received, String verification,
			int verificationDays, String solution, int solutionDays, @Nullable String master, boolean mailWithheld) {
	}

	@GetMapping(PATH + "/{key}")
	String receipt(@PathVariable UUID key, HttpServletResponse response, Model model, Locale locale) {
		Receipt receipt = this.desk.receipt(key).orElseThrow(NotFound::new);
		// The address shows the code to whoever has it.
		ResponseHeaders.noReferrer(response);
		TicketNumber master = receipt.master();
		model.addAttribute("receipt",
				new ReceiptView(key, receipt.ticket().toString(), receipt.code().grouped(), receipt.kind().name(),
						this.clock.format(receipt.receivedAt(), locale),
						this.clock.date(receipt.verification().dueOn(), locale), receipt.verification().workingDays(),
						this.clock.date(receipt.solution().dueOn(), locale), receipt.solution().workingDays(),
						(master != null) ? master.toString() : null, receipt.mailWithheld()));
		model.addAttribute("who", this.actor.get().kind().name());
		model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
		model.addAttribute("staff", this.actor.get().kind() == Actor.Kind.STAFF);
		model.addAttribute("indexed", false);
		return "complaint/filing/receipt";
	}

}
