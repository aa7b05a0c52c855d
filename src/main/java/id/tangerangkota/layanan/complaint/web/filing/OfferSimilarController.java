package id.tangerangkota.layanan.complaint.web.filing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.complaint.BothLanguages;
import id.tangerangkota.layanan.complaint.OutageTitles;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.SimilarComplaints.Similar;
import id.tangerangkota.layanan.complaint.filing.SimilarComplaints;
import id.tangerangkota.layanan.complaint.filing.Supporters;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import id.tangerangkota.layanan.region.SubDistrict;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Open reports that may be the same: one that is supported counts more than a second one.
 */
@Controller
class OfferSimilarController {

	private static final String PATH = FilingSession.PATH + "/serupa";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/serupa";

	private static final String SUPPORTED = FilingSession.PATH + "/didukung";

	private static final int LONGEST_EXCERPT = 220;

	private final Walk walk;

	private final FilingSession session;

	private final SimilarComplaints similar;

	private final Supporters supporters;

	private final FilingLimits limits;

	private final Regions regions;

	private final OutageTitles titles;

	private final CurrentActor actor;

	private final PageClock clock;

	OfferSimilarController(Walk walk, FilingSession session, SimilarComplaints similar, Supporters supporters,
			FilingLimits limits, Regions regions, OutageTitles titles, CurrentActor actor, PageClock clock) {
		this.titles = titles;
		this.walk = walk;
		this.session = session;
		this.similar = similar;
		this.supporters = supporters;
		this.limits = limits;
		this.regions = regions;
		this.actor = actor;
		this.clock = clock;
	}

	/** A report as the page shows it. */
	record Offer(String ticket, String subject, String excerpt, String received, @Nullable String place, int supporters,
			boolean byPortal) {
	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object offer(HttpServletRequest request, Model model, Locale locale) {
		return this.walk.ask(Step.SIMILAR, request, model, (draft) -> {
			List<Similar> found = this.similar.to(draft);
			if (found.isEmpty()) {
				return this.walk.goOn(request, draft.afterSimilar());
			}
			Map<RegionCode, String> names = this.regions.subDistricts()
				.stream()
				.collect(Collectors.toMap(SubDistrict::code, SubDistrict::name));
			model.addAttribute("offers", found.stream().map((one) -> offer(one, names, locale)).toList());
			model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
			return "complaint/filing/similar";
		});
	}

	private Offer offer(Similar complaint, Map<RegionCode, String> names, Locale locale) {
		boolean byPortal = complaint.byPortal();
		String text = byPortal ? BothLanguages.in(locale, complaint.text()) : complaint.text();
		String excerpt = (text.codePointCount(0, text.length()) > LONGEST_EXCERPT)
				? text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)).stripTrailing() + "…" : text;
		RegionCode subDistrict = complaint.subDistrict();
		return new Offer(complaint.ticket().toString(),
				byPortal ? this.titles.in(locale, complaint.subject()) : complaint.subject(), excerpt,
				this.clock.date(PageClock.day(complaint.receivedAt()), locale),
				(subDistrict != null) ? names.get(subDistrict) : null, complaint.supporters(), byPortal);
	}

	/** It is another one. */
	@PostMapping({ PATH, COUNTER_PATH })
	Object goOn(HttpServletRequest request, Model model) {
		return this.walk.goOn(request, this.walk.draftFor(Step.SIMILAR, request, model).afterSimilar());
	}

	/** Supports one and lets the draft go. */
	@PostMapping({ FilingSession.PATH + "/dukung", FilingSession.COUNTER + "/dukung" })
	Object support(@RequestParam String tiket, HttpServletRequest request) {
		TicketNumber ticket = TicketNumber.parse(tiket).orElseThrow(NotFound::new);
		this.limits.takeSupport(request);
		Actor who = this.actor.get();
		boolean citizen = who.kind() == Actor.Kind.CITIZEN;
		Optional<Draft> draft = this.session.draft(request);
		// At a counter many people have one device; the draft tells them apart.
		String visitor = FilingSession.isAtCounter(request) ? draft.map((one) -> one.key().toString()).orElse("")
				: FilingLimits.visitor(request);
		if (!this.supporters.support(ticket, citizen ? who.account() : null, visitor)) {
			throw new NotFound();
		}
		draft.ifPresent((one) -> this.session.settle(request, one));
		return Walk.to(request, SUPPORTED + "/" + ticket);
	}

	@GetMapping(SUPPORTED + "/{ticket}")
	String supported(@PathVariable String ticket, Model model) {
		model.addAttribute("ticket", TicketNumber.parse(ticket).orElseThrow(NotFound::new).toString());
		model.addAttribute("indexed", false);
		model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
		return "complaint/filing/supported";
	}

}
