package id.tangerangkota.layanan.availability.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.availability.incident.AffectedService;
import id.tangerangkota.layanan.availability.incident.IncidentKind;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;

import org.springframework.stereotype.Component;

/** Calls incidents by the services they concern. */
@Component
class IncidentTitles {

	private final ServiceCatalog catalog;

	private final Words words;

	IncidentTitles(ServiceCatalog catalog, Words words) {
		this.catalog = catalog;
		this.words = words;
	}

	/** The services of incidents, by one query. */
	Map<ServiceId, ServiceSummary> services(Collection<IncidentSummary> incidents) {
		Set<ServiceId> ids = incidents.stream()
			.flatMap((incident) -> incident.services().stream())
			.map(AffectedService::service)
			.collect(Collectors.toSet());
		return this.catalog.summaries(ids).stream().collect(Collectors.toMap(ServiceSummary::id, Function.identity()));
	}

	List<IncidentItem> items(List<IncidentSummary> incidents, Locale locale) {
		Map<ServiceId, ServiceSummary> services = services(incidents);
		return incidents.stream().map((incident) -> item(incident, services, locale)).toList();
	}

	private IncidentItem item(IncidentSummary incident, Map<ServiceId, ServiceSummary> services, Locale locale) {
		return new IncidentItem(incident.id().toString(), title(incident, services, locale),
				this.words.span(incident.startedAt(), incident.endedAt(), locale), kind(incident),
				status(incident, locale), isVerified(incident, services));
	}

	/** Whether it concerns an address that somebody verified, or nobody knows which. */
	static boolean isVerified(IncidentSummary incident, Map<ServiceId, ServiceSummary> services) {
		List<ServiceSummary> concerned = concerned(incident, services);
		return concerned.isEmpty() || concerned.stream().anyMatch(ServiceSummary::hasVerifiedAddress);
	}

	String title(IncidentSummary incident, Map<ServiceId, ServiceSummary> services, Locale locale) {
		List<String> names = concerned(incident, services).stream().map(ServiceSummary::name).toList();
		String named = names.isEmpty() ? this.words.say("availability.incident.nameless", locale)
				: (names.size() == 1) ? names.getFirst()
						: this.words.say("availability.incident.more", locale, names.getFirst(), names.size() - 1);
		String tense = (incident.kind() == IncidentKind.OUTAGE && !incident.isOpen()) ? "PAST_OUTAGE"
				: incident.kind().name();
		return this.words.say("availability.incident.title." + tense, locale, named);
	}

	/** The services of an incident in the order in which they came, each once. */
	static List<ServiceSummary> concerned(IncidentSummary incident, Map<ServiceId, ServiceSummary> services) {
		return incident.services()
			.stream()
			.map(AffectedService::service)
			.distinct()
			.map(services::get)
			.filter(Objects::nonNull)
			.toList();
	}

	/** Of the tag. */
	String kind(IncidentSummary incident) {
		return switch (incident.status()) {
			case INVESTIGATING, IDENTIFIED -> (incident.kind() == IncidentKind.OUTAGE) ? "down" : "degraded";
			case WATCHING -> "degraded";
			case RESOLVED -> "up";
			case UNWATCHED, DISMISSED -> "unmonitored";
		};
	}

	String status(IncidentSummary incident, Locale locale) {
		return this.words.say("availability.incident.status." + incident.status(), locale);
	}

}
