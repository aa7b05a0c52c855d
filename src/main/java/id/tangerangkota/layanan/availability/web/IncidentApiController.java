package id.tangerangkota.layanan.availability.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import id.tangerangkota.layanan.availability.AvailabilityReport;
import id.tangerangkota.layanan.availability.StateReason;
import id.tangerangkota.layanan.availability.incident.IncidentStatus;
import id.tangerangkota.layanan.availability.incident.IncidentSummary;
import id.tangerangkota.layanan.availability.incident.Incidents;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.CachedPage;
import id.tangerangkota.layanan.web.Demo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents, for programs. */
@RestController
@Tag(name = "Availability")
class IncidentApiController {

	private static final int PAST = 100;

	private final Incidents incidents;

	private final IncidentTitles titles;

	private final Demo demo;

	IncidentApiController(Incidents incidents, IncidentTitles titles, Demo demo) {
		this.incidents = incidents;
		this.titles = titles;
		this.demo = demo;
	}

	/**
	 * Incidents.
	 *
	 * @param demo whether all of it is made up
	 * @param items the newest first, those that go on before all others
	 */
	record IncidentsView(boolean demo, int total, List<IncidentView> items) {
	}

	/**
	 * An incident.
	 *
	 * @param ended null while it lasts
	 * @param services slugs of the services it concerns
	 */
	record IncidentView(String id, IncidentStatus status, Instant started, @Nullable Instant ended,
			@Nullable StateReason cause, List<String> services, String page) {
	}

	@GetMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
	@CachedPage(tags = { AvailabilityReport.PAGES, CatalogDesk.PAGES })
	@Operation(operationId = "listIncidents", summary = "All incidents that go on and the last 100 that are over")
	IncidentsView incidents(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
		new ApiParameters(parameters, Set.of());
		List<IncidentSummary> found = new ArrayList<>(this.incidents.open());
		found.addAll(this.incidents.recent(1, PAST).items());
		Map<ServiceId, ServiceSummary> services = this.titles.services(found);
		return new IncidentsView(this.demo.on(), found.size(),
				found.stream().map((incident) -> view(incident, services)).toList());
	}

	private static IncidentView view(IncidentSummary incident, Map<ServiceId, ServiceSummary> services) {
		return new IncidentView(incident.id().toString(), incident.status(), incident.startedAt(), incident.endedAt(),
				incident.cause(),
				IncidentTitles.concerned(incident, services).stream().map(ServiceSummary::slug).toList(),
				"/status/insiden/" + incident.id());
	}

}
