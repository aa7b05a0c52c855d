package id.tangerangkota.layanan.complaint.web.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.CurrentState;
import id.tangerangkota.layanan.availability.Outage;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.complaint.filing.Draft.Concern;
import id.tangerangkota.layanan.identity.delivery.MessageDelivery;
import id.tangerangkota.layanan.web.Flash;
import id.tangerangkota.layanan.web.PageClock;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * "Is it down, or is it me?": the state of the chosen service. Where it is known not to
 * work, somebody can follow the outage instead of writing about it.
 */
@Controller
class ShowStateController {

	private static final String PATH = FilingSession.PATH + "/keadaan";

	private static final String COUNTER_PATH = FilingSession.COUNTER + "/keadaan";

	private final Walk walk;

	private final FilingSession session;

	private final AvailabilityReport report;

	private final OutageFollowers followers;

	private final ServiceCatalog catalog;

	private final MessageDelivery delivery;

	private final CurrentActor actor;

	private final PageClock pageClock;

	private final Clock clock;

	ShowStateController(Walk walk, FilingSession session, AvailabilityReport report, OutageFollowers followers,
			ServiceCatalog catalog, MessageDelivery delivery, CurrentActor actor, PageClock pageClock, Clock clock) {
		this.delivery = delivery;
		this.walk = walk;
		this.session = session;
		this.report = report;
		this.followers = followers;
		this.catalog = catalog;
		this.actor = actor;
		this.pageClock = pageClock;
		this.clock = clock;
	}

	/**
	 * The state as the page shows it.
	 *
	 * @param kind of the tag
	 * @param since null where nobody knows
	 * @param reason key of the text, null without any
	 */
	record StateView(String slug, String name, String kind, @Nullable String since, @Nullable String reason,
			boolean down, boolean maintenance, boolean up) {

		static StateView of(ServiceSummary service, CurrentState current, PageClock clock, Locale locale) {
			ServiceState state = current.state();
			Instant since = current.since();
			return new StateView(service.slug(), service.name(), state.name().toLowerCase(Locale.ROOT),
					(since != null && !state.isUp() && state != ServiceState.UNMONITORED) ? clock.format(since, locale)
							: null,
					(current.reason() != null) ? "availability.reason." + current.reason() : null,
					state == ServiceState.DOWN, state == ServiceState.MAINTENANCE, state.isUp());
		}

	}

	@GetMapping({ PATH, COUNTER_PATH })
	Object state(HttpServletRequest request, Model model, Locale locale) {
		return this.walk.ask(Step.STATE, request, model, (draft) -> {
			ServiceId service = service(draft);
			Optional<ServiceSummary> summary = this.catalog.summaries(List.of(service)).stream().findFirst();
			if (summary.isEmpty()) {
				return Walk.to(request, Step.SERVICE);
			}
			Optional<Outage> outage = outage(service);
			model.addAttribute("state", StateView.of(summary.get(), this.report.now(service), this.pageClock, locale));
			model.addAttribute("outage", outage.map((open) -> open.id().value()).orElse(null));
			model.addAttribute("mail", this.delivery.isPossible());
			model.addAttribute("citizen", this.actor.get().kind() == Actor.Kind.CITIZEN);
			return "complaint/filing/state";
		});
	}

	@PostMapping({ PATH, COUNTER_PATH })
	Object goOn(HttpServletRequest request, Model model) {
		Draft draft = this.walk.draftFor(Step.STATE, request, model);
		Concern concern = draft.concern();
		if (concern == null) {
			return this.walk.goOn(request, draft);
		}
		return this.walk.goOn(request, draft.withConcern(new Concern(concern.about(), concern.service(), true)));
	}

	/** Nothing has to be written then: the draft is done with. */
	@PostMapping(FilingSession.PATH + "/ikuti")
	Object follow(HttpServletRequest request) {
		Actor who = this.actor.get();
		Optional<Draft> draft = this.session.draft(request).filter(Step.SERVICE::isAnswered);
		if (draft.isEmpty() || who.kind() != Actor.Kind.CITIZEN) {
			return Walk.to(request, FilingSession.PATH);
		}
		ServiceId service = service(draft.get());
		Optional<Outage> outage = outage(service);
		if (outage.isPresent()) {
			this.followers.follow(outage.get().id(), who.requireAccount().value());
			this.followers.affected(outage.get().id(), visitor(request));
		}
		else if (this.report.now(service).state() == ServiceState.MAINTENANCE) {
			this.followers.await(service, who.requireAccount().value());
			this.followers.affected(service, visitor(request));
		}
		else {
			Flash.put(request, Flash.Kind.INFO, "complaint-filing.state.over");
			return Walk.to(request, Step.STATE);
		}
		this.session.settle(request, draft.get());
		Flash.put(request, Flash.Kind.SUCCESS,
				outage.isPresent() ? "complaint-filing.state.followed" : "complaint-filing.state.awaited");
		return Walk.to(request,
				this.catalog.summaries(List.of(service))
					.stream()
					.findFirst()
					.map((found) -> "/status/" + found.slug())
					.orElse("/status"));
	}

	/** As the tap on the page of the service counts, so that nobody is counted twice. */
	private static String visitor(HttpServletRequest request) {
		return request.getRemoteAddr() + ' ' + request.getHeader(HttpHeaders.USER_AGENT);
	}

	private Optional<Outage> outage(ServiceId service) {
		Instant now = this.clock.instant();
		return this.report.outages(service, now, now.plusNanos(1000)).stream().filter(Outage::isOpen).findFirst();
	}

	private static ServiceId service(Draft draft) {
		return Objects.requireNonNull(Objects.requireNonNull(draft.concern()).service());
	}

}
