package id.tangerangkota.layanan.notification.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.availability.OutageFollowers;
import id.tangerangkota.layanan.availability.OutageId;
import id.tangerangkota.layanan.availability.ServiceState;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.identity.StaffDirectory;
import id.tangerangkota.layanan.notification.Addressee;
import id.tangerangkota.layanan.notification.Happening;
import id.tangerangkota.layanan.notification.HappeningKind;
import id.tangerangkota.layanan.notification.PublicEvent;
import id.tangerangkota.layanan.notification.RecipientKind;
import id.tangerangkota.layanan.notification.Story;
import id.tangerangkota.layanan.notification.Telling;
import id.tangerangkota.layanan.notification.Topic;
import id.tangerangkota.layanan.survey.SurveyInvitations;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.PageClock;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Outages of services, begun, suspected and over, and certificates that would cause one.
 */
@Component
class OutageStory implements Story {

	private static final Set<Role> STAFF = EnumSet.of(Role.OFFICER, Role.AGENCY_HEAD, Role.COORDINATOR,
			Role.ADMINISTRATOR);

	private final SubscriptionRows subscriptions;

	private final Subscribers subscribers;

	private final OutageFollowers followers;

	private final SurveyInvitations surveys;

	private final StaffDirectory staff;

	private final ServiceCatalog catalog;

	private final PageClock pageClock;

	private final MessageSource messages;

	OutageStory(SubscriptionRows subscriptions, Subscribers subscribers, OutageFollowers followers,
			SurveyInvitations surveys, StaffDirectory staff, ServiceCatalog catalog, PageClock pageClock,
			MessageSource messages) {
		this.subscriptions = subscriptions;
		this.subscribers = subscribers;
		this.followers = followers;
		this.surveys = surveys;
		this.staff = staff;
		this.catalog = catalog;
		this.pageClock = pageClock;
		this.messages = messages;
	}

	@Override
	public Set<HappeningKind> kinds() {
		return EnumSet.of(HappeningKind.OUTAGE_STARTED, HappeningKind.OUTAGE_ENDED, HappeningKind.OUTAGE_SUSPECTED,
				HappeningKind.SERVICE_BACK, HappeningKind.CERTIFICATE_ENDING, HappeningKind.SUBSCRIPTION_ASKED);
	}

	@Override
	public Collection<Addressee> audience(Happening happening) {
		ServiceId service = new ServiceId(happening.subject());
		if (happening.kind() == HappeningKind.SERVICE_BACK) {
			return waiting(happening, service);
		}
		List<Addressee> audience = new ArrayList<>();
		if (happening.kind() == HappeningKind.OUTAGE_ENDED) {
			audience.addAll(followers(happening));
		}
		if (happening.kind() == HappeningKind.OUTAGE_SUSPECTED) {
			audience.addAll(staff(service, Topic.STAFF_SUSPICION));
		}
		else if (happening.kind() == HappeningKind.CERTIFICATE_ENDING) {
			audience.addAll(staff(service, Topic.STAFF_CERTIFICATE));
		}
		else if (happening.kind() != HappeningKind.SUBSCRIPTION_ASKED) {
			audience.addAll(this.subscriptions.to(service));
			audience.addAll(staff(service, Topic.STAFF_OUTAGE));
		}
		return audience;
	}

	private List<Addressee> followers(Happening happening) {
		return addressees(this.followers.followers(outage(happening)), isUsable(happening));
	}

	/** Those who hear of the end of the outage after that work hear of it once. */
	private List<Addressee> waiting(Happening happening, ServiceId service) {
		Set<UUID> waiting = new HashSet<>(this.followers.takeAwaiting(service));
		if (ServiceState.valueOf(happening.detail("after")) == ServiceState.DOWN) {
			this.subscriptions.to(service).forEach((told) -> waiting.remove(told.id()));
		}
		return addressees(waiting, false);
	}

	/** What is no subscriber is an account. */
	private List<Addressee> addressees(Set<UUID> ids, boolean asked) {
		Set<UUID> addresses = this.subscribers.among(ids);
		return ids.stream()
			.map((id) -> new Addressee(addresses.contains(id) ? RecipientKind.SUBSCRIBER : RecipientKind.ACCOUNT, id,
					Topic.OUTAGE, asked))
			.toList();
	}

	private static OutageId outage(Happening happening) {
		return OutageId.parse(happening.detail("outage"));
	}

	/** Whether people can use the service again, and say how it was. */
	private static boolean isUsable(Happening happening) {
		return happening.kind() == HappeningKind.OUTAGE_ENDED && ServiceState.valueOf(happening.detail("then")).isUp();
	}

	@Override
	public Optional<String> survey(Happening happening, RecipientKind kind, UUID recipient) {
		boolean asked = isUsable(happening) && kind != RecipientKind.WEBHOOK
				&& this.followers.isFollowing(outage(happening), recipient);
		return asked
				? Optional
					.of(this.surveys.afterOutage(outage(happening), new ServiceId(happening.subject()), recipient))
				: Optional.empty();
	}

	private List<Addressee> staff(ServiceId service, Topic topic) {
		AgencyId owner = services(Set.of(service.value())).values()
			.stream()
			.map(ServiceSummary::agencyCode)
			.filter((code) -> code != null && AgencyId.isValid(code))
			.findFirst()
			.map(AgencyId::new)
			.orElse(null);
		return this.staff.active(STAFF, owner).stream().map((AccountId id) -> Addressee.account(id, topic)).toList();
	}

	private Map<UUID, ServiceSummary> services(Collection<UUID> ids) {
		return this.catalog.summaries(ids.stream().map(ServiceId::new).toList())
			.stream()
			.collect(Collectors.toMap((service) -> service.id().value(), Function.identity()));
	}

	private Map<UUID, ServiceSummary> servicesOf(Collection<Happening> happenings) {
		return services(happenings.stream().map(Happening::subject).collect(Collectors.toSet()));
	}

	@Override
	public Map<UUID, Telling> tell(Collection<Happening> happenings, Language language) {
		Map<UUID, ServiceSummary> services = servicesOf(happenings);
		Map<UUID, Telling> tellings = new HashMap<>();
		happenings.forEach((happening) -> tellings.put(happening.id(), tell(happening, services, language)));
		return tellings;
	}

	private Telling tell(Happening happening, Map<UUID, ServiceSummary> services, Language language) {
		String name = name(happening.subject(), services, language);
		String href = href(happening.subject(), services);
		return switch (happening.kind()) {
			case OUTAGE_STARTED ->
				new Telling("OUTAGE_STARTED", List.of(name, time(happening, "start", language)), href);
			case OUTAGE_ENDED -> new Telling(over("OUTAGE_ENDED", happening),
					List.of(name, time(happening, "start", language), end(happening, language)), href);
			case OUTAGE_SUSPECTED -> new Telling("OUTAGE_SUSPECTED",
					List.of(name, time(happening, "at", language), Integer.valueOf(happening.detail("reports"))), href);
			case CERTIFICATE_ENDING ->
				new Telling("CERTIFICATE_ENDING", List.of(name, time(happening, "ends", language)), href);
			case SERVICE_BACK -> new Telling("SERVICE_BACK", List.of(name, time(happening, "at", language)), href);
			case SUBSCRIPTION_ASKED -> new Telling(
					happening.details().containsKey("outage") ? "SUBSCRIPTION_ASKED_ONCE" : "SUBSCRIPTION_ASKED",
					List.of(name), href);
			default -> throw new IllegalArgumentException("No outage: " + happening.kind());
		};
	}

	/** Only an outage after which a service is up means that people can use it again. */
	private static String over(String key, Happening ended) {
		ServiceState then = ServiceState.valueOf(ended.detail("then"));
		if (then.isUp()) {
			return key + "_UP";
		}
		return key + ((then == ServiceState.MAINTENANCE) ? "_MAINTENANCE" : "_UNKNOWN");
	}

	/**
	 * Of a service that came and went, one sentence about all of it, where it was
	 * mentioned last.
	 */
	@Override
	public List<Telling> tellTogether(List<Happening> happenings, Language language) {
		Map<UUID, ServiceSummary> services = servicesOf(happenings);
		Map<UUID, List<Happening>> grouped = new LinkedHashMap<>();
		happenings.forEach(
				(happening) -> grouped.computeIfAbsent(group(happening), (id) -> new ArrayList<>()).add(happening));
		return grouped.values().stream().map((group) -> together(group, services, language)).toList();
	}

	private static UUID group(Happening happening) {
		return switch (happening.kind()) {
			case OUTAGE_STARTED, OUTAGE_ENDED -> happening.subject();
			default -> happening.id();
		};
	}

	private Telling together(List<Happening> group, Map<UUID, ServiceSummary> services, Language language) {
		Happening last = group.getLast();
		long outages = group.stream().map((happening) -> happening.details().get("outage")).distinct().count();
		if (group.size() == 1 || outages == 1) {
			return tell(last, services, language);
		}
		Instant first = group.stream()
			.map((happening) -> happening.instant("start"))
			.min(Instant::compareTo)
			.orElseThrow();
		String key = (last.kind() == HappeningKind.OUTAGE_STARTED) ? "OUTAGES_DOWN" : over("OUTAGES", last);
		return new Telling(key, List.of(name(last.subject(), services, language), (int) outages,
				this.pageClock.format(first, language)), href(last.subject(), services));
	}

	private String name(UUID service, Map<UUID, ServiceSummary> services, Language language) {
		ServiceSummary summary = services.get(service);
		return (summary != null) ? summary.name()
				: this.messages.getMessage("notification.service-gone", null, language.locale());
	}

	private static String href(UUID service, Map<UUID, ServiceSummary> services) {
		ServiceSummary summary = services.get(service);
		return (summary != null) ? "/status/" + summary.slug() : "/status";
	}

	/** Without its day where it began on it. */
	private String end(Happening happening, Language language) {
		return this.pageClock.brief(happening.instant("end"), happening.instant("start"), language);
	}

	private String time(Happening happening, String detail, Language language) {
		return this.pageClock.format(happening.instant(detail), language);
	}

	@Override
	public Optional<PublicEvent> event(Happening happening) {
		return switch (happening.kind()) {
			case OUTAGE_STARTED -> Optional.of(event("outage.started", happening, "outage", "start", "cause"));
			case OUTAGE_ENDED -> Optional.of(event("outage.ended", happening, "outage", "start", "end", "then"));
			case OUTAGE_SUSPECTED -> Optional.of(event("outage.suspected", happening, "at", "reports"));
			default -> Optional.empty();
		};
	}

	private PublicEvent event(String type, Happening happening, String... details) {
		Map<String, Object> data = new LinkedHashMap<>();
		ServiceSummary service = servicesOf(List.of(happening)).get(happening.subject());
		data.put("service", (service != null) ? service.slug() : null);
		for (String detail : details) {
			data.put(detail, happening.detail(detail));
		}
		return new PublicEvent(type, data);
	}

}
